#pragma once
// Scratch tensors that live until the next reset: a tile's activations and adjoints. Memory is kept and
// used again, so that a training step allocates nothing after the first.

#include "engine/backend/backend.h"

#include <cstdint>
#include <vector>

namespace kernelscope {

class Workspace {
 public:
  explicit Workspace(MemoryOperations& memory) : memory_(memory) {}

  // An uninitialised [rows, cols], valid until reset(). The first element is aligned to 64 bytes.
  Tensor take(DType dtype, std::int64_t rows, std::int64_t cols);
  // Gives every tensor back at once; those still held must not be used.
  void reset();

 private:
  struct Block {
    std::shared_ptr<DeviceBuffer> buffer;
    std::int64_t bytes = 0;
  };
  MemoryOperations& memory_;
  std::vector<Block> blocks_;
  std::size_t current_ = 0;
  std::int64_t used_ = 0;
};

}  // namespace kernelscope
