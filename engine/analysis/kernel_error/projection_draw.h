#pragma once
// Random projections g as one pair sees them: g.x, g.w and |g|^2. Gaussian and Haar distributed projections
// are rotation invariant, so they are drawn in the plane of x and w, exactly, at a cost that does not grow
// with the dimension (independent) or grows once per block (orthogonal). Others are drawn whole.

#include "engine/analysis/kernel_error/kernel_pair.h"
#include "engine/core/rng.h"

#include <cstdint>
#include <vector>

namespace kernelscope {

enum class DrawSampling {
  Iid,
  Orthogonal,  // blocks of d orthogonal rows with the lengths of Gaussian vectors
  Antithetic,  // g, -g, g', -g', ...
  Quasi        // normal quantiles of Sobol points in [0, 1)^(d+1), shifted by one random vector modulo 1
};

struct ProjectionLaw {
  enum class Entries { Gaussian, Signs, Uniform };  // Uniform in [0, 1) is a published defect
  DrawSampling sampling = DrawSampling::Iid;
  Entries entries = Entries::Gaussian;
  double size = 1;     // multiplies every projection; other than 1 is a published defect
  bool rawQr = false;  // orthogonal blocks as Householder QR leaves them: a published defect
  bool invariant() const { return entries == Entries::Gaussian && sampling != DrawSampling::Quasi && !rawQr; }
};

// What is left out need not be drawn.
struct DrawNeeds {
  bool squaredNorm = true, uniform = true;
};

struct ProjectionDraw {
  std::vector<double> alongInput, alongWeight;  // g.x, g.w
  std::vector<double> squaredNorm;              // |g|^2; 0 where it is not needed
  std::vector<double> uniform;                  // in [0, 1): for what else a feature draws, a frequency say
  std::size_t size() const { return alongInput.size(); }
};

// Projections themselves, for many pairs at once.
struct ProjectionMatrix {
  std::size_t count = 0, dimension = 0;
  std::vector<double> rows;     // [count, dimension]
  std::vector<double> uniform;  // [count]
};

// `sequences` independent sequences of `count` projections, one after the other: only within a sequence are
// projections orthogonal, antithetic or evenly spread. The first ones of each do not depend on how many
// follow. Throws NumericalError for quasi-random points in more than 3,666 dimensions.
ProjectionMatrix drawMatrix(const ProjectionLaw& law, std::size_t dimension, std::size_t count, int sequences,
                            const RngStream& stream);
ProjectionDraw seenBy(const KernelPair& pair, const ProjectionMatrix& matrix);

// The same for one pair, in the plane where the law allows it.
ProjectionDraw drawProjections(const ProjectionLaw& law, const KernelPair& pair, std::size_t count,
                               int sequences, const RngStream& stream, const DrawNeeds& needs = {});

}  // namespace kernelscope
