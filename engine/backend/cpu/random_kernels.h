#pragma once
// Many random numbers of one stream at once, at the best instruction level of this processor: the pair at
// counter first + i for i = 0, 1, ... A number depends on stream and counter alone, not on how many are drawn
// with it.

#include "engine/core/rng.h"

#include <cstdint>
#include <span>

namespace kernelscope {

// Two independent standard normal numbers for every counter, to a[i] and b[i]; both of one length.
void fillNormalPairs(const RngStream& stream, std::uint64_t first, std::span<double> a, std::span<double> b);
// Two independent uniform numbers in (0, 1).
void fillUniformPairs(const RngStream& stream, std::uint64_t first, std::span<double> a, std::span<double> b);

}  // namespace kernelscope
