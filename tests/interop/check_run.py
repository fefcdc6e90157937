"""Trains a few small networks, then compares `kernelscope-run evaluate` with the NumPy forward pass, and
opens every file of the run.  check_run.py KERNELSCOPE_RUN FOLDER"""

import json
import pathlib
import subprocess
import sys

import numpy as np
import safetensors.numpy

from numpy_forward import ACTIVATIONS, forward

# float64: both sides only round; float32: rounding of sin(30 z) and of sums of 24 terms, relative to the
# largest output.
TOLERANCE = {np.float64: 1e-10, np.float32: 1e-5}


def dense(activation):
    return {"type": "dense", "width": 24, "activation": activation}


def snnk(**keys):
    return {"type": "snnk", "width": 24, "features": 16, **keys}


LAST = {"type": "dense", "activation": "identity"}
HIDDEN_A = [[dense(name)] for name in ACTIVATIONS]
HIDDEN_B = [
    [dense("sine"), snnk(map="trigonometric", sigma=0.1)],
    [snnk(map="trigonometric", sigma=2.0, projection="iid"), dense("tanh")],
    [dense("sine"), snnk(map="arc-cosine", order=0)],
    [dense("tanh"), snnk(map="arc-cosine", order=1)],
    [dense("sine"), snnk(map="arc-cosine", order=2), dense("sine")],
    [dense("sine"), snnk(map="trigonometric", sigma=0.5, radial="exact")],
    [dense("sine"), snnk(map="universal", activation="sine", sigma=0.3)],
    [snnk(map="universal", activation="gelu", sigma=0.7, radial="exact", start="dense"), dense("tanh")],
    [dense("tanh"), snnk(map="universal", activation="tanh", sigma=0.2, radial="exact")],
]


def command(*arguments):
    finished = subprocess.run([str(a) for a in arguments], capture_output=True, text=True)
    assert finished.returncode == 0, f"{arguments} ended with {finished.returncode}: {finished.stderr}"


def check_evaluate(program, run, lane, folder):
    generator = np.random.default_rng(7)
    for dtype, tolerance in TOLERANCE.items():
        points = generator.uniform(-1, 1, size=(333, 2)).astype(dtype)
        np.save(folder / "x.npy", points)
        command(program, "evaluate", run, "--lane", lane, "--input", folder / "x.npy", "--output", folder / "y.npy")
        ours, numpy = np.load(folder / "y.npy"), forward(run, lane, points)
        assert ours.dtype == dtype and ours.shape == numpy.shape, f"evaluate gave {ours.dtype} {ours.shape}"
        error = np.abs(ours - numpy).max() / max(np.abs(numpy).max(), 1e-3)
        assert error <= tolerance, f"lane {lane}, {dtype.__name__}: relative error {error:.2e} > {tolerance}"
        yield error


def check_files(run):
    experiment = json.loads((run / "experiment.json").read_text())
    json.loads((run / "result.json").read_text())
    with np.load(run / "arrays.npz", allow_pickle=False) as arrays:
        target = arrays["target"]
        for lane in experiment["lanes"]:
            assert arrays[f"{lane}/value"].shape == target.shape
            assert np.isfinite(arrays[f"{lane}/value"]).all()
            assert safetensors.numpy.load_file(run / "weights" / f"{lane}.safetensors")
    assert (run / "metrics.csv").read_text().startswith("step,seconds,lane,")


def main(program, folder):
    count = max(len(HIDDEN_A), len(HIDDEN_B))
    for index in range(count):
        hidden = HIDDEN_A[index % len(HIDDEN_A)], HIDDEN_B[index % len(HIDDEN_B)]
        experiment = {
            "task": "image-field", "seed": index, "steps": 5,
            "image": {"source": "builtin:camera_128", "maximum_side": 24},
            "lanes": {lane: {"name": lane, "layers": [*layers, LAST]} for lane, layers in zip("AB", hidden)},
        }
        (folder / "experiment.json").write_text(json.dumps(experiment))
        run = folder / f"run-{index}"
        command(program, "run", folder / "experiment.json", "--out", run, "--quiet")
        check_files(run)
        for lane in "AB":
            errors = " ".join(f"{error:.1e}" for error in check_evaluate(program, run, lane, folder))
            kinds = " ".join(layer.get("map", layer.get("activation")) for layer in hidden["AB".index(lane)])
            print(f"run {index} lane {lane} ({kinds}): evaluate against NumPy, float64 and float32: {errors}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
