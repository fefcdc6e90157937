#pragma once
// By embedding in a circulant of N >= 2 n - 1: y = the first n of F^-1 (F c . F x), with the transform of c
// kept. Two transforms and 3 N flops a sequence, O(n log n). Source: Golub and Van Loan, section 4.8.

#include "engine/backend/cpu/real_fourier_plan.h"
#include "engine/toeplitz/toeplitz_kernel.h"
#include "engine/toeplitz/toeplitz_operator.h"

#include <complex>
#include <memory>
#include <vector>

namespace kernelscope {

class FftToeplitzOperator final : public ToeplitzOperator {
 public:
  explicit FftToeplitzOperator(const ToeplitzKernel& kernel);
  // The circular convolution of length N = 2 (response.size() - 1) >= 2 n with this frequency response, cut
  // to n: what frequency-domain Toeplitz layers do. Throws ShapeError for a shorter one.
  FftToeplitzOperator(std::vector<std::complex<double>> response, std::int64_t n);

  std::int64_t size() const override { return size_; }
  std::size_t transformLength() const { return plan_->length(); }
  void apply(const Sequences& x, std::span<double> y, ComputePool& pool) const override;
  void applyTranspose(const Sequences& x, std::span<double> y, ComputePool& pool) const override;
  OperatorCost cost() const override;

 private:
  void multiply(const Sequences& x, std::span<double> y, ComputePool& pool, bool transpose) const;

  std::int64_t size_;
  std::shared_ptr<const RealFourierPlan> plan_;
  std::vector<std::complex<double>> response_;  // over N: the inverse transform multiplies by N
};

}  // namespace kernelscope
