#include "engine/nn/snnk_layer.h"

#include "engine/core/error.h"
#include "engine/nn/initializers.h"
#include "engine/nn/linear_map.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {
constexpr std::size_t kProjection = 0, kTheta = 1, kOutputBias = 2, kScale = 3;
constexpr std::size_t kSavedZ = 0, kSavedPhi = 1;
}  // namespace

SnnkLayer::SnnkLayer(SnnkOptions options) : options_(std::move(options)) {
  if (outWidth() < 1) throw ShapeError(fmt::format("an SNNK layer cannot have {} outputs", outWidth()));
  if (options_.start && !featureMap().mapsWeights()) {
    throw ConfigError({ConfigIssue{
        "/start", "\"dense\" needs the exact radial factor of the universal map (\"radial\": \"exact\")"}});
  }
}

std::vector<ParameterShape> SnnkLayer::parameterShapes() const {
  const std::int64_t m = featureMap().projections();
  std::vector<ParameterShape> shapes = {{"projection", m, inWidth(), false},
                                        {"theta", outWidth(), featureColumns(), true},
                                        {"bias", 1, outWidth(), true}};
  if (featureMap().hasScales()) shapes.push_back({"scale", 1, m, false});
  return shapes;
}

FeatureDraw<Tensor> SnnkLayer::drawOf(const LayerParameters& parameters) const {
  return {parameters[kProjection], featureMap().hasScales() ? parameters[kScale] : Tensor()};
}

LayerFlops SnnkLayer::flops() const {
  const std::int64_t project = 2LL * featureMap().projections() * inWidth();
  const std::int64_t combine = 2LL * featureColumns() * outWidth();
  return {.forward = project + combine,
          .training = 2 * project + 3 * combine,
          .trainingAsFirst = project + 2 * combine};
}

std::vector<HostTensor> SnnkLayer::initialValues(const RngStream& trainable, const RngStream& frozen) const {
  const RandomFeatureMap& map = featureMap();
  const FeatureDraw<HostTensor> draw = {
      sampleProjections(options_.sampling, frozen.substream(kProjection), map.projections(), inWidth()),
      map.drawScales(frozen.substream(kScale))};
  HostTensor theta =
      uniformTensor(trainable.substream(kTheta), outWidth(), featureColumns(), thetaBound(featureColumns()));
  HostTensor bias(DType::Float64, 1, outWidth());
  if (options_.start) {
    const std::vector<HostTensor> dense = DenseLayer(*options_.start).initialValues(trainable, frozen);
    map.mapWeights(draw, dense[0], dense[1], theta, bias);
  } else {
    map.normalizeTheta(draw.scale, theta);
  }
  std::vector<HostTensor> values = {draw.projection, std::move(theta), std::move(bias)};
  if (map.hasScales()) values.push_back(draw.scale);
  return values;
}

Jet SnnkLayer::forward(ExecutionContext& context, const LayerParameters& parameters, const Jet& x,
                       LayerTape& tape) const {
  checkLayerInput(x, inWidth());
  const std::int64_t rows = x.data.rows();
  const Tensor z = context.workspace.take(x.data.dtype(), rows, featureMap().projections());
  const Tensor phi = context.workspace.take(x.data.dtype(), rows, featureColumns());
  featureMap().forward(context, x.layout, drawOf(parameters), x.data, z, phi);
  tape.input = x;
  tape.saved = {z, phi};
  return linearForward(context, x.layout, x.batch, phi, parameters[kTheta], parameters[kOutputBias]);
}

void SnnkLayer::backward(ExecutionContext& context, const LayerParameters& parameters, const LayerTape& tape,
                         const Jet& gy, Jet* gx, const LayerParameters& gradients) const {
  const Jet& x = tape.input;
  addLinearGradients(context, gy, tape.saved[kSavedPhi], gradients[kTheta], gradients[kOutputBias]);
  if (gx == nullptr) return;
  const Tensor gphi = context.workspace.take(gy.data.dtype(), gy.data.rows(), featureColumns());
  linearInputAdjoint(context, gy.data, parameters[kTheta], gphi);
  *gx = makeJet(context, x.layout, x.batch, inWidth(), gy.data.dtype());
  featureMap().backward(context, x.layout, drawOf(parameters), x.data, tape.saved[kSavedZ], gphi, gx->data);
}

}  // namespace kernelscope
