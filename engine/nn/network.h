#pragma once
// A chain of layers. Stateless: parameters come from outside, bound to the network's ParameterLayout.

#include "engine/nn/layer.h"
#include "engine/nn/parameter_layout.h"

#include <memory>
#include <vector>

namespace kernelscope {

using NetworkParameters = std::vector<LayerParameters>;
using NetworkTape = std::vector<LayerTape>;

class Network {
 public:
  // Throws ShapeError if neighbouring widths differ or there is no layer.
  explicit Network(std::vector<std::unique_ptr<Layer>> layers);

  int inWidth() const { return layers_.front()->inWidth(); }
  int outWidth() const { return layers_.back()->outWidth(); }
  const std::vector<std::unique_ptr<Layer>>& layers() const { return layers_; }
  const ParameterLayout& parameterLayout() const { return layout_; }
  LayerFlops flops() const;  // sums over the layers; `training` counts the first layer as first

  // Starting values of all parameters [1, totalCount], float32 as trained, from the experiment's seed.
  // Layer i draws from substream i, so equal layers at equal places start equal in both lanes.
  HostTensor initialParameters(std::uint64_t seed) const;

  Jet forward(ExecutionContext& context, const NetworkParameters& parameters, const Jet& x,
              NetworkTape& tape) const;
  // `gy` is the adjoint of the output; parameter gradients are added to `gradients`.
  void backward(ExecutionContext& context, const NetworkParameters& parameters, const NetworkTape& tape,
                const Jet& gy, const NetworkParameters& gradients) const;

 private:
  std::vector<std::unique_ptr<Layer>> layers_;
  ParameterLayout layout_;
};

}  // namespace kernelscope
