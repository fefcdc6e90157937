#include "engine/analysis/kernel_error/arc_cosine_kernel.h"

#include "engine/features/quadrature.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {

double power(double base, int exponent) {
  double product = 1;
  for (int i = 0; i < exponent; ++i) product *= base;
  return product;
}

}  // namespace

// In the plane of x and y, g = r (cos phi, sin phi) with E r^2n = 2^n n!, so
// K_n = 2 E[r^2n] |x|^n |y|^n (1 / 2 pi) int over the angles where both are positive of
// cos(phi)^n cos(phi - angle)^n: a trigonometric polynomial, which the rule integrates to rounding.
double arcCosineKernel(const PairGeometry& pair, int order) {
  const double lengths = pair.radius();
  if (lengths == 0) return order == 0 ? 0.5 : 0;
  const double angle = std::acos(std::clamp(pair.xw / lengths, -1.0, 1.0));
  double radial = 1;
  for (int k = 1; k <= order; ++k) radial *= 2 * k;
  const auto integrand = [&](double phi) {
    return power(std::cos(phi), order) * power(std::cos(phi - angle), order);
  };
  const double half = std::numbers::pi / 2;
  const double integral = integratePanels(integrand, angle - half, half, 4);
  return radial * power(lengths, order) * integral / std::numbers::pi;
}

void ArcCosineMethod::features(const PairGeometry&, const ProjectionDraw& draw,
                               std::span<double> values) const {
  for (std::size_t j = 0; j < values.size(); ++j) {
    const double x = draw.alongInput(j), w = draw.alongWeight(j);
    values[j] = x > 0 && w > 0 ? factor_ * power(x * w, order_) : 0;
  }
}

DrawNeeds ArcCosineMethod::needs() const {
  return {false, false};
}

double ArcCosineMethod::predictedStd(const PairGeometry& pair) const {
  const double kernel = arcCosineKernel(pair, order_);
  const double variance = 2 * arcCosineKernel(pair, 2 * order_) - kernel * kernel;
  return factor_ / 2 * std::sqrt(std::max(0.0, variance));
}

}  // namespace kernelscope
