#include "engine/analysis/kernel_error/softmax_method.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

Split splitOf(SoftmaxMethod::Kind kind) {
  const Complex i{0, 1};
  return kind == SoftmaxMethod::Kind::Positive ? Split{1.0, 1.0} : Split{i, -i};
}

}  // namespace

double SoftmaxMethod::exact(const PairGeometry& pair) const {
  return std::exp(pair.argument());
}

double SoftmaxMethod::feature(const PairGeometry& pair, const ProjectionDraw& draw, std::size_t index) const {
  const Complex z = exponentialFeature(pair, splitOf(kind_), 0, A_, draw.alongInput[index],
                                       draw.alongWeight[index], draw.squaredNorm[index]);
  return std::exp(pair.bias) * z.real();
}

double SoftmaxMethod::predictedStd(const PairGeometry& pair) const {
  const SecondMoments z = featureMoments(pair, splitOf(kind_), 0, A_);
  const double mean = std::exp(pair.xw);
  return std::exp(pair.bias) * std::sqrt(std::max(0.0, (z.absolute + z.square.real()) / 2 - mean * mean));
}

double softmaxOptimalA(double q, int dimension) {
  const double d = dimension;
  if (q <= 0) return 0;
  const double phi = (std::sqrt((2 * q + d) * (2 * q + d) + 8 * d * q) - 2 * q - d) / (4 * q);
  return std::min(0.0, (1 - 1 / phi) / 8);
}

}  // namespace kernelscope
