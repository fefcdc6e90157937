#pragma once
// Sobol points, shifted by a random vector modulo 1 and turned into normal numbers: spread more evenly than
// independent ones, and each point still uniform, so that means over them are unbiased.
// Source: Sobol 1967; the shift: Cranley and Patterson 1976.

#include "engine/core/rng.h"

#include <cstddef>
#include <vector>

namespace kernelscope {

inline constexpr std::size_t kMostQuasiDimensions = 3667;  // of Boost's direction numbers (Joe and Kuo)

struct QuasiPoints {
  std::vector<double> normals;   // [count, dimension]
  std::vector<double> uniforms;  // [count]: one coordinate more, left uniform
};

// `count` points with dimension + 1 coordinates. Throws NumericalError beyond kMostQuasiDimensions.
QuasiPoints quasiPoints(std::size_t dimension, std::size_t count, const RngStream& stream);

}  // namespace kernelscope
