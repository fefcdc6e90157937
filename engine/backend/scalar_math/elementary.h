#pragma once
// Elementary functions of the pointwise kernels. float: branch-free polynomials that the compiler
// vectorises; double: the C library's. Coefficients: S. L. Moshier, Cephes 2.8 (sinf, expf, tanhf).

#include "engine/backend/scalar_math/host_device.h"

#include <cstdint>
#include <cstring>

namespace kernelscope::scalar_math {

// |x| up to here the float polynomials for sine and cosine keep full accuracy; beyond, use the C library.
inline constexpr float kSinCosLimit = 8192.0F;

KS_HD float bitsToFloat(std::uint32_t bits) {
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}
KS_HD std::uint32_t floatToBits(float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

// For |x| <= kSinCosLimit; absolute error below 1e-7. Reduction by multiples of pi/2 in three parts
// (Cody & Waite), then polynomials on [-pi/4, pi/4].
KS_HD void sinCos(float x, float& sine, float& cosine) {
  constexpr float kTwoOverPi = 0.636619772367581343F;
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: adding it rounds to an integer kept in the low bits
  const float shifted = x * kTwoOverPi + kRound;
  const std::uint32_t quadrant = floatToBits(shifted);
  const float q = shifted - kRound;
  float r = x - q * 1.5703125F;
  r = r - q * 4.837512969970703125e-4F;
  r = r - q * 7.54978995489188216e-8F;
  const float r2 = r * r;
  const float s = ((-1.9515295891e-4F * r2 + 8.3321608736e-3F) * r2 - 1.6666654611e-1F) * r2 * r + r;
  const float c =
      ((2.443315711809948e-5F * r2 - 1.388731625493765e-3F) * r2 + 4.166664568298827e-2F) * r2 * r2 -
      0.5F * r2 + 1.0F;
  const bool swap = (quadrant & 1U) != 0;
  const float sinePart = swap ? c : s;
  const float cosinePart = swap ? s : c;
  sine = bitsToFloat(floatToBits(sinePart) ^ ((quadrant & 2U) << 30));
  cosine = bitsToFloat(floatToBits(cosinePart) ^ (((quadrant + 1U) & 2U) << 30));
}
KS_HD void sinCos(double x, double& sine, double& cosine) {
  sine = __builtin_sin(x);
  cosine = __builtin_cos(x);
}
// The C library's, for arguments of any size.
KS_HD void sinCosAnySize(float x, float& sine, float& cosine) {
  sine = __builtin_sinf(x);
  cosine = __builtin_cosf(x);
}
KS_HD void sinCosAnySize(double x, double& sine, double& cosine) {
  sinCos(x, sine, cosine);
}

// Saturates at 2e38 and 1e-38 instead of overflowing; relative error below 2e-7. NaN stays NaN.
KS_HD float exponential(float x) {
  constexpr float kRound = 12582912.0F;
  float t = x > 88.3F ? 88.3F : x;
  t = t < -87.3F ? -87.3F : t;
  const float shifted = t * 1.44269504088896341F + kRound;
  const float n = shifted - kRound;
  const float r = (t - n * 0.693359375F) - n * -2.12194440e-4F;
  float p = 1.9875691500e-4F;
  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  const float mantissa = p * r * r + r + 1.0F;
  const float scale = bitsToFloat((floatToBits(shifted) + 127U) << 23);
  return mantissa * scale;
}
KS_HD double exponential(double x) {
  return __builtin_exp(x);
}

KS_HD float hyperbolicTangent(float x) {
  const float magnitude = x < 0 ? -x : x;
  const float large = 1.0F - 2.0F / (exponential(2.0F * magnitude) + 1.0F);
  const float z = x * x;
  const float small =
      ((((-5.70498872745e-3F * z + 2.06390887954e-2F) * z - 5.37397155531e-2F) * z + 1.33314422036e-1F) * z -
       3.33332819422e-1F) *
          z * x +
      x;
  const float signedLarge = x < 0 ? -large : large;
  return magnitude < 0.625F ? small : signedLarge;
}
KS_HD double hyperbolicTangent(double x) {
  return __builtin_tanh(x);
}

KS_HD float errorFunction(float x) {
  return __builtin_erff(x);
}
KS_HD double errorFunction(double x) {
  return __builtin_erf(x);
}
KS_HD float log1Plus(float x) {
  return __builtin_log1pf(x);
}
KS_HD double log1Plus(double x) {
  return __builtin_log1p(x);
}
KS_HD float squareRoot(float x) {
  return __builtin_sqrtf(x);
}
KS_HD double squareRoot(double x) {
  return __builtin_sqrt(x);
}

}  // namespace kernelscope::scalar_math
