#pragma once
// Shuffled orders that depend on nothing but their random stream.

#include "engine/core/rng.h"

#include <cstdint>
#include <vector>

namespace kernelscope {

// A uniformly drawn order of 0 .. count - 1 (Fisher and Yates; one counter of `stream` per element).
std::vector<std::int32_t> randomPermutation(std::int32_t count, const RngStream& stream);

}  // namespace kernelscope
