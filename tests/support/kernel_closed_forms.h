#pragma once
// Exact values of the kernels that random features estimate.

#include <span>

namespace kernelscope::test {

double dot(std::span<const double> x, std::span<const double> y);

// exp(-sigma^2 |x - y|^2 / 2).
double gaussianKernel(double sigma, std::span<const double> x, std::span<const double> y);

// K_n(x, y) = |x|^n |y|^n J_n(angle) / pi, n = 0, 1, 2. Source: Cho and Saul 2009, eq. 3 and 5-7.
double arcCosineKernel(int order, std::span<const double> x, std::span<const double> y);

}  // namespace kernelscope::test
