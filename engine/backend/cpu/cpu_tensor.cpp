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

void expectJet(std::string_view operation, const JetLayout& layout, const Tensor& z) {
  if (z.rows() % layout.channels() != 0) {
    throw ShapeError(
        fmt::format("{}: {} rows do not hold {} channels", operation, z.rows(), layout.channels()));
  }
}

void expectContiguous(std::string_view operation, std::string_view name, const Tensor& tensor) {
  if (!tensor.isContiguous()) throw ShapeError(fmt::format("{}: {} must be contiguous", operation, name));
}

std::vector<double> laplacianWeights(const JetLayout& layout) {
  std::vector<double> weights;
  weights.reserve(static_cast<std::size_t>(layout.coordinates));
  for (int k = 0; k < layout.coordinates; ++k) weights.push_back(layout.weight(k));
  return weights;
}

}  // namespace kernelscope::cpu
