#pragma once
// Draws the projections of random features.

#include "engine/core/rng.h"
#include "engine/tensor/host_tensor.h"

#include <cstdint>
#include <string_view>

namespace kernelscope {

// Iid: independent standard normal rows. Orthogonal: blocks of at most d rows; directions of a block are
// orthogonal and Haar distributed, lengths are those of independent Gaussian vectors; blocks are independent.
// Each row alone is a standard normal vector either way. Source: Yu et al. 2016, section 3.
enum class ProjectionSampling { Iid, Orthogonal };

// "iid", "orthogonal". Throws ConfigError with pointer "/projection" for another name.
ProjectionSampling projectionSamplingFromName(std::string_view name);

// G [projections, width], float64. The first rows do not depend on how many follow. O(projections width) for
// iid, O(projections width min(projections, width)) for orthogonal.
HostTensor sampleProjections(ProjectionSampling sampling, const RngStream& stream, std::int64_t projections,
                             std::int64_t width);

}  // namespace kernelscope
