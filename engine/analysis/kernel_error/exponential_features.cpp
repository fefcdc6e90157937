#include "engine/analysis/kernel_error/exponential_features.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

const Complex kI{0, 1};

Complex exponentialOrInfinity(const Complex& exponent) {
  if (exponent.real() > 709) return {std::numeric_limits<double>::infinity(), 0};
  return std::exp(exponent);
}

}  // namespace

double PairGeometry::radius() const {
  return std::sqrt(xx * ww);
}

Complex logFourthMoment(const PairGeometry& pair, double A, const PairVector (&u)[4]) {
  Complex rho, eta, squares;
  for (const PairVector& vector : u) {
    rho += vector.rho;
    eta += vector.eta;
    squares += vector.rho * vector.rho * pair.xx + 2.0 * vector.rho * vector.eta * pair.xw +
               vector.eta * vector.eta * pair.ww;
  }
  const Complex sum = rho * rho * pair.xx + 2.0 * rho * eta * pair.xw + eta * eta * pair.ww;
  const double a = 1 - 4 * A, c = 1 - 8 * A;
  return 0.5 * pair.dimension * std::log(a * a / c) + a / (2 * c) * sum - 0.5 * squares;
}

ExponentialFeature::ExponentialFeature(const PairGeometry& pair, const Split& split, double s, double A,
                                       double correction)
    : A2_(2 * A),
      alongInput_(std::sqrt(1 - 4 * A) * split.rho),
      alongWeight_(std::sqrt(1 - 4 * A) * split.eta) {
  const Complex squares = split.rho * split.rho * pair.xx + split.eta * split.eta * pair.ww;
  logSize_ = 0.5 * pair.dimension * std::log(1 - 4 * A) - correction * squares.real();
  phase_ = s * pair.bias - correction * squares.imag();
}

// The exponent 2 A |g|^2 + sqrt(1-4A) g.v, v = Re rho x + Re eta w, is largest at g = -sqrt(1-4A) v / (4A).
double largestFeature(const PairGeometry& pair, const Split& split, double A) {
  const double p = split.rho.real(), q = split.eta.real();
  const double along = std::max(0.0, p * p * pair.xx + 2 * p * q * pair.xw + q * q * pair.ww);
  const Complex squares = split.rho * split.rho * pair.xx + split.eta * split.eta * pair.ww;
  if (A == 0 && along > 1e-30) return std::numeric_limits<double>::infinity();
  const double peak = along > 1e-30 ? (1 - 4 * A) * along / (-8 * A) : 0;
  return std::exp(0.5 * pair.dimension * std::log(1 - 4 * A) + peak - 0.5 * squares.real());
}

SecondMoments featureMoments(const PairGeometry& pair, const Split& split, double s, double A) {
  const PairVector x{split.rho, 0}, w{0, split.eta};
  const PairVector xc{std::conj(split.rho), 0}, wc{0, std::conj(split.eta)};
  const Complex absolute = logFourthMoment(pair, A, {x, w, xc, wc});
  const Complex square = logFourthMoment(pair, A, {x, w, x, w}) + 2.0 * kI * (s * pair.bias);
  return {exponentialOrInfinity(absolute).real(), exponentialOrInfinity(square)};
}

}  // namespace kernelscope
