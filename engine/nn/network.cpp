#include "engine/nn/network.h"

#include "engine/core/contract.h"
#include "engine/core/error.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {

ParameterLayout layoutOf(const std::vector<std::unique_ptr<Layer>>& layers) {
  std::vector<std::vector<ParameterShape>> shapes;
  shapes.reserve(layers.size());
  for (const auto& layer : layers) shapes.push_back(layer->parameterShapes());
  return ParameterLayout(shapes);
}

}  // namespace

Network::Network(std::vector<std::unique_ptr<Layer>> layers) : layers_(std::move(layers)) {
  if (layers_.empty()) throw ShapeError("a network needs at least one layer");
  for (std::size_t i = 1; i < layers_.size(); ++i) {
    if (layers_[i]->inWidth() != layers_[i - 1]->outWidth()) {
      throw ShapeError(fmt::format("layer {} takes {} inputs, but the layer before it gives {}", i,
                                   layers_[i]->inWidth(), layers_[i - 1]->outWidth()));
    }
  }
  layout_ = layoutOf(layers_);
}

LayerFlops Network::flops() const {
  LayerFlops sum;
  for (const auto& layer : layers_) {
    const LayerFlops flops = layer->flops();
    const bool isFirst = layer == layers_.front();
    sum.forward += flops.forward;
    sum.training += isFirst ? flops.trainingAsFirst : flops.training;
  }
  sum.trainingAsFirst = sum.training;
  return sum;
}

HostTensor Network::initialParameters(std::uint64_t seed) const {
  const RngStream trainable = randomStream(seed, RandomPurpose::Initialisation);
  const RngStream frozen = randomStream(seed, RandomPurpose::Projection);
  std::vector<std::vector<HostTensor>> values;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    values.push_back(layers_[i]->initialValues(trainable.substream(i), frozen.substream(i)));
  }
  HostTensor flat(DType::Float32, 1, layout_.totalCount());
  for (const ParameterSlice& slice : layout_.slices()) {
    const auto from = values[slice.layer].at(slice.position).values<double>();
    KS_EXPECT(static_cast<std::int64_t>(from.size()) == slice.rows * slice.cols,
              "starting values have their shape");
    const auto to = flat.values<float>().subspan(static_cast<std::size_t>(slice.offset), from.size());
    for (std::size_t i = 0; i < from.size(); ++i) to[i] = static_cast<float>(from[i]);
  }
  return flat;
}

Jet Network::forward(ExecutionContext& context, const NetworkParameters& parameters, const Jet& x,
                     NetworkTape& tape) const {
  KS_EXPECT(parameters.size() == layers_.size(), "parameters are bound to this network's layout");
  tape.resize(layers_.size());
  Jet jet = x;
  for (std::size_t i = 0; i < layers_.size(); ++i)
    jet = layers_[i]->forward(context, parameters[i], jet, tape[i]);
  return jet;
}

void Network::backward(ExecutionContext& context, const NetworkParameters& parameters,
                       const NetworkTape& tape, const Jet& gy, const NetworkParameters& gradients) const {
  KS_EXPECT(parameters.size() == layers_.size() && gradients.size() == layers_.size(),
            "parameters and gradients are bound to this network's layout");
  KS_EXPECT(tape.size() == layers_.size(), "the tape comes from this network's forward pass");
  Jet adjoint = gy;
  for (std::size_t i = layers_.size(); i-- > 0;) {
    Jet gx;
    layers_[i]->backward(context, parameters[i], tape[i], adjoint, i > 0 ? &gx : nullptr, gradients[i]);
    adjoint = gx;
  }
}

}  // namespace kernelscope
