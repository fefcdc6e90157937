"""The arrays that both sides of the interoperability check make for themselves; see sample_values.h."""

import numpy as np


def sample_arrays():
    i = np.arange(24)
    return {
        "A/value": (i * i / 64 - 2).astype(np.float32).reshape(3, 4, 2),
        "layers.0.weight": (1 / (1 + np.arange(10))).reshape(2, 5),
        "steps": np.array([0, -1, 9007199254740993, 42], dtype=np.int64),
        "scalar": np.array(0.1),
        "empty": np.zeros((0, 3), dtype=np.float32),
    }
