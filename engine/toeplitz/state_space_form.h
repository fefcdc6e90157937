#pragma once
// A causal Toeplitz kernel as a linear recurrence with diagonal states, exactly:
//   u_s(i) = lambda_s u_s(i-1) + b_s x(i),   y(i) = Re sum_s u_s(i),   so that k(lag) = Re sum_s b_s
//   lambda_s^lag.
// With t(0) .. t(n-1), t(n) = -sum t and M = n + 1: b = the inverse transform of t, of which b_0 = 0, and
// lambda_s = gamma exp(-2 pi i s / M) give gamma^lag t(lag) for lag < n. Real t need only the states s <= M
// / 2. Source: Qin and Zhong 2023 (arXiv 2311.08756), section 3.2.

#include <complex>
#include <cstdint>
#include <span>
#include <vector>

namespace kernelscope {

struct DiagonalState {
  std::complex<double> lambda, b;
};

// `taps` are t, without the decay; 0 < gamma <= 1. Throws ShapeError without taps. O(n log n).
std::vector<DiagonalState> stateSpaceForm(std::span<const double> taps, double gamma);
// k(0) .. k(count-1). O(count x states).
std::vector<double> impulseResponse(std::span<const DiagonalState> states, std::int64_t count);
// y of one sequence, by the recurrence. O(n x states).
std::vector<double> runRecurrence(std::span<const DiagonalState> states, std::span<const double> x);

}  // namespace kernelscope
