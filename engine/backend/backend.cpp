#include "engine/backend/backend.h"

#include <algorithm>

namespace kernelscope {

Tensor MemoryOperations::allocate(DType dtype, std::int64_t rows, std::int64_t cols) {
  const std::int64_t bytes =
      std::max<std::int64_t>(rows * cols, 1) * static_cast<std::int64_t>(byteSize(dtype));
  return {allocateBytes(bytes), dtype, rows, cols};
}

}  // namespace kernelscope
