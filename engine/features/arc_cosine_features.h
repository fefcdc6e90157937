#pragma once
// Phi(x) = sqrt(2 / m) max(G x, 0)^n for n = 1, 2, and the step function for n = 0: with standard normal rows
// of G unbiased for the arc-cosine kernel K_n(x, y) = |x|^n |y|^n J_n(angle) / pi. Source: Cho and Saul 2009,
// eq. 1-3; J_n is written out in engine/README.md "Random features".

#include "engine/features/random_feature_map.h"

namespace kernelscope {

class ArcCosineFeatures final : public RandomFeatureMap {
 public:
  // Throws ShapeError for a count below 1, ConfigError for an order other than 0, 1, 2.
  ArcCosineFeatures(int inWidth, int projections, int order);

  int inWidth() const override { return inWidth_; }
  int projections() const override { return projections_; }
  int featureColumns() const override { return projections_; }
  void forward(ExecutionContext& context, const JetLayout& layout, const FeatureDraw<Tensor>& draw,
               const Tensor& x, const Tensor& z, const Tensor& phi) const override;
  void backward(ExecutionContext& context, const JetLayout& layout, const FeatureDraw<Tensor>& draw,
                const Tensor& x, const Tensor& z, const Tensor& gphi, const Tensor& gx) const override;

 private:
  int inWidth_, projections_;
  Activation activation_;
};

}  // namespace kernelscope
