#include "engine/nn/jet.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace kernelscope {

Jet makeJet(ExecutionContext& context, const JetLayout& layout, std::int64_t batch, std::int64_t width,
            DType dtype) {
  return {layout, batch, context.workspace.take(dtype, layout.channels() * batch, width)};
}

Jet seedJet(ExecutionContext& context, const JetLayout& layout, const Tensor& coordinates) {
  const std::int64_t batch = coordinates.rows(), width = coordinates.cols();
  if (layout.coordinates != 0 && layout.coordinates != width) {
    throw ShapeError(fmt::format("a jet with {} derivative channels needs inputs of that width, got [{}, {}]",
                                 layout.coordinates, batch, width));
  }
  if (layout.laplacian && layout.coordinates == 0) {
    throw ShapeError("a jet with a Laplacian channel needs the first derivatives too");
  }
  const auto weights = static_cast<std::int64_t>(layout.laplacianWeights.size());
  if (weights != 0 && weights != layout.coordinates) {
    throw ShapeError(fmt::format("{} Laplacian weights for {} coordinates", weights, layout.coordinates));
  }
  if (layout.channels() == 1) return {layout, batch, coordinates};

  const Jet jet = makeJet(context, layout, batch, width, coordinates.dtype());
  context.backend.copy(coordinates, jet.values());
  context.backend.fill(jet.derivativeRows(), 0);
  for (int k = 0; k < layout.coordinates; ++k) context.backend.fill(jet.derivative(k).columnRange(k, 1), 1);
  return jet;
}

}  // namespace kernelscope
