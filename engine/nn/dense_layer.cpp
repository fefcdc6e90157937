#include "engine/nn/dense_layer.h"

#include "engine/core/error.h"
#include "engine/nn/linear_map.h"

#include <fmt/format.h>

#include <cmath>

namespace kernelscope {

namespace {
constexpr std::size_t kDenseWeight = 0, kDenseBias = 1;
}

DenseLayer::DenseLayer(const DenseOptions& options) : options_(options) {
  if (options.inWidth < 1 || options.outWidth < 1) {
    throw ShapeError(
        fmt::format("a dense layer cannot go from {} to {} units", options.inWidth, options.outWidth));
  }
}

bool DenseLayer::isLinear() const {
  const Activation& s = options_.activation;
  return s.kind == ActivationKind::Identity && s.frequency == 1 && s.amplitude == 1;
}

std::vector<ParameterShape> DenseLayer::parameterShapes() const {
  return {{"weight", outWidth(), inWidth(), true}, {"bias", 1, outWidth(), true}};
}

LayerFlops DenseLayer::flops() const {
  const std::int64_t product = 2LL * inWidth() * outWidth();
  return {.forward = product, .training = 3 * product, .trainingAsFirst = 2 * product};
}

double DenseLayer::outputBound() const {
  return std::abs(options_.activation.amplitude) * activationBound(options_.activation.kind);
}

std::vector<HostTensor> DenseLayer::initialValues(const RngStream& trainable, const RngStream&) const {
  const UniformBounds& initial = options_.initial;
  return {uniformTensor(trainable.substream(kDenseWeight), outWidth(), inWidth(), initial.weight),
          uniformTensor(trainable.substream(kDenseBias), 1, outWidth(), initial.bias)};
}

Jet DenseLayer::forward(ExecutionContext& context, const LayerParameters& parameters, const Jet& x,
                        LayerTape& tape) const {
  checkLayerInput(x, inWidth());
  const Jet z =
      linearForward(context, x.layout, x.batch, x.data, parameters[kDenseWeight], parameters[kDenseBias]);
  tape.input = x;
  tape.saved.clear();
  if (isLinear()) return z;

  tape.saved.push_back(z.data);
  const Jet y = makeJet(context, x.layout, x.batch, outWidth(), z.data.dtype());
  context.backend.activateJet(options_.activation, x.layout, z.data, y.data);
  return y;
}

void DenseLayer::backward(ExecutionContext& context, const LayerParameters& parameters, const LayerTape& tape,
                          const Jet& gy, Jet* gx, const LayerParameters& gradients) const {
  const Jet& x = tape.input;
  if (!isLinear()) {
    context.backend.activateJetAdjoint(options_.activation, x.layout, tape.saved.front(), gy.data, 0,
                                       gy.data);
  }
  addLinearGradients(context, gy, x.data, gradients[kDenseWeight], gradients[kDenseBias]);
  if (gx == nullptr) return;
  *gx = makeJet(context, x.layout, x.batch, inWidth(), gy.data.dtype());
  linearInputAdjoint(context, gy.data, parameters[kDenseWeight], gx->data);
}

}  // namespace kernelscope
