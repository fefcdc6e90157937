"""The kernel-error study of tests/benchmarks/kernel_error_bench.cpp in vectorised NumPy, for comparison.

    kernel_error_numpy.py [PROGRAM] [REPETITIONS]

Universal real features of the sine, independent and orthogonal projections, 500 draws, m = 2, 4, ..., 4,096, d = 16,
one pair. Prints milliseconds (medians) from kept projections and from scratch, and, given the built kernel_error_bench,
the ratios to it, measured in the same run.
"""

import re
import subprocess
import sys
import time

import numpy as np

D, TRIALS, FEATURES = 16, 500, 2 ** np.arange(1, 13)
M = int(FEATURES[-1])


def draw(seed):
    """Independent and orthogonal projections, [trials, m, d] each; float64."""
    rng = np.random.default_rng(seed)
    independent = rng.standard_normal((TRIALS, M, D))
    blocks = rng.standard_normal((TRIALS, M // D, D, D))
    q, r = np.linalg.qr(blocks)
    q *= np.sign(np.diagonal(r, axis1=-2, axis2=-1))[..., None, :]
    lengths = np.sqrt(rng.chisquare(D, (TRIALS, M // D, D, 1)))
    orthogonal = (np.swapaxes(q, -1, -2) * lengths).reshape(TRIALS, M, D)
    return independent, orthogonal


def project(projections, x, w):
    """g.x and g.w of every projection, [trials, m]: what a careful NumPy user would keep is this, not g."""
    return projections @ x, projections @ w


def study(projected, x, w):
    """Mean relative error at each m, with its 10 and 90 % quantiles."""
    exact = np.sin(x @ w)
    eta = np.sqrt(1 + np.sqrt((x @ x) / (w @ w)))
    alpha = 1 / eta
    gx, gw = projected
    values = np.exp(eta * gw + (alpha**2 * (x @ x) - eta**2 * (w @ w)) / 2) * np.sin(alpha * gx)
    means = np.cumsum(values, axis=1)[:, FEATURES - 1] / FEATURES
    errors = np.abs(means - exact) / abs(exact)
    return errors.mean(axis=0), np.quantile(errors, [0.1, 0.9], axis=0)


def median_ms(work, repetitions):
    times = []
    for i in range(repetitions):
        begun = time.perf_counter()
        work(i)
        times.append(1000 * (time.perf_counter() - begun))
    return float(np.median(times))


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else None
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    rng = np.random.default_rng(7)
    basis, _ = np.linalg.qr(rng.standard_normal((D, 2)))
    x, direction = 0.8 * basis[:, 0], 0.5 * basis[:, 0] + np.sqrt(0.75) * basis[:, 1]
    w = 0.8 * direction
    kept = draw(7)

    def moved_norm(i):
        scale = 0.6 + 0.01 * i
        for projections in kept:
            study(project(projections, scale * x, w), scale * x, w)

    def new_seed(i):
        for projections in draw(100 + i):
            study(project(projections, x, w), x, w)

    cached, scratch = median_ms(moved_norm, repetitions), median_ms(new_seed, max(2, repetitions // 2))
    print(f"NumPy {np.__version__}: kept projections {cached:.0f} ms, from scratch {scratch:.0f} ms")
    if program:
        output = subprocess.run([program, str(3 * repetitions)], check=True, capture_output=True, text=True).stdout
        ours = [float(value) for value in re.findall(r"([\d.]+) ms \(wanted", output)]
        print(output, end="")
        print(f"ratios: kept {cached / ours[0]:.1f}, from scratch {scratch / ours[2]:.1f}")


if __name__ == "__main__":
    main()
