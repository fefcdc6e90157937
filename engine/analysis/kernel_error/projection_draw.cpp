#include "engine/analysis/kernel_error/projection_draw.h"

#include "engine/core/contract.h"
#include "engine/core/random_sequence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kernelscope {

namespace {

void keep(PlaneDraw& draw, double u, double v, double gg, double uniform, const DrawNeeds& needs) {
  draw.u.push_back(u);
  draw.v.push_back(v);
  if (needs.squaredNorm) draw.squaredNorm.push_back(gg);
  if (needs.uniform) draw.uniform.push_back(uniform);
}

void drawIndependent(PlaneDraw& draw, int dimension, std::size_t end, bool pairs, const DrawNeeds& needs,
                     RandomSequence& random) {
  const bool beyondPlane = needs.squaredNorm && dimension > 2;
  while (draw.u.size() < end) {
    const double u = random.normal(), v = dimension > 1 ? random.normal() : 0;
    const double gg = u * u + v * v + (beyondPlane ? random.chiSquared(dimension - 2) : 0);
    const double uniform = needs.uniform ? random.uniform() : 0;
    keep(draw, u, v, gg, uniform, needs);
    if (pairs && draw.u.size() < end) keep(draw, -u, -v, gg, uniform, needs);
  }
}

// Two columns of a Haar distributed orthogonal d x d matrix: Gram and Schmidt on Gaussian columns.
void drawBlock(PlaneDraw& draw, int dimension, std::size_t end, const DrawNeeds& needs,
               RandomSequence& random) {
  const auto d = static_cast<std::size_t>(dimension);
  std::vector<double> first(d), second(d);
  for (double& value : first) value = random.normal();
  for (double& value : second) value = d > 1 ? random.normal() : 0;
  const auto dot = [d](const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(d), b.begin(), 0.0);
  };
  const double firstLength = std::sqrt(dot(first, first));
  for (double& value : first) value /= firstLength;
  if (d > 1) {
    const double along = dot(first, second);
    for (std::size_t i = 0; i < d; ++i) second[i] -= along * first[i];
    const double secondLength = std::sqrt(dot(second, second));
    for (double& value : second) value /= secondLength;
  }
  for (std::size_t i = 0; i < d; ++i) {
    const double gg = random.chiSquared(dimension), length = std::sqrt(gg);
    const double uniform = needs.uniform ? random.uniform() : 0;
    if (draw.u.size() < end) keep(draw, length * first[i], length * second[i], gg, uniform, needs);
  }
}

}  // namespace

PlaneDraw drawPlane(const ProjectionLaw& law, int dimension, std::size_t count, int sequences,
                    const RngStream& stream, const DrawNeeds& needs) {
  KS_EXPECT(law.invariant(), "only rotation invariant projections are drawn in a plane");
  PlaneDraw draw;
  const std::size_t total = count * static_cast<std::size_t>(sequences);
  draw.u.reserve(total);
  draw.v.reserve(total);
  draw.squaredNorm.reserve(needs.squaredNorm ? total : 0);
  draw.uniform.reserve(needs.uniform ? total : 0);
  for (int i = 0; i < sequences; ++i) {
    const std::size_t end = draw.u.size() + count;
    RandomSequence random(stream.substream(static_cast<std::uint64_t>(i)));
    if (law.sampling != DrawSampling::Orthogonal)
      drawIndependent(draw, dimension, end, law.sampling == DrawSampling::Antithetic, needs, random);
    while (draw.u.size() < end) drawBlock(draw, dimension, end, needs, random);
  }
  if (law.size != 1) {
    for (std::vector<double>* part : {&draw.u, &draw.v})
      for (double& value : *part) value *= law.size;
    for (double& value : draw.squaredNorm) value *= law.size * law.size;
  }
  return draw;
}

// e1 along x; w lies in the plane of e1 and e2.
void SeenDraw::see(const KernelPair& pair, const PlaneDraw& draw) {
  const PairGeometry& geometry = pair.geometry;
  const double x1 = std::sqrt(geometry.xx), w1 = x1 > 0 ? geometry.xw / x1 : 0;
  const double w2 = std::sqrt(std::max(0.0, geometry.ww - w1 * w1));
  view_ = {draw.u, draw.v, draw.squaredNorm, draw.uniform, {x1, w1, w2}};
}

}  // namespace kernelscope
