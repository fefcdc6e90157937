#include "engine/analysis/kernel_error/polynomial_method.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

// prod (g.x)(g.w) over `factors` projections: `first`, first + stride, ...
double product(const ProjectionDraw& draw, std::size_t first, std::size_t stride, int factors) {
  double value = 1;
  for (int i = 0; i < factors; ++i, first += stride)
    value *= draw.alongInput(first) * draw.alongWeight(first);
  return value;
}

}  // namespace

PolynomialMethod::PolynomialMethod(Kind kind, PowerSeries series, bool signs, double bias)
    : kind_(kind), series_(std::move(series)), signs_(signs), bias_(bias) {}

int PolynomialMethod::projectionsPerFeature() const {
  return std::max(1, kind_ == Kind::EveryPower ? degree() * (degree() + 1) / 2 : degree());
}

KernelPair PolynomialMethod::seenPair(const KernelPair& pair) const {
  KernelPair seen = pair;
  seen.x.push_back(1);
  seen.w.push_back(pair.bias);
  return makePair(std::move(seen.x), std::move(seen.w), 0);
}

double PolynomialMethod::probability(int power) const {
  return std::ldexp(1.0, power < degree() ? -(power + 1) : -power);
}

double PolynomialMethod::onePower(const ProjectionDraw& draw, std::size_t first, std::size_t stride) const {
  int power = 0;
  for (double rest = draw.uniform[first]; power < degree() && rest >= probability(power); ++power)
    rest -= probability(power);
  return series_.coefficients[static_cast<std::size_t>(power)] / probability(power) *
         product(draw, first, stride, power);
}

double PolynomialMethod::everyPower(const ProjectionDraw& draw, std::size_t first, std::size_t stride) const {
  double sum = series_.coefficients[0];
  std::size_t next = first;
  for (int i = 1; i <= degree(); ++i) {
    const double a = series_.coefficients[static_cast<std::size_t>(i)];
    if (a != 0) sum += a * product(draw, next, stride, i);
    next += stride * static_cast<std::size_t>(i);
  }
  return sum;
}

void PolynomialMethod::features(const PairGeometry&, const ProjectionDraw& draw,
                                std::span<double> values) const {
  const std::size_t stride = values.size();
  for (std::size_t j = 0; j < stride; ++j)
    values[j] = kind_ == Kind::OnePower ? onePower(draw, j, stride) : everyPower(draw, j, stride);
}

DrawNeeds PolynomialMethod::needs() const {
  return {false, kind_ == Kind::OnePower};
}

// E [(g.x)(g.w)]^2 = |x|^2 |w|^2 + 2 (x.w)^2 for normal entries; for signs less 2 sum_k x_k^2 w_k^2.
double PolynomialMethod::predictedStd(const PairGeometry& pair) const {
  const double q = pair.xx * pair.ww + 2 * pair.xw * pair.xw - (signs_ ? 2 * pair.overlap : 0);
  double variance = kind_ == Kind::OnePower ? -mean(pair) * mean(pair) : 0;
  for (int i = 0; i <= degree(); ++i) {
    const double a = series_.coefficients[static_cast<std::size_t>(i)];
    if (kind_ == Kind::OnePower)
      variance += a * a / probability(i) * std::pow(q, i);
    else
      variance += a * a * (std::pow(q, i) - std::pow(pair.xw, 2 * i));
  }
  return std::sqrt(std::max(0.0, variance));
}

}  // namespace kernelscope
