#include "engine/backend/cpu/cpu_tensor.h"

#include "engine/core/error.h"

#include <fmt/format.h>

namespace kernelscope::cpu {

void expectShape(std::string_view operation, std::string_view name, const Tensor& tensor, std::int64_t rows,
                 std::int64_t cols) {
  if (tensor.rows() != rows || tensor.cols() != cols) {
    throw ShapeError(fmt::format("{}: {} is [{}, {}], expected [{}, {}]", operation, name, tensor.rows(),
                                 tensor.cols(), rows, cols));
  }
}

void expectDType(std::string_view operation, std::string_view name, const Tensor& tensor, DType dtype) {
  if (tensor.dtype() != dtype) {
    throw ShapeError(fmt::format("{}: {} is {}, expected {}", operation, name, dtypeName(tensor.dtype()),
                                 dtypeName(dtype)));
  }
}

void expectAlike(std::string_view operation, std::string_view name, const Tensor& tensor,
                 const Tensor& like) {
  expectShape(operation, name, tensor, like.rows(), like.cols());
  expectDType(operation, name, tensor, like.dtype());
}

void expectContiguous(std::string_view operation, std::string_view name, const Tensor& tensor) {
  if (!tensor.isContiguous()) throw ShapeError(fmt::format("{}: {} must be contiguous", operation, name));
}

}  // namespace kernelscope::cpu
