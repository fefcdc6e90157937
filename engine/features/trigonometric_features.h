#pragma once
// Phi(x) = [cos(sigma G x), sin(sigma G x)] / sqrt(m): with standard normal rows of G unbiased for the
// Gaussian kernel exp(-sigma^2 |x - y|^2 / 2). Source: Rahimi and Recht 2007, algorithm 1, in its paired
// form.

#include "engine/features/random_feature_map.h"

namespace kernelscope {

class TrigonometricFeatures final : public RandomFeatureMap {
 public:
  // Throws ShapeError for a count below 1.
  TrigonometricFeatures(int inWidth, int projections, double sigma);

  int inWidth() const override { return inWidth_; }
  int projections() const override { return projections_; }
  int featureColumns() const override { return 2 * projections_; }
  double sigma() const { return sigma_; }
  void forward(ExecutionContext& context, const JetLayout& layout, const FeatureDraw<Tensor>& draw,
               const Tensor& x, const Tensor& z, const Tensor& phi) const override;
  void backward(ExecutionContext& context, const JetLayout& layout, const FeatureDraw<Tensor>& draw,
                const Tensor& x, const Tensor& z, const Tensor& gphi, const Tensor& gx) const override;

 private:
  Activation part(ActivationKind kind) const;

  int inWidth_, projections_;
  double sigma_;
};

}  // namespace kernelscope
