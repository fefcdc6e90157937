#pragma once
// Sparse plus low rank: T ~ band + W A W^T, with A_ab = s((a - b) h) a smooth kernel s at r inducing points,
// W interpolation, and a band of taps k(o) - s(o) for the spike that interpolation cannot follow. A is not
// symmetric: asymmetric structured kernel interpolation. O(n + r log r) a sequence. Source: Qin et al. 2023
// (arXiv 2305.09028), section 3.2.

#include "engine/toeplitz/interpolation_weights.h"
#include "engine/toeplitz/toeplitz_kernel.h"
#include "engine/toeplitz/toeplitz_operator.h"

#include <functional>
#include <memory>

namespace kernelscope {

struct SkiOptions {
  std::int64_t rank = 64;  // r
  std::int64_t band = 33;  // odd width, or 0 for none
  Interpolation interpolation = Interpolation::Linear;
  ReleasedDefects defects;
};

class SkiToeplitzOperator final : public ToeplitzOperator {
 public:
  // s(t) of real lags |t| <= n - 1. Throws ShapeError for a rank or band that does not fit: an even band, one
  // above 2 n - 1, and what InterpolationWeights refuses.
  SkiToeplitzOperator(const ToeplitzKernel& kernel, const std::function<double(double)>& smooth,
                      const SkiOptions& options);

  std::int64_t size() const override { return weights_.rows(); }
  void apply(const Sequences& x, std::span<double> y, ComputePool& pool) const override;
  void applyTranspose(const Sequences& x, std::span<double> y, ComputePool& pool) const override;
  OperatorCost cost() const override;

  const InterpolationWeights& weights() const { return weights_; }
  const ToeplitzKernel& inducing() const { return inducing_; }       // A by its lags
  const std::vector<double>& bandTaps() const { return bandTaps_; }  // lags -band/2 .. band/2
  double entry(std::int64_t i, std::int64_t j) const;                // of band + W A W^T, in O(1)

 private:
  void multiply(const Sequences& x, std::span<double> y, ComputePool& pool, bool transpose) const;

  InterpolationWeights weights_;
  ToeplitzKernel inducing_;
  std::vector<double> bandTaps_;
  std::unique_ptr<const ToeplitzOperator> middle_;  // A, by FFT or by definition
};

}  // namespace kernelscope
