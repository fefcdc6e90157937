#pragma once
// The numbers of a Toeplitz matrix T_ij = k(i - j), i, j = 0 .. n-1, by lag.

#include <cstdint>
#include <span>
#include <vector>

namespace kernelscope {

class ToeplitzKernel {
 public:
  // `values` are k(-(n-1)) .. k(n-1). Throws ShapeError for an even number of them.
  explicit ToeplitzKernel(std::vector<double> values);

  std::int64_t size() const { return (static_cast<std::int64_t>(values_.size()) + 1) / 2; }  // n
  double at(std::int64_t lag) const { return values_[static_cast<std::size_t>(lag + size() - 1)]; }
  std::span<const double> values() const { return values_; }
  // k(-lag): the kernel of the transpose.
  ToeplitzKernel transposed() const;

 private:
  std::vector<double> values_;
};

// k(lag) = f(lag) for |lag| < n. n >= 1.
template <class Function>
ToeplitzKernel toeplitzKernelOf(std::int64_t n, const Function& f) {
  std::vector<double> values;
  for (std::int64_t lag = 1 - n; lag < n; ++lag) values.push_back(f(static_cast<double>(lag)));
  return ToeplitzKernel(std::move(values));
}

}  // namespace kernelscope
