#pragma once
// A matrix in ordinary memory: the only tensor whose elements may be read. Row-major [rows, cols].

#include "engine/tensor/dtype.h"

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace kernelscope {

class HostTensor {
 public:
  HostTensor() : HostTensor(DType::Float32, 0, 0) {}
  HostTensor(DType dtype, std::int64_t rows, std::int64_t cols) : rows_(rows), cols_(cols) {
    const auto count = static_cast<std::size_t>(rows * cols);
    if (dtype == DType::Float32) {
      values_ = std::vector<float>(count);
    } else {
      values_ = std::vector<double>(count);
    }
  }
  template <typename T>
  static HostTensor from(std::span<const T> values, std::int64_t rows, std::int64_t cols) {
    HostTensor tensor(dtypeOf<T>(), rows, cols);
    std::get<std::vector<T>>(tensor.values_).assign(values.begin(), values.end());
    return tensor;
  }

  std::int64_t rows() const { return rows_; }
  std::int64_t cols() const { return cols_; }
  std::int64_t size() const { return rows_ * cols_; }
  DType dtype() const {
    return std::holds_alternative<std::vector<float>>(values_) ? DType::Float32 : DType::Float64;
  }

  // Throws std::bad_variant_access if T is not the dtype.
  template <typename T>
  std::span<T> values() {
    return std::get<std::vector<T>>(values_);
  }
  template <typename T>
  std::span<const T> values() const {
    return std::get<std::vector<T>>(values_);
  }

  double at(std::int64_t row, std::int64_t col) const {
    const auto index = static_cast<std::size_t>(row * cols_ + col);
    return std::visit([index](const auto& values) { return static_cast<double>(values[index]); }, values_);
  }
  void set(std::int64_t row, std::int64_t col, double value) {
    const auto index = static_cast<std::size_t>(row * cols_ + col);
    std::visit(
        [&](auto& values) {
          values[index] = static_cast<typename std::decay_t<decltype(values)>::value_type>(value);
        },
        values_);
  }
  // The same numbers in another dtype.
  HostTensor as(DType dtype) const {
    HostTensor result(dtype, rows_, cols_);
    std::visit(
        [](const auto& from, auto& to) {
          for (std::size_t i = 0; i < from.size(); ++i) {
            to[i] = static_cast<typename std::decay_t<decltype(to)>::value_type>(from[i]);
          }
        },
        values_, result.values_);
    return result;
  }

 private:
  std::int64_t rows_, cols_;
  std::variant<std::vector<float>, std::vector<double>> values_;
};

}  // namespace kernelscope
