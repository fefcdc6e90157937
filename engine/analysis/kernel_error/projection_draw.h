#pragma once
// Random projections g seen by one pair: g.x, g.w and |g|^2. Gaussian and Haar distributed projections are
// rotation invariant, so they can be drawn in the plane of x and w exactly, at a cost that does not grow with
// the dimension (iid) or grows once per block (orthogonal).

#include "engine/analysis/kernel_error/exponential_features.h"
#include "engine/core/rng.h"

#include <cstdint>
#include <vector>

namespace kernelscope {

enum class DrawSampling {
  Iid,
  Orthogonal,  // blocks of d orthogonal rows with the lengths of Gaussian vectors
  Antithetic   // g, -g, g', -g', ...
};

struct ProjectionDraw {
  std::vector<double> alongInput, alongWeight;  // g.x, g.w
  std::vector<double> squaredNorm;              // |g|^2
  std::vector<double> uniform;                  // in [0, 1): for what else a feature draws, a frequency say
  std::size_t size() const { return alongInput.size(); }
};

// `count` projections for the pair from this stream; the first ones do not depend on how many follow.
ProjectionDraw drawProjections(DrawSampling sampling, const PairGeometry& pair, std::size_t count,
                               const RngStream& stream);

}  // namespace kernelscope
