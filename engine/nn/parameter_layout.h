#pragma once
// Where each parameter of a network lies in one flat vector: trainable ones first, so that the optimiser
// sees a prefix, frozen projections behind them.

#include "engine/nn/layer.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kernelscope {

struct ParameterSlice {
  std::string name;  // "layers.2.theta"
  std::int64_t rows = 0, cols = 0, offset = 0;
  bool trainable = true;
  std::size_t layer = 0;     // which layer it belongs to
  std::size_t position = 0;  // and where in that layer's parameterShapes()
};

class ParameterLayout {
 public:
  ParameterLayout() = default;
  explicit ParameterLayout(const std::vector<std::vector<ParameterShape>>& layers);

  const std::vector<ParameterSlice>& slices() const { return slices_; }
  std::int64_t trainableCount() const { return trainableCount_; }
  std::int64_t totalCount() const { return totalCount_; }

  // Views of `flat` [1, n] by layer. n = totalCount() gives all; n = trainableCount() leaves the frozen
  // ones unallocated (gradients, Adam's moments).
  std::vector<LayerParameters> bind(const Tensor& flat) const;

 private:
  std::vector<ParameterSlice> slices_;
  std::size_t layerCount_ = 0;
  std::int64_t trainableCount_ = 0, totalCount_ = 0;
};

}  // namespace kernelscope
