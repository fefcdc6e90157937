#include "engine/toeplitz/dense_toeplitz_operator.h"

#include "engine/core/compute_pool.h"

#include <numeric>

namespace kernelscope {

namespace {

// y_i = sum_j reversed[n - 1 - i + j] x_j, reversed = k(n-1) .. k(-(n-1)).
void multiply(std::span<const double> reversed, std::int64_t n, const Sequences& x, std::span<double> y,
              ComputePool& pool) {
  const auto length = static_cast<std::size_t>(n);
  pool.run(x.columns, [&](std::int64_t column, int) {
    const std::size_t first = static_cast<std::size_t>(column) * length;
    const auto in = x.values.subspan(first, length);
    for (std::size_t i = 0; i < length; ++i)
      y[first + i] = std::inner_product(in.begin(), in.end(),
                                        reversed.begin() + (n - 1) - static_cast<std::int64_t>(i), 0.0);
  });
}

}  // namespace

void DenseToeplitzOperator::apply(const Sequences& x, std::span<double> y, ComputePool& pool) const {
  expectSequences("a dense Toeplitz product", size(), x, y.size());
  multiply(reversed_.values(), size(), x, y, pool);
}

void DenseToeplitzOperator::applyTranspose(const Sequences& x, std::span<double> y, ComputePool& pool) const {
  expectSequences("a dense Toeplitz product", size(), x, y.size());
  multiply(kernel_.values(), size(), x, y, pool);
}

OperatorCost DenseToeplitzOperator::cost() const {
  const auto n = static_cast<double>(size());
  return {2 * n * n, 2 * (2 * n - 1) * sizeof(double), 0};
}

}  // namespace kernelscope
