#pragma once
// Universal random features of the inputs: with alpha_j a scale of its own for every projection,
//   Phi(x) = r_j(x) [cos(alpha_j g_j.x), sin(alpha_j g_j.x)] / sqrt(m),   r_j = exp(alpha_j^2 |x|^2 / 2) or
//   1,
// followed by x itself for functions that grow. With the exact radial factor r, Phi(x) . Psi(w, b) is
// unbiased for f(w.x + b) (mapWeights); without it trained weights absorb the size of the features.
// Without waves of an activation all scales are sigma: trigonometric features of the kernel exp(sigma^2 x.y),
// or exp(-sigma^2 |x - y|^2 / 2) without the factor. Source: Sehanobish et al. 2023 (arXiv 2310.13225),
// section 3; Choromanski et al. 2021, eq. 4.

#include "engine/features/random_feature_map.h"
#include "engine/features/universal_split.h"

#include <optional>

namespace kernelscope {

struct UniversalFeatureOptions {
  int inWidth = 0, projections = 0;
  std::optional<Activation> activation;  // frequency is omega0
  double sigma = 1;
  bool radial = false;  // the exact factor r
  // |x_i| <= inputBound; infinite where inputs can be of any size.
  double inputBound = 1;
};

// The exact factor is at most exp(kMostRadialExponent): squares of it, as Adam keeps them, stay far within
// float32.
inline constexpr double kMostRadialExponent = 40;

class UniversalFeatures final : public RandomFeatureMap {
 public:
  // Throws ShapeError for a count below 1; ConfigError for an activation without waves ("/activation"), for a
  // radial factor of unbounded inputs ("/radial") or one that could overflow, naming the largest sigma
  // ("/sigma").
  explicit UniversalFeatures(const UniversalFeatureOptions& options);

  int inWidth() const override { return options_.inWidth; }
  int projections() const override { return options_.projections; }
  int featureColumns() const override { return 2 * projections() + (keepsInput() ? inWidth() : 0); }
  bool hasScales() const override { return true; }
  // Frequencies at one random place in each of m equally likely parts of their density.
  HostTensor drawScales(const RngStream& stream) const override;
  void forward(ExecutionContext& context, const JetLayout& layout, const FeatureDraw<Tensor>& draw,
               const Tensor& x, const Tensor& z, const Tensor& phi) const override;
  void backward(ExecutionContext& context, const JetLayout& layout, const FeatureDraw<Tensor>& draw,
                const Tensor& x, const Tensor& z, const Tensor& gphi, const Tensor& gx) const override;
  void normalizeTheta(const HostTensor& scale, HostTensor& theta) const override;
  bool mapsWeights() const override { return split_.has_value() && options_.radial; }
  void mapWeights(const FeatureDraw<HostTensor>& draw, const HostTensor& weight, const HostTensor& b,
                  HostTensor& theta, HostTensor& bias) const override;

 private:
  bool keepsInput() const { return split_ && split_->form().slope != 0; }
  double amplitude() const;
  Tensor halfSquaredNorm(ExecutionContext& context, const JetLayout& layout, const Tensor& x) const;

  UniversalFeatureOptions options_;
  std::optional<UniversalSplit> split_;
};

}  // namespace kernelscope
