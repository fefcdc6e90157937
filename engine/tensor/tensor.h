#pragma once
// A matrix on a device: shape, dtype and a share of a device buffer. Copying a Tensor copies the handle,
// not the numbers. Only backends touch the elements; everybody else downloads into a HostTensor.

#include "engine/tensor/dtype.h"

#include <cstdint>
#include <memory>

namespace kernelscope {

// Memory of one device, released with its last owner.
class DeviceBuffer {
 public:
  virtual ~DeviceBuffer() = default;
  virtual void* data() = 0;
};

// Row-major [rows, cols]; consecutive rows lie `rowStride` elements apart.
class Tensor {
 public:
  Tensor() = default;
  Tensor(std::shared_ptr<DeviceBuffer> buffer, DType dtype, std::int64_t rows, std::int64_t cols);

  std::int64_t rows() const { return rows_; }
  std::int64_t cols() const { return cols_; }
  std::int64_t size() const { return rows_ * cols_; }
  std::int64_t rowStride() const { return rowStride_; }
  DType dtype() const { return dtype_; }
  bool isContiguous() const { return rowStride_ == cols_ || rows_ <= 1; }
  bool isAllocated() const { return buffer_ != nullptr; }

  // Views that share the buffer. Throw ShapeError outside the tensor.
  Tensor rowRange(std::int64_t first, std::int64_t count) const;
  Tensor columnRange(std::int64_t first, std::int64_t count) const;
  // `count` elements of a contiguous tensor from element `first`, seen as [rows, cols].
  Tensor reshapedRange(std::int64_t first, std::int64_t rows, std::int64_t cols) const;

  // For backends only: the address of element (0, 0) in the device's memory.
  void* rawData() const;

 private:
  std::shared_ptr<DeviceBuffer> buffer_;
  std::int64_t offset_ = 0, rows_ = 0, cols_ = 0, rowStride_ = 0;
  DType dtype_ = DType::Float32;
};

}  // namespace kernelscope
