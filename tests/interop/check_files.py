"""Opens what interop_samples wrote, and writes files for it to read.  check_files.py OURS THEIRS"""

import pathlib
import sys

import numpy as np
import safetensors
import safetensors.numpy

from sample_values import sample_arrays


def compare(name, found):
    wanted = sample_arrays()
    assert set(found) == set(wanted), f"{name}: arrays {sorted(found)} instead of {sorted(wanted)}"
    for key, array in wanted.items():
        assert found[key].dtype == array.dtype, f"{name}: {key} is {found[key].dtype}, not {array.dtype}"
        assert found[key].shape == array.shape, f"{name}: {key} is {found[key].shape}, not {array.shape}"
        assert np.array_equal(found[key], array), f"{name}: {key} differs"
    print(f"{name}: {len(wanted)} arrays equal")


def main(ours, theirs):
    floats = np.load(ours / "floats.npy", allow_pickle=False)
    assert np.array_equal(floats, sample_arrays()["A/value"]), "floats.npy differs"
    for name in ("stored.npz", "deflated.npz"):
        with np.load(ours / name, allow_pickle=False) as archive:
            compare(name, {key: archive[key] for key in archive.files})
    compare("samples.safetensors", safetensors.numpy.load_file(ours / "samples.safetensors"))
    with safetensors.safe_open(ours / "samples.safetensors", framework="numpy") as opened:
        assert opened.metadata() == {"made_by": "kernelscope"}, "samples.safetensors: its metadata differs"

    arrays = sample_arrays()
    np.savez(theirs / "stored.npz", **arrays)
    np.savez_compressed(theirs / "deflated.npz", **arrays)
    np.savez(theirs / "fortran.npz", **{key: np.array(array, order="F") for key, array in arrays.items()})
    safetensors.numpy.save_file(arrays, theirs / "samples.safetensors", metadata={"made_by": "python"})


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
