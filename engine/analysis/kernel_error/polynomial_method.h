#pragma once
// Random features of polynomials of z = x.w, from products of independent projections with entries of mean 0
// and variance 1: E prod_{j<=i} (g_j.x)(g_j.w) = (x.w)^i. The bias is one more dimension: x+ = [x, 1],
// w+ = [w, b].
//
// EUGen (arXiv 2601.22563): a draw has every power at once, X = sum_i a_i prod_{j<=i} (g_ij.x)(g_ij.w).
// Random Maclaurin (Kar and Karnick 2012): a draw picks one power N with P(N) = 2^-(N+1) (the rest to the
// highest) and is a_N / P(N) times that product.

#include "engine/analysis/kernel_error/kernel_method.h"
#include "engine/analysis/kernel_error/power_series.h"

namespace kernelscope {

class PolynomialMethod final : public KernelMethod {
 public:
  enum class Kind { EveryPower, OnePower };
  // `bias` bounds |polynomial - function| on the arguments of the study; `signs`: entries are +-1.
  PolynomialMethod(Kind kind, PowerSeries series, bool signs, double bias);

  double mean(const PairGeometry& pair) const override { return series_.evaluate(pair.argument()); }
  void features(const PairGeometry& pair, const ProjectionDraw& draw,
                std::span<double> values) const override;
  DrawNeeds needs() const override;
  int projectionsPerFeature() const override;
  KernelPair seenPair(const KernelPair& pair) const override;
  double predictedStd(const PairGeometry& pair) const override;
  double biasBound() const override { return bias_; }

 private:
  int degree() const { return static_cast<int>(series_.coefficients.size()) - 1; }
  double probability(int power) const;
  // One draw from the projections first, first + stride, ...
  double onePower(const ProjectionDraw& draw, std::size_t first, std::size_t stride) const;
  double everyPower(const ProjectionDraw& draw, std::size_t first, std::size_t stride) const;

  Kind kind_;
  PowerSeries series_;
  bool signs_;
  double bias_;
};

}  // namespace kernelscope
