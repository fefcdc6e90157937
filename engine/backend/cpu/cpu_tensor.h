#pragma once
// Typed access to tensors in host memory, and the shape checks that the CPU operations share.
// Each check throws ShapeError naming the operation, the argument, what it got and what it expected.

#include "engine/backend/jet_layout.h"
#include "engine/tensor/tensor.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace kernelscope::cpu {

template <typename T>
T* data(const Tensor& tensor) {
  return static_cast<T*>(tensor.rawData());
}

void expectShape(std::string_view operation, std::string_view name, const Tensor& tensor, std::int64_t rows,
                 std::int64_t cols);
void expectDType(std::string_view operation, std::string_view name, const Tensor& tensor, DType dtype);
void expectAlike(std::string_view operation, std::string_view name, const Tensor& tensor, const Tensor& like);
// Whether the rows of z hold the channels of the layout.
void expectJet(std::string_view operation, const JetLayout& layout, const Tensor& z);
void expectContiguous(std::string_view operation, std::string_view name, const Tensor& tensor);

// c_k of every coordinate.
std::vector<double> laplacianWeights(const JetLayout& layout);

}  // namespace kernelscope::cpu
