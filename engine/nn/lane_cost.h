#pragma once
// What a network costs, known before the first step.

#include <cstdint>

namespace kernelscope {

// Flops per sample count matrix products, 2 per multiply-add.
struct LaneCost {
  std::int64_t storedParameters = 0;  // with frozen projections
  std::int64_t trainableParameters = 0;
  std::int64_t mergedParameters = 0;  // trainable, after joining an SNNK's Theta with the linear map after it
  std::int64_t flopsPerSample = 0;    // forward
  std::int64_t trainingFlopsPerSample = 0;
  bool operator==(const LaneCost&) const = default;
};

}  // namespace kernelscope
