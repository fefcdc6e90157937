#include "engine/nn/initializers.h"

#include <cmath>

namespace kernelscope {

namespace {

bool isRectifierLike(ActivationKind kind) {
  return kind == ActivationKind::ReLU || kind == ActivationKind::GELU || kind == ActivationKind::SiLU ||
         kind == ActivationKind::Softplus;
}

double weightBound(double inWidth, double outWidth, const Activation& activation,
                   const LayerPosition& position) {
  const bool isSine = activation.kind == ActivationKind::Sine;
  const bool followsSine = activation.kind == ActivationKind::Identity && position.sineOmega0.has_value();
  if (isSine || followsSine) {
    const double omega0 = isSine ? activation.frequency : *position.sineOmega0;
    return position.isFirst ? 1 / inWidth : std::sqrt(6 / inWidth) / omega0;
  }
  if (isRectifierLike(activation.kind)) return std::sqrt(6 / inWidth);
  return std::sqrt(6 / (inWidth + outWidth));
}

}  // namespace

UniformBounds denseBounds(int inWidth, int outWidth, const Activation& activation,
                          const LayerPosition& position) {
  return {weightBound(inWidth, outWidth, activation, position), 1 / std::sqrt(static_cast<double>(inWidth))};
}

double thetaBound(int featureColumns) {
  return std::sqrt(6.0 / featureColumns);
}

HostTensor uniformTensor(const RngStream& stream, std::int64_t rows, std::int64_t cols, double bound) {
  HostTensor tensor(DType::Float64, rows, cols);
  std::uint64_t element = 0;
  for (double& value : tensor.values<double>()) value = bound * (2 * stream.uniform(element++) - 1);
  return tensor;
}

}  // namespace kernelscope
