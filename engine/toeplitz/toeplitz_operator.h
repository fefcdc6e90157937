#pragma once
// Multiplication by a Toeplitz matrix along sequences, in one of several ways that differ in cost and, for
// approximations, in error. Operators are immutable values in float64; columns are spread over the pool, and
// results do not depend on the number of threads.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kernelscope {

class ComputePool;

// Of one multiplication of one sequence.
struct OperatorCost {
  double flops = 0;
  double bytes = 0;    // of what the operator keeps
  int transforms = 0;  // FFTs of data; those of the kernel are done once
};

// Sequences: [columns, n], one after the other.
struct Sequences {
  std::span<const double> values;
  std::int64_t columns = 0;
};

class ToeplitzOperator {
 public:
  virtual ~ToeplitzOperator() = default;

  virtual std::int64_t size() const = 0;  // n
  // y = T x for every sequence of x; y [columns, n].  Throws ShapeError where lengths do not fit.
  virtual void apply(const Sequences& x, std::span<double> y, ComputePool& pool) const = 0;
  // y = T^T x.
  virtual void applyTranspose(const Sequences& x, std::span<double> y, ComputePool& pool) const = 0;
  virtual OperatorCost cost() const = 0;
};

// dL/dk(lag) for lags -(n-1) .. n-1 from gy = dL/dy and y = T x: the sum over columns and rows i of
// gy_i x_{i - lag}, by FFT. gy, x [columns, n].
std::vector<double> toeplitzKernelGradient(const Sequences& gy, const Sequences& x, std::int64_t n,
                                           ComputePool& pool);

// Throws ShapeError unless x and y hold `columns` sequences of length n.
void expectSequences(const char* operation, std::int64_t n, const Sequences& x, std::size_t y);

}  // namespace kernelscope
