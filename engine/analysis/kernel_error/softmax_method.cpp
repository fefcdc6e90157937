#include "engine/analysis/kernel_error/softmax_method.h"

#include "engine/analysis/kernel_error/wave_features.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

Split splitOf(SoftmaxMethod::Kind kind) {
  const Complex i{0, 1};
  return kind == SoftmaxMethod::Kind::Positive ? Split{1.0, 1.0} : Split{i, -i};
}

}  // namespace

double SoftmaxMethod::factor(const PairGeometry& pair) const {
  return std::exp(kernel_ == Kernel::Softmax ? pair.bias : -(pair.xx + pair.ww) / 2);
}

double SoftmaxMethod::mean(const PairGeometry& pair) const {
  return factor(pair) * std::exp(pair.xw);
}

void SoftmaxMethod::features(const PairGeometry& pair, const ProjectionDraw& draw,
                             std::span<double> values) const {
  const double outer = factor(pair);
  SplitRule rule;
  rule.fixedA = A_;
  rule.correction = correction_;
  const WaveFeature feature(pair, splitOf(kind_), rule);
  waveFeatures(Wave::Cosine, draw, feature, values);
  for (double& value : values) value *= outer;
}

DrawNeeds SoftmaxMethod::needs() const {
  return {A_ != 0, false};
}

double SoftmaxMethod::predictedStd(const PairGeometry& pair) const {
  const SecondMoments z = featureMoments(pair, splitOf(kind_), 0, A_);
  const double mean = std::exp(pair.xw);
  return factor(pair) * std::sqrt(std::max(0.0, (z.absolute + z.square.real()) / 2 - mean * mean));
}

double SoftmaxMethod::featureBound(const PairGeometry& pair) const {
  return factor(pair) * largestFeature(pair, splitOf(kind_), A_);
}

double SoftmaxMethod::tailMeasure(const PairGeometry& pair) const {
  if (kind_ == Kind::Trigonometric) return 0;
  return std::sqrt(std::max(0.0, pair.xx + 2 * pair.xw + pair.ww) / (1 - 8 * A_));
}

double softmaxOptimalA(double q, int dimension) {
  const double d = dimension;
  if (q <= 0) return 0;
  const double phi = (std::sqrt((2 * q + d) * (2 * q + d) + 8 * d * q) - 2 * q - d) / (4 * q);
  return std::min(0.0, (1 - 1 / phi) / 8);
}

}  // namespace kernelscope
