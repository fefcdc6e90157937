#include "engine/analysis/kernel_error/projection_draw.h"

#include "engine/core/random_sequence.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

// Coordinates in the plane of x and w: e1 along x, e2 the rest of w.
struct Plane {
  double x1, w1, w2;
};

Plane planeOf(const PairGeometry& pair) {
  const double x = std::sqrt(pair.xx);
  if (x == 0) return {0, std::sqrt(pair.ww), 0};
  const double w1 = pair.xw / x;
  return {x, w1, std::sqrt(std::max(0.0, pair.ww - w1 * w1))};
}

Plane scaledPlane(const Plane& plane, double size) {
  return {size * plane.x1, size * plane.w1, size * plane.w2};
}

void take(ProjectionDraw& draw, const Plane& plane, double u, double v, double gg, double uniform) {
  draw.alongInput.push_back(plane.x1 * u);
  draw.alongWeight.push_back(plane.w1 * u + plane.w2 * v);
  draw.squaredNorm.push_back(gg);
  draw.uniform.push_back(uniform);
}

void drawIndependent(ProjectionDraw& draw, const Plane& plane, int dimension, std::size_t count, bool pairs,
                     const DrawNeeds& needs, RandomSequence& random) {
  const bool beyondPlane = needs.squaredNorm && dimension > 2;
  while (draw.size() < count) {
    const double u = random.normal(), v = dimension > 1 ? random.normal() : 0;
    const double gg =
        needs.squaredNorm ? u * u + v * v + (beyondPlane ? random.chiSquared(dimension - 2) : 0) : 0;
    const double uniform = needs.uniform ? random.uniform() : 0;
    take(draw, plane, u, v, gg, uniform);
    if (pairs && draw.size() < count) take(draw, plane, -u, -v, gg, uniform);
  }
}

// Two columns of a Haar distributed orthogonal d x d matrix: Gram and Schmidt on Gaussian columns.
void drawBlock(ProjectionDraw& draw, const Plane& plane, int dimension, std::size_t count,
               RandomSequence& random) {
  const auto d = static_cast<std::size_t>(dimension);
  std::vector<double> first(d), second(d);
  double ff = 0;
  for (double& value : first) {
    value = random.normal();
    ff += value * value;
  }
  for (double& value : first) value /= std::sqrt(ff);
  if (d > 1) {
    double fs = 0, ss = 0;
    for (double& value : second) value = random.normal();
    for (std::size_t i = 0; i < d; ++i) fs += first[i] * second[i];
    for (std::size_t i = 0; i < d; ++i) {
      second[i] -= fs * first[i];
      ss += second[i] * second[i];
    }
    for (double& value : second) value /= std::sqrt(ss);
  }
  for (std::size_t i = 0; i < d; ++i) {
    const double gg = random.chiSquared(dimension), length = std::sqrt(gg), uniform = random.uniform();
    if (draw.size() < count) take(draw, plane, length * first[i], length * second[i], gg, uniform);
  }
}

}  // namespace

ProjectionDraw drawProjections(const ProjectionLaw& law, const KernelPair& pair, std::size_t count,
                               int sequences, const RngStream& stream, const DrawNeeds& needs) {
  if (!law.invariant()) return seenBy(pair, drawMatrix(law, pair.x.size(), count, sequences, stream));
  const int dimension = pair.geometry.dimension;
  const Plane plane = scaledPlane(planeOf(pair.geometry), law.size);
  ProjectionDraw draw;
  for (std::vector<double>* part : {&draw.alongInput, &draw.alongWeight, &draw.squaredNorm, &draw.uniform})
    part->reserve(count * static_cast<std::size_t>(sequences));
  for (int i = 0; i < sequences; ++i) {
    const std::size_t end = draw.size() + count;
    RandomSequence random(stream.substream(static_cast<std::uint64_t>(i)));
    if (law.sampling != DrawSampling::Orthogonal)
      drawIndependent(draw, plane, dimension, end, law.sampling == DrawSampling::Antithetic, needs, random);
    while (draw.size() < end) drawBlock(draw, plane, dimension, end, random);
  }
  for (double& square : draw.squaredNorm) square *= law.size * law.size;
  return draw;
}

}  // namespace kernelscope
