#pragma once
// A scalable neural network kernel layer: y = Phi(x) Theta^T + b, with Phi a random feature map on frozen
// projections and Theta trained directly. Source: Sehanobish et al. 2023 (arXiv 2310.13225).
// x [rows, in], Phi(x) [rows, featureColumns], Theta [out, featureColumns], b [1, out], y [rows, out].

#include "engine/features/feature_sampling.h"
#include "engine/features/random_feature_map.h"
#include "engine/nn/dense_layer.h"

#include <memory>
#include <optional>

namespace kernelscope {

struct SnnkOptions {
  std::unique_ptr<const RandomFeatureMap> map;
  ProjectionSampling sampling = ProjectionSampling::Orthogonal;
  int outWidth = 0;
  // Theta and bias start as Psi of the weights that this dense layer would start with, through the layer's
  // own projections, so that it begins as an estimate of that layer. Empty: random.
  std::optional<DenseOptions> start;
};

// Parameters: projection [m, in] (frozen), theta [out, featureColumns], bias [1, out] and, for maps that
// have them, scale [1, m] (frozen).
class SnnkLayer final : public Layer {
 public:
  // Throws ShapeError for an output width below 1, ConfigError ("/start") where a start from a dense layer
  // is wished of a map that cannot estimate one.
  explicit SnnkLayer(SnnkOptions options);

  int inWidth() const override { return featureMap().inWidth(); }
  int outWidth() const override { return options_.outWidth; }
  int featureColumns() const { return featureMap().featureColumns(); }
  const RandomFeatureMap& featureMap() const { return *options_.map; }
  std::vector<ParameterShape> parameterShapes() const override;
  LayerFlops flops() const override;
  std::vector<HostTensor> initialValues(const RngStream& trainable, const RngStream& frozen) const override;
  Jet forward(ExecutionContext& context, const LayerParameters& parameters, const Jet& x,
              LayerTape& tape) const override;
  void backward(ExecutionContext& context, const LayerParameters& parameters, const LayerTape& tape,
                const Jet& gy, Jet* gx, const LayerParameters& gradients) const override;

 private:
  FeatureDraw<Tensor> drawOf(const LayerParameters& parameters) const;

  SnnkOptions options_;
};

}  // namespace kernelscope
