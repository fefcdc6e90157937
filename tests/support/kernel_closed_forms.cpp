#include "tests/support/kernel_closed_forms.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kernelscope::test {

double dot(std::span<const double> x, std::span<const double> y) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
  return sum;
}

double gaussianKernel(double sigma, std::span<const double> x, std::span<const double> y) {
  const double squaredDistance = dot(x, x) - 2 * dot(x, y) + dot(y, y);
  return std::exp(-0.5 * sigma * sigma * squaredDistance);
}

double arcCosineKernel(int order, std::span<const double> x, std::span<const double> y) {
  const double norms = std::sqrt(dot(x, x) * dot(y, y));
  const double cosine = std::clamp(dot(x, y) / norms, -1.0, 1.0);
  const double angle = std::acos(cosine), rest = std::numbers::pi - angle, sine = std::sin(angle);
  double j = rest;
  if (order == 1) j = sine + rest * cosine;
  if (order == 2) j = 3 * sine * cosine + rest * (1 + 2 * cosine * cosine);
  return std::pow(norms, order) * j / std::numbers::pi;
}

}  // namespace kernelscope::test
