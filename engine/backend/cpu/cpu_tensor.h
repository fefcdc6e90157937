#pragma once
// Typed access to tensors in host memory, and the shape checks that the CPU operations share.

#include <fmt/format.h>

#include <string_view>

#include "engine/core/error.h"
#include "engine/tensor/tensor.h"

namespace kernelscope::cpu {

template <typename T>
T* data(const Tensor& tensor) {
  return static_cast<T*>(tensor.rawData());
}

inline void expectShape(std::string_view operation, std::string_view name, const Tensor& tensor, std::int64_t rows,
                        std::int64_t cols) {
  if (tensor.rows() != rows || tensor.cols() != cols) {
    throw ShapeError(fmt::format("{}: {} is [{}, {}], expected [{}, {}]", operation, name, tensor.rows(),
                                 tensor.cols(), rows, cols));
  }
}

inline void expectDType(std::string_view operation, std::string_view name, const Tensor& tensor, DType dtype) {
  if (tensor.dtype() != dtype) {
    throw ShapeError(fmt::format("{}: {} is {}, expected {}", operation, name, dtypeName(tensor.dtype()),
                                 dtypeName(dtype)));
  }
}

inline void expectAlike(std::string_view operation, std::string_view name, const Tensor& tensor, const Tensor& like) {
  expectShape(operation, name, tensor, like.rows(), like.cols());
  expectDType(operation, name, tensor, like.dtype());
}

inline void expectContiguous(std::string_view operation, std::string_view name, const Tensor& tensor) {
  if (!tensor.isContiguous()) throw ShapeError(fmt::format("{}: {} must be contiguous", operation, name));
}

}  // namespace kernelscope::cpu
