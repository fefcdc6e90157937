#pragma once
// A scalable neural network kernel layer: y = Phi(x) Theta^T + b, with Phi a random feature map on frozen
// projections and Theta trained directly. Source: Sehanobish et al. 2023 (arXiv 2310.13225).
// x [rows, in], Phi(x) [rows, featureColumns], Theta [out, featureColumns], b [1, out], y [rows, out].

#include "engine/features/feature_sampling.h"
#include "engine/features/random_feature_map.h"
#include "engine/nn/layer.h"

#include <memory>

namespace kernelscope {

// Parameters: projection [m, in] (frozen), theta [out, featureColumns], bias [1, out].
class SnnkLayer final : public Layer {
 public:
  // Throws ShapeError for an output width below 1.
  SnnkLayer(std::unique_ptr<const RandomFeatureMap> map, ProjectionSampling sampling, int outWidth);

  int inWidth() const override { return map_->inWidth(); }
  int outWidth() const override { return outWidth_; }
  int featureColumns() const { return map_->featureColumns(); }
  const RandomFeatureMap& featureMap() const { return *map_; }
  std::vector<ParameterShape> parameterShapes() const override;
  LayerFlops flops() const override;
  std::vector<HostTensor> initialValues(const RngStream& trainable, const RngStream& frozen) const override;
  Jet forward(ExecutionContext& context, const LayerParameters& parameters, const Jet& x,
              LayerTape& tape) const override;
  void backward(ExecutionContext& context, const LayerParameters& parameters, const LayerTape& tape,
                const Jet& gy, Jet* gx, const LayerParameters& gradients) const override;

 private:
  std::unique_ptr<const RandomFeatureMap> map_;
  ProjectionSampling sampling_;
  int outWidth_;
};

}  // namespace kernelscope
