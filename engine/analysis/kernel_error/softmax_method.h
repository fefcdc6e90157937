#pragma once
// Random features of exp(w.x + b) and of the Gaussian kernel exp(-|x - w|^2 / 2), which is the same times
// exp(-(|x|^2 + |w|^2) / 2): L_g(rho x) L_g(eta w) with rho eta = 1. Positive features take rho = eta = 1 and
// A <= 0, trigonometric ones rho = i, eta = -i.
// Source: Choromanski et al. 2021 (positive), Likhosherstov et al. 2023 (the best A), Rahimi and Recht 2007
// (trigonometric features of the Gaussian kernel).

#include "engine/analysis/kernel_error/kernel_method.h"

namespace kernelscope {

class SoftmaxMethod final : public KernelMethod {
 public:
  enum class Kind { Positive, Trigonometric };
  enum class Kernel { Softmax, Gaussian };
  SoftmaxMethod(Kind kind, double A, Kernel kernel = Kernel::Softmax, double correction = 0.5)
      : kind_(kind), A_(A), kernel_(kernel), correction_(correction) {}

  double mean(const PairGeometry& pair) const override;
  void features(const PairGeometry& pair, const ProjectionDraw& draw,
                std::span<double> values) const override;
  DrawNeeds needs() const override;
  double predictedStd(const PairGeometry& pair) const override;
  double featureBound(const PairGeometry& pair) const override;
  double tailMeasure(const PairGeometry& pair) const override;

 private:
  double factor(const PairGeometry& pair) const;  // kernel / exp(w.x)

  Kind kind_;
  double A_;
  Kernel kernel_;
  double correction_;
};

// The A that minimises the variance of positive features at |x + w|^2 = q:
// phi = (sqrt((2q+d)^2 + 8dq) - 2q - d) / (4q), A = (1 - 1/phi) / 8.
double softmaxOptimalA(double q, int dimension);

}  // namespace kernelscope
