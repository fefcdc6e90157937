#pragma once
// The arc-cosine kernels K_n(x, y) = 2 E[step(g.x) step(g.y) (g.x)^n (g.y)^n] and their features.
// Source: Cho and Saul 2009.

#include "engine/analysis/kernel_error/kernel_method.h"

namespace kernelscope {

// n = 0, 1, 2, ...: |x|^n |y|^n J_n(angle) / pi, by an exact quadrature of the plane integral.
double arcCosineKernel(const PairGeometry& pair, int order);

class ArcCosineMethod final : public KernelMethod {
 public:
  // `factor` 2 is right; 1 is the published code, which leaves out sqrt(2) in each feature.
  explicit ArcCosineMethod(int order, double factor = 2) : order_(order), factor_(factor) {}
  double mean(const PairGeometry& pair) const override { return factor_ / 2 * arcCosineKernel(pair, order_); }
  void features(const PairGeometry& pair, const ProjectionDraw& draw,
                std::span<double> values) const override;
  DrawNeeds needs() const override;
  double predictedStd(const PairGeometry& pair) const override;  // factor / 2 sqrt(2 K_2n - K_n^2)

 private:
  int order_;
  double factor_;
};

}  // namespace kernelscope
