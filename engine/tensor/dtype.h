#pragma once
// Element types of tensors, and the one place that turns a run-time dtype into a compile-time type.

#include <cstddef>
#include <utility>

namespace kernelscope {

enum class DType { Float32, Float64 };
constexpr std::size_t byteSize(DType dtype) {
  return dtype == DType::Float32 ? 4 : 8;
}
constexpr const char* dtypeName(DType dtype) {
  return dtype == DType::Float32 ? "float32" : "float64";
}

template <typename T>
constexpr DType dtypeOf();
template <>
constexpr DType dtypeOf<float>() {
  return DType::Float32;
}
template <>
constexpr DType dtypeOf<double>() {
  return DType::Float64;
}

// Calls action(float{}) or action(double{}).
template <typename Action>
decltype(auto) dispatch(DType dtype, Action&& action) {
  if (dtype == DType::Float32) return std::forward<Action>(action)(float{});
  return std::forward<Action>(action)(double{});
}

}  // namespace kernelscope
