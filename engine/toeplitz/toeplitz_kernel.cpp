#include "engine/toeplitz/toeplitz_kernel.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <utility>

namespace kernelscope {

ToeplitzKernel::ToeplitzKernel(std::vector<double> values) : values_(std::move(values)) {
  if (values_.size() % 2 == 0) {
    throw ShapeError(fmt::format("a Toeplitz kernel of {} lags; it has an odd number of them, -(n-1) .. n-1",
                                 values_.size()));
  }
}

ToeplitzKernel ToeplitzKernel::transposed() const {
  return ToeplitzKernel({values_.rbegin(), values_.rend()});
}

}  // namespace kernelscope
