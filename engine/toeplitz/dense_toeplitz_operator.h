#pragma once
// By definition: y_i = sum_j k(i - j) x_j, 2 n^2 flops a sequence, without forming the matrix.

#include "engine/toeplitz/toeplitz_kernel.h"
#include "engine/toeplitz/toeplitz_operator.h"

namespace kernelscope {

class DenseToeplitzOperator final : public ToeplitzOperator {
 public:
  explicit DenseToeplitzOperator(const ToeplitzKernel& kernel)
      : kernel_(kernel), reversed_(kernel.transposed()) {}

  std::int64_t size() const override { return kernel_.size(); }
  void apply(const Sequences& x, std::span<double> y, ComputePool& pool) const override;
  void applyTranspose(const Sequences& x, std::span<double> y, ComputePool& pool) const override;
  OperatorCost cost() const override;

 private:
  ToeplitzKernel kernel_, reversed_;  // row i of T is a window of the reversed one
};

}  // namespace kernelscope
