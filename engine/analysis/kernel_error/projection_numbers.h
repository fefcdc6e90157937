#pragma once
// The numbers that projections are made of, many at once: a number depends on stream and place alone, not on
// how many are drawn with it.

#include "engine/core/rng.h"

#include <cstddef>
#include <vector>

namespace kernelscope {

// What the substreams of one sequence of projections are for.
enum ProjectionSubstream : std::uint64_t { kDirections, kLengths, kUniforms };

std::vector<double> normalNumbers(const RngStream& stream, std::size_t count);   // standard
std::vector<double> uniformNumbers(const RngStream& stream, std::size_t count);  // in (0, 1)
std::vector<double> signNumbers(const RngStream& stream, std::size_t count);     // 1 and -1
// Chi-squared with `degrees` >= 1.
std::vector<double> chiSquaredNumbers(const RngStream& stream, int degrees, std::size_t count);

}  // namespace kernelscope
