#include "engine/backend/workspace.h"

#include <algorithm>

namespace kernelscope {

namespace {
constexpr std::int64_t kBlockBytes = std::int64_t{1} << 22;
constexpr std::int64_t kTensorAlignment = 64;
}  // namespace

Tensor Workspace::take(DType dtype, std::int64_t rows, std::int64_t cols) {
  const auto elementBytes = static_cast<std::int64_t>(byteSize(dtype));
  const std::int64_t bytes =
      (rows * cols * elementBytes + kTensorAlignment - 1) / kTensorAlignment * kTensorAlignment;
  while (current_ < blocks_.size() && used_ + bytes > blocks_[current_].bytes) {
    ++current_;
    used_ = 0;
  }
  if (current_ == blocks_.size()) {
    const std::int64_t blockBytes = std::max(bytes, kBlockBytes);
    blocks_.push_back({memory_.allocateBytes(blockBytes), blockBytes});
  }
  const Block& block = blocks_[current_];
  const Tensor whole(block.buffer, dtype, 1, block.bytes / elementBytes);
  Tensor tensor = whole.reshapedRange(used_ / elementBytes, rows, cols);
  used_ += bytes;
  return tensor;
}

void Workspace::reset() {
  current_ = 0;
  used_ = 0;
}

}  // namespace kernelscope
