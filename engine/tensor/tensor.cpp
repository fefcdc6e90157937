#include "engine/tensor/tensor.h"

#include "engine/core/contract.h"
#include "engine/core/error.h"

#include <fmt/format.h>

namespace kernelscope {

Tensor::Tensor(std::shared_ptr<DeviceBuffer> buffer, DType dtype, std::int64_t rows, std::int64_t cols)
    : buffer_(std::move(buffer)), rows_(rows), cols_(cols), rowStride_(cols), dtype_(dtype) {
  KS_EXPECT(rows >= 0 && cols >= 0, "a tensor's shape is not negative");
}

Tensor Tensor::rowRange(std::int64_t first, std::int64_t count) const {
  if (first < 0 || count < 0 || first + count > rows_) {
    throw ShapeError(fmt::format("rows {}..{} of a tensor with {} rows", first, first + count, rows_));
  }
  Tensor view = *this;
  view.offset_ += first * rowStride_;
  view.rows_ = count;
  return view;
}

Tensor Tensor::columnRange(std::int64_t first, std::int64_t count) const {
  if (first < 0 || count < 0 || first + count > cols_) {
    throw ShapeError(fmt::format("columns {}..{} of a tensor with {} columns", first, first + count, cols_));
  }
  Tensor view = *this;
  view.offset_ += first;
  view.cols_ = count;
  return view;
}

Tensor Tensor::reshapedRange(std::int64_t first, std::int64_t rows, std::int64_t cols) const {
  KS_EXPECT(isContiguous(), "only a contiguous tensor can be seen in another shape");
  if (first < 0 || rows < 0 || cols < 0 || first + rows * cols > size()) {
    throw ShapeError(fmt::format("elements {}..{} of a tensor with {}", first, first + rows * cols, size()));
  }
  Tensor view = *this;
  view.offset_ += first;
  view.rows_ = rows;
  view.cols_ = view.rowStride_ = cols;
  return view;
}

void* Tensor::rawData() const {
  if (!buffer_) return nullptr;
  return static_cast<char*>(buffer_->data()) + static_cast<std::size_t>(offset_) * byteSize(dtype_);
}

}  // namespace kernelscope
