"""The networks of Kernelscope in NumPy, from a run's experiment.json and weights.

    numpy_forward.py RUN_DIR A|B INPUT.npy OUTPUT.npy

Computes in the type of the input.  Formulas: engine/nn/dense_layer.h, engine/features/*.h.
"""

import json
import math
import pathlib
import sys

import numpy as np
import safetensors.numpy


def logistic(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


ACTIVATIONS = {
    "identity": lambda z: z,
    "sine": np.sin,
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "gelu": lambda z: z * 0.5 * (1 + np.vectorize(math.erf, otypes=[z.dtype])(z / math.sqrt(2))),
    "silu": lambda z: z * logistic(z),
    "sigmoid": logistic,
    "softplus": lambda z: np.logaddexp(0, z),
    "gaussian": lambda z: np.exp(-0.5 * z * z),
    "sinc": lambda z: np.sinc(z / np.pi),
}


def dense(layer, weights, h):
    z = h @ weights["weight"].T + weights["bias"].reshape(-1)
    omega0 = layer.get("omega0", 30) if layer["activation"] == "sine" else 1
    return ACTIVATIONS[layer["activation"]](omega0 * z)


GROWING = {"relu", "gelu", "silu", "softplus"}


def features(layer, weights, h):
    projection = weights["projection"]
    m = len(projection)
    z = h @ projection.T
    if "scale" in weights:
        scale = weights["scale"].reshape(-1)
        exponent = scale**2 * (h**2).sum(axis=1, keepdims=True) / 2 if layer["radial"] == "exact" else 0 * z
        waves = np.exp(exponent) / np.sqrt(z.dtype.type(m))
        columns = [waves * np.cos(scale * z), waves * np.sin(scale * z)]
        grows = layer["map"] == "universal" and layer.get("activation", "sine") in GROWING
        return np.concatenate(columns + [h] * grows, axis=1)
    if layer["map"] == "trigonometric":
        z = layer["sigma"] * z
        return np.concatenate([np.cos(z), np.sin(z)], axis=1) / np.sqrt(z.dtype.type(m))
    if layer["map"] == "arc-cosine":
        ramp = np.heaviside(z, 0) if layer["order"] == 0 else np.maximum(z, 0) ** layer["order"]
        return np.sqrt(z.dtype.type(2) / m) * ramp
    raise ValueError(f"feature map {layer['map']} is not known")


def snnk(layer, weights, h):
    return features(layer, weights, h) @ weights["theta"].T + weights["bias"].reshape(-1)


def forward(run, lane, x):
    experiment = json.loads((run / "experiment.json").read_text())
    tensors = safetensors.numpy.load_file(run / "weights" / f"{lane}.safetensors")
    h = x
    for index, layer in enumerate(experiment["lanes"][lane]["layers"]):
        prefix = f"layers.{index}."
        weights = {k.removeprefix(prefix): v.astype(x.dtype) for k, v in tensors.items() if k.startswith(prefix)}
        h = {"dense": dense, "snnk": snnk}[layer["type"]](layer, weights, h)
    return h


if __name__ == "__main__":
    run, lane, source, target = sys.argv[1:]
    np.save(target, forward(pathlib.Path(run), lane, np.load(source)))
