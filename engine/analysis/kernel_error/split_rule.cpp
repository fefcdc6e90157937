#include "engine/analysis/kernel_error/split_rule.h"

#include <cmath>
#include <numbers>

namespace kernelscope {

Split SplitRule::split(double s) const {
  const Complex i{0, 1};
  const double root = std::sqrt(s);
  switch (phase) {
    case SplitPhase::Balanced: {
      const double eta = std::sqrt(base + s * scale * std::sqrt(1 - 8 * A(s)));
      return {i * (s / eta), Complex(eta)};
    }
    case SplitPhase::Same: {
      const Complex both = root * std::exp(i * (std::numbers::pi / 4));
      return {both, both};
    }
    case SplitPhase::Opposite: {
      const Complex rho = root * std::exp(-i * (std::numbers::pi / 4));
      return {rho, -rho};
    }
  }
  return {};
}

double momentOptimalA(double radius, int dimension) {
  const double d = dimension;
  double low = 0, high = 1;  // the cubic is -d at 0 and 4 R >= 0 at 1, and grows between
  for (int i = 0; i < 100; ++i) {
    const double u = (low + high) / 2;
    (2 * radius * u * u * u + d * u * u + 2 * radius * u - d > 0 ? high : low) = u;
  }
  const double u = (low + high) / 2;
  return (1 - 1 / (u * u)) / 8;
}

}  // namespace kernelscope
