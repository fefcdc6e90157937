#include "engine/nn/network_cost.h"

#include "engine/nn/dense_layer.h"
#include "engine/nn/snnk_layer.h"

#include <algorithm>

namespace kernelscope {

namespace {

constexpr std::int64_t linearMapParameters(std::int64_t in, std::int64_t out) {
  return (in + 1) * out;
}

// What joining the linear end of `snnk` with `next` saves; 0 where it saves nothing.
std::int64_t mergeSaving(const SnnkLayer& snnk, const DenseLayer& next) {
  const std::int64_t columns = snnk.featureColumns();
  const std::int64_t separate =
      linearMapParameters(columns, snnk.outWidth()) + linearMapParameters(next.inWidth(), next.outWidth());
  return std::max<std::int64_t>(0, separate - linearMapParameters(columns, next.outWidth()));
}

}  // namespace

LaneCost networkCost(const Network& network) {
  const LayerFlops flops = network.flops();
  LaneCost cost;
  cost.storedParameters = network.parameterLayout().totalCount();
  cost.trainableParameters = cost.mergedParameters = network.parameterLayout().trainableCount();
  cost.flopsPerSample = flops.forward;
  cost.trainingFlopsPerSample = flops.training;
  const auto& layers = network.layers();
  for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
    const auto* snnk = dynamic_cast<const SnnkLayer*>(layers[i].get());
    const auto* next = dynamic_cast<const DenseLayer*>(layers[i + 1].get());
    if (snnk != nullptr && next != nullptr) cost.mergedParameters -= mergeSaving(*snnk, *next);
  }
  return cost;
}

}  // namespace kernelscope
