#pragma once
// exp, sin and cos of doubles as plain arithmetic without branches, which the compiler turns into vector
// instructions of the level it compiles for; part of wave_kernels_level.cpp and random_kernels_level.cpp.
// Taylor's series after reduction by multiples of ln 2 and pi, in parts that multiply exactly (Cody and
// Waite 1980). Error at most 1e-12, relative for exp, absolute for sin and cos: what is averaged over random
// draws needs no more (tests/engine/wave_kernels_test.cpp).

#include <bit>
#include <cstdint>

namespace kernelscope::KS_SIMD_NAMESPACE {
namespace {

// Angles up to this size are reduced to the accuracy above.
constexpr double kLargestAngle = 1e5;
// Adding it rounds to a whole number, which the low bits of the sum then hold.
constexpr double kRounder = 0x1.8p52;

// 0 below -708.7, infinity above 709.7.
[[gnu::always_inline]] inline double vectorExp(double x) {
  constexpr double kLog2e = 1.4426950408889634, kHigh = 0.6931471804855391, kLow = 7.440617110012397e-11;
  // There 2^k is 0 or infinite.
  const double bounded = x < -709.2 ? -709.2 : (x > 709.9 ? 709.9 : x);
  const double rounded = bounded * kLog2e + kRounder, k = rounded - kRounder;
  const double r = (bounded - k * kHigh) - k * kLow;  // |r| <= ln(2) / 2
  double p = 1.0 / 3628800;
  p = p * r + 1.0 / 362880;
  p = p * r + 1.0 / 40320;
  p = p * r + 1.0 / 5040;
  p = p * r + 1.0 / 720;
  p = p * r + 1.0 / 120;
  p = p * r + 1.0 / 24;
  p = p * r + 1.0 / 6;
  p = p * r + 0.5;
  p = p * r + 1.0;
  p = p * r + 1.0;
  return p * std::bit_cast<double>((std::bit_cast<std::uint64_t>(rounded) + 1023) << 52);
}

// sin(r + k pi), |r| <= pi / 2, for `rounded` = k + kRounder.
[[gnu::always_inline]] inline double sineOfReduced(double r, double rounded) {
  const double rr = r * r;
  double p = 1.0 / 355687428096000.0;
  p = p * rr - 1.0 / 1307674368000.0;
  p = p * rr + 1.0 / 6227020800.0;
  p = p * rr - 1.0 / 39916800;
  p = p * rr + 1.0 / 362880;
  p = p * rr - 1.0 / 5040;
  p = p * rr + 1.0 / 120;
  p = p * rr - 1.0 / 6;
  const double sine = r + r * rr * p;
  const std::uint64_t sign = std::bit_cast<std::uint64_t>(rounded) << 63;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(sine) ^ sign);
}

// sin(x) for shift 0, cos(x) = sin(x + pi / 2) for shift 1/2.
[[gnu::always_inline]] inline double vectorSine(double x, double shift) {
  constexpr double kInversePi = 0.318309886183790672;
  constexpr double kHigh = 3.141592651605606, kLow = 1.9841871583270443e-09;
  const double rounded = (x * kInversePi + shift) + kRounder;
  const double k = (rounded - kRounder) - shift;
  return sineOfReduced((x - k * kHigh) - k * kLow, rounded);
}

// sin(pi t).
[[gnu::always_inline]] inline double sineOfHalfTurns(double t) {
  const double rounded = t + kRounder;
  return sineOfReduced((t - (rounded - kRounder)) * 3.14159265358979323846, rounded);
}

}  // namespace
}  // namespace kernelscope::KS_SIMD_NAMESPACE
