#include "engine/nn/snnk_layer.h"

#include "engine/core/error.h"
#include "engine/nn/initializers.h"
#include "engine/nn/linear_map.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {
constexpr std::size_t kProjection = 0, kTheta = 1, kBias = 2;
constexpr std::size_t kSavedZ = 0, kSavedPhi = 1;
}  // namespace

SnnkLayer::SnnkLayer(std::unique_ptr<const RandomFeatureMap> map, ProjectionSampling sampling, int outWidth)
    : map_(std::move(map)), sampling_(sampling), outWidth_(outWidth) {
  if (outWidth < 1) throw ShapeError(fmt::format("an SNNK layer cannot have {} outputs", outWidth));
}

std::vector<ParameterShape> SnnkLayer::parameterShapes() const {
  return {{"projection", map_->projections(), inWidth(), false},
          {"theta", outWidth(), featureColumns(), true},
          {"bias", 1, outWidth(), true}};
}

LayerFlops SnnkLayer::flops() const {
  const std::int64_t project = 2LL * map_->projections() * inWidth();
  const std::int64_t combine = 2LL * featureColumns() * outWidth();
  return {.forward = project + combine,
          .training = 2 * project + 3 * combine,
          .trainingAsFirst = project + 2 * combine};
}

std::vector<HostTensor> SnnkLayer::initialValues(const RngStream& trainable, const RngStream& frozen) const {
  return {
      sampleProjections(sampling_, frozen.substream(kProjection), map_->projections(), inWidth()),
      uniformTensor(trainable.substream(kTheta), outWidth(), featureColumns(), thetaBound(featureColumns())),
      HostTensor(DType::Float64, 1, outWidth())};
}

Jet SnnkLayer::forward(ExecutionContext& context, const LayerParameters& parameters, const Jet& x,
                       LayerTape& tape) const {
  checkLayerInput(x, inWidth());
  const std::int64_t rows = x.data.rows();
  const Tensor z = context.workspace.take(x.data.dtype(), rows, map_->projections());
  const Tensor phi = context.workspace.take(x.data.dtype(), rows, featureColumns());
  map_->forward(context, x.layout, parameters[kProjection], x.data, z, phi);
  tape.input = x;
  tape.saved = {z, phi};
  return linearForward(context, x.layout, x.batch, phi, parameters[kTheta], parameters[kBias]);
}

void SnnkLayer::backward(ExecutionContext& context, const LayerParameters& parameters, const LayerTape& tape,
                         const Jet& gy, Jet* gx, const LayerParameters& gradients) const {
  const Jet& x = tape.input;
  addLinearGradients(context, gy, tape.saved[kSavedPhi], gradients[kTheta], gradients[kBias]);
  if (gx == nullptr) return;
  const Tensor gphi = context.workspace.take(gy.data.dtype(), gy.data.rows(), featureColumns());
  linearInputAdjoint(context, gy.data, parameters[kTheta], gphi);
  *gx = makeJet(context, x.layout, x.batch, inWidth(), gy.data.dtype());
  map_->backward(context, x.layout, parameters[kProjection], tape.saved[kSavedZ], gphi, gx->data);
}

}  // namespace kernelscope
