#pragma once
// The pairs of a study: given in the experiment, read from .npy files, or drawn.

#include "engine/analysis/kernel_error/kernel_pair.h"
#include "engine/config/kernel_error_config.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace kernelscope {

// Drawn pairs are x = |x| u, w = |w| (cos(angle) u + sin(angle) v) with u, v a random orthonormal pair of
// directions, or independent random directions where the angle is random. In one dimension the angle is
// rounded to 0 or 180 degrees. Throws IoError, ContentError for files, ConfigError where shapes disagree.
std::vector<KernelPair> studyPairs(const KernelPairs& pairs, const std::filesystem::path& base,
                                   std::uint64_t seed);

// Inputs and weights of the Gram matrix: the given ones (the first `size` of each), or `size` of each along
// two smooth random curves on the spheres |x| and |w|, the same curve for both where `sameCurve` (kernels
// between inputs). [size] rows each.
struct GramPoints {
  std::vector<std::vector<double>> inputs, weights;
  std::vector<double> biases;  // of the weights
};
GramPoints gramPoints(const KernelPairs& pairs, const std::vector<KernelPair>& study, int size,
                      bool sameCurve, std::uint64_t seed);

}  // namespace kernelscope
