#pragma once
// How a frequency is split between input and weight, and the A of its features: the free choices of a
// universal map, all unbiased, with variances that differ by orders of magnitude.

#include "engine/analysis/kernel_error/exponential_features.h"

namespace kernelscope {

enum class SplitPhase {
  Balanced,  // rho = i alpha, eta real: real features
  Same,      // rho = eta = sqrt(i s): small variance where x and -w are near
  Opposite   // rho = sqrt(s) exp(-i pi/4), eta = -rho: small variance where x and w are near
};

struct SplitRule {
  SplitPhase phase = SplitPhase::Balanced;
  // Balanced only: eta^2 = base + s scale sqrt(1-8A), alpha = s / eta. scale = |x| / |w| minimises E|Z|^2 of
  // one wave with base 0; base 1 keeps alpha ~ s near s = 0, which a pole of the transform there needs.
  // scale 0 gives eta = 1, whose variance is infinite for slowly decaying transforms.
  double scale = 1, base = 1;
  double fixedA = 0;  // <= 0
  // Frequency-dependent A(s) = -growth s^2 / 8: bounds the exponent for every norm. 0: fixedA.
  double growth = 0;
  double correction = 0.5;  // 1: the published code for inputs of rank 3, which biases

  double A(double s) const { return growth > 0 ? -growth * s * s / 8 : fixedA; }
  Split split(double s) const;
};

// The A that minimises E|Z|^2 at R = |x| |w|, s = 1, under the balanced split: the root u in (0, 1] of
// 2 R u^3 + d u^2 + 2 R u - d = 0, u = (1-8A)^(-1/2).
double momentOptimalA(double radius, int dimension);

}  // namespace kernelscope
