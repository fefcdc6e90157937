"""Toeplitz products of 64 sequences in SciPy beside tests/benchmarks/toeplitz_bench.cpp.

    toeplitz_scipy.py [PROGRAM] [REPETITIONS]

scipy.linalg.matmul_toeplitz(workers=2), and a product with a kept spectrum by scipy.fft (workers=2), float64,
medians in milliseconds; given the built toeplitz_bench, the ratios to it, measured in the same run.
"""

import subprocess
import sys
import time

import numpy as np
import scipy
from scipy import fft
from scipy.linalg import matmul_toeplitz

COLUMNS = 64
LENGTHS = [1 << k for k in range(10, 19)] + [1000, 10007, 100000]


def median_ms(work, repetitions):
    work()
    times = []
    for _ in range(repetitions):
        begun = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begun))
    return float(np.median(times))


def measure(n, repetitions):
    lags = np.arange(n, dtype=float)
    column = row = np.exp(-lags / 200) * np.cos(lags / 30)
    x = np.sin(0.7 * np.arange(n * COLUMNS)).reshape(COLUMNS, n)
    by_column = np.ascontiguousarray(x.T)
    length = fft.next_fast_len(2 * n - 1, real=True)
    spectrum = fft.rfft(np.concatenate([column, np.zeros(length - 2 * n + 1), row[:0:-1]]), length)

    def kept():
        return fft.irfft(spectrum * fft.rfft(x, length, workers=2), length, workers=2)[:, :n]

    return (
        median_ms(lambda: matmul_toeplitz((column, row), by_column, workers=2), repetitions),
        median_ms(kept, repetitions),
    )


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else None
    repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    ours = {}
    if program:
        output = subprocess.run([program, str(repetitions)], check=True, capture_output=True, text=True).stdout
        for line in output.splitlines():
            cells = line.split(",")
            if cells[0] == "fft":
                ours[int(cells[1])] = float(cells[3])
            if cells[0].startswith("#") or cells[0] == "ski":
                print(line)
    print(f"SciPy {scipy.__version__}")
    print("n, matmul_toeplitz ms, kept spectrum ms, ours ms, ratios (wanted 3 and 1.5)")
    for n in LENGTHS:
        plain, kept = measure(n, repetitions)
        own = ours.get(n)
        ratios = f"{own:.2f}, {plain / own:.2f}, {kept / own:.2f}" if own else "-"
        print(f"{n}, {plain:.2f}, {kept:.2f}, {ratios}")


if __name__ == "__main__":
    main()
