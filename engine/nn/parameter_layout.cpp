#include "engine/nn/parameter_layout.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace kernelscope {

ParameterLayout::ParameterLayout(const std::vector<std::vector<ParameterShape>>& layers)
    : layerCount_(layers.size()) {
  for (const bool trainable : {true, false}) {
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
      for (std::size_t position = 0; position < layers[layer].size(); ++position) {
        const ParameterShape& shape = layers[layer][position];
        if (shape.trainable != trainable) continue;
        slices_.push_back({fmt::format("layers.{}.{}", layer, shape.name), shape.rows, shape.cols,
                           totalCount_, trainable, layer, position});
        totalCount_ += shape.rows * shape.cols;
      }
    }
    if (trainable) trainableCount_ = totalCount_;
  }
}

std::vector<LayerParameters> ParameterLayout::bind(const Tensor& flat) const {
  if (flat.rows() != 1 || (flat.cols() != totalCount_ && flat.cols() != trainableCount_)) {
    throw ShapeError(
        fmt::format("parameters must be [1, {}], or [1, {}] without the frozen ones; got [{}, {}]",
                    totalCount_, trainableCount_, flat.rows(), flat.cols()));
  }
  const bool withFrozen = flat.cols() == totalCount_;
  std::vector<LayerParameters> layers(layerCount_);
  for (const ParameterSlice& slice : slices_) {
    LayerParameters& tensors = layers[slice.layer];
    if (tensors.size() <= slice.position) tensors.resize(slice.position + 1);
    if (slice.trainable || withFrozen) {
      tensors[slice.position] = flat.reshapedRange(slice.offset, slice.rows, slice.cols);
    }
  }
  return layers;
}

}  // namespace kernelscope
