#pragma once
// Random projections g as one pair sees them: g.x, g.w and |g|^2. Gaussian and Haar distributed projections
// are rotation invariant: in the plane of x and w, with e1 along x, g is (u, v) whatever the pair. So they
// are drawn as (u, v, |g|^2), exactly, at a cost that does not grow with the dimension (independent) or grows
// once per block (orthogonal), and serve every pair. Others are drawn whole.

#include "engine/analysis/kernel_error/kernel_pair.h"
#include "engine/core/rng.h"

#include <cstdint>
#include <span>
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
  bool operator==(const ProjectionLaw&) const = default;
};

// What is left out need not be drawn.
struct DrawNeeds {
  bool squaredNorm = true, uniform = true;
  bool operator==(const DrawNeeds&) const = default;
};

// How g.x and g.w follow from two coordinates of g: g.x = inputU u, g.w = weightU u + weightV v.
struct PairPlane {
  double inputU = 1, weightU = 0, weightV = 1;
};

// Views of equal length; squaredNorm and uniform are empty where they are not needed.
struct ProjectionDraw {
  std::span<const double> u, v;
  std::span<const double> squaredNorm;  // |g|^2
  std::span<const double> uniform;      // in [0, 1): for what else a feature draws, a frequency say
  PairPlane plane = {};

  std::size_t size() const { return u.size(); }
  double alongInput(std::size_t i) const { return plane.inputU * u[i]; }                           // g.x
  double alongWeight(std::size_t i) const { return plane.weightU * u[i] + plane.weightV * v[i]; }  // g.w
};

// Projections in the plane of any pair.
struct PlaneDraw {
  std::vector<double> u, v, squaredNorm, uniform;
};
PlaneDraw drawPlane(const ProjectionLaw& law, int dimension, std::size_t count, int sequences,
                    const RngStream& stream, const DrawNeeds& needs);

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

// What a pair sees of projections. Borrows the coordinates of a plane, which must outlive it; holds the
// products with a matrix.
class SeenDraw {
 public:
  SeenDraw(const SeenDraw&) = delete;
  SeenDraw& operator=(const SeenDraw&) = delete;
  SeenDraw(const KernelPair& pair, const PlaneDraw& draw) { see(pair, draw); }
  SeenDraw(const KernelPair& pair, const ProjectionMatrix& matrix) { see(pair, matrix); }
  SeenDraw() = default;
  void see(const KernelPair& pair, const PlaneDraw& draw);
  void see(const KernelPair& pair, const ProjectionMatrix& matrix);
  const ProjectionDraw& view() const { return view_; }

 private:
  ProjectionDraw view_;
  std::vector<double> alongInput_, alongWeight_, ownNorm_;
};

}  // namespace kernelscope
