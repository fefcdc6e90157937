#include "engine/analysis/kernel_error/quasi_points.h"

#include "engine/core/error.h"

#include <boost/math/special_functions/erf.hpp>
#include <boost/random/sobol.hpp>

#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {

// The standard normal number at quantile u in [0, 1), within +-8.2.
double normalQuantile(double u) {
  constexpr double kSmallest = 1.1102230246251565e-16;  // 2^-53
  const double inside = std::min(std::max(u, kSmallest), 1 - kSmallest);
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * inside);
}

double shifted(double u, double shift) {
  const double sum = u + shift;
  return sum >= 1 ? sum - 1 : sum;
}

}  // namespace

QuasiPoints quasiPoints(std::size_t dimension, std::size_t count, const RngStream& stream) {
  if (dimension + 1 > kMostQuasiDimensions)
    throw NumericalError("quasi-random points have at most " + std::to_string(kMostQuasiDimensions - 1) +
                         " dimensions; got " + std::to_string(dimension));
  boost::random::sobol generator(dimension + 1);
  const double scale = std::ldexp(1.0, -64);
  std::vector<double> shift(dimension + 1);
  for (std::size_t k = 0; k <= dimension; ++k) shift[k] = stream.uniform(k);
  QuasiPoints points;
  points.normals.reserve(count * dimension);
  points.uniforms.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < dimension; ++k)
      points.normals.push_back(normalQuantile(shifted(static_cast<double>(generator()) * scale, shift[k])));
    points.uniforms.push_back(shifted(static_cast<double>(generator()) * scale, shift[dimension]));
  }
  return points;
}

}  // namespace kernelscope
