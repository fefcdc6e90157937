#include "engine/analysis/kernel_error/projection_draw.h"

#include "engine/analysis/kernel_error/projection_numbers.h"
#include "engine/backend/cpu/random_kernels.h"
#include "engine/core/contract.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kernelscope {

namespace {

// u, v and |g|^2 of `count` independent Gaussian vectors.
PlaneDraw gaussianRows(int dimension, std::size_t count, const DrawNeeds& needs, const RngStream& stream) {
  PlaneDraw rows;
  rows.u.resize(count);
  rows.v.resize(count);
  fillNormalPairs(stream.substream(kDirections), 0, rows.u, rows.v);
  if (dimension < 2) std::fill(rows.v.begin(), rows.v.end(), 0.0);
  if (!needs.squaredNorm) return rows;
  rows.squaredNorm = dimension > 2 ? chiSquaredNumbers(stream.substream(kLengths), dimension - 2, count)
                                   : std::vector<double>(count);
  for (std::size_t i = 0; i < count; ++i)
    rows.squaredNorm[i] += rows.u[i] * rows.u[i] + rows.v[i] * rows.v[i];
  return rows;
}

// g, -g, g', -g', ...
PlaneDraw antitheticRows(int dimension, std::size_t count, const DrawNeeds& needs, const RngStream& stream) {
  const PlaneDraw half = gaussianRows(dimension, (count + 1) / 2, needs, stream);
  PlaneDraw rows;
  for (std::size_t i = 0; i < count; ++i) {
    const double sign = i % 2 == 0 ? 1 : -1;
    rows.u.push_back(sign * half.u[i / 2]);
    rows.v.push_back(sign * half.v[i / 2]);
    if (needs.squaredNorm) rows.squaredNorm.push_back(half.squaredNorm[i / 2]);
  }
  return rows;
}

double dot(std::span<const double> x, std::span<const double> y) {
  return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
}

void normalize(std::span<double> x) {
  const double length = std::sqrt(dot(x, x));
  for (double& value : x) value /= length;
}

// Two columns of Haar distributed orthogonal d x d matrices, one block after the other (Gram and Schmidt on
// Gaussian columns), times the lengths of Gaussian vectors.
PlaneDraw orthogonalRows(int dimension, std::size_t count, const RngStream& stream) {
  const auto d = static_cast<std::size_t>(dimension);
  const std::size_t whole = (count + d - 1) / d * d;
  PlaneDraw rows = gaussianRows(dimension, whole, {false, false}, stream);
  for (std::size_t block = 0; block < whole; block += d) {
    const std::span<double> first = std::span(rows.u).subspan(block, d),
                            second = std::span(rows.v).subspan(block, d);
    normalize(first);
    if (d < 2) continue;
    const double along = dot(first, second);
    for (std::size_t i = 0; i < d; ++i) second[i] -= along * first[i];
    normalize(second);
  }
  rows.u.resize(count);
  rows.v.resize(count);
  rows.squaredNorm = chiSquaredNumbers(stream.substream(kLengths), dimension, count);
  for (std::size_t i = 0; i < count; ++i) {
    const double length = std::sqrt(rows.squaredNorm[i]);
    rows.u[i] *= length;
    rows.v[i] *= length;
  }
  return rows;
}

PlaneDraw drawSequence(const ProjectionLaw& law, int dimension, std::size_t count, const DrawNeeds& needs,
                       const RngStream& stream) {
  PlaneDraw rows = law.sampling == DrawSampling::Orthogonal ? orthogonalRows(dimension, count, stream)
                   : law.sampling == DrawSampling::Antithetic
                       ? antitheticRows(dimension, count, needs, stream)
                       : gaussianRows(dimension, count, needs, stream);
  if (!needs.squaredNorm) rows.squaredNorm.clear();
  if (!needs.uniform) return rows;
  // An antithetic pair shares what else it draws.
  const bool shared = law.sampling == DrawSampling::Antithetic;
  const std::vector<double> drawn =
      uniformNumbers(stream.substream(kUniforms), shared ? (count + 1) / 2 : count);
  for (std::size_t i = 0; i < count; ++i) rows.uniform.push_back(drawn[shared ? i / 2 : i]);
  return rows;
}

}  // namespace

PlaneDraw drawPlane(const ProjectionLaw& law, int dimension, std::size_t count, int sequences,
                    const RngStream& stream, const DrawNeeds& needs) {
  KS_EXPECT(law.invariant(), "only rotation invariant projections are drawn in a plane");
  PlaneDraw draw;
  for (int i = 0; i < sequences; ++i) {
    PlaneDraw own =
        drawSequence(law, dimension, count, needs, stream.substream(static_cast<std::uint64_t>(i)));
    if (sequences == 1) {
      draw = std::move(own);
      break;
    }
    for (const auto part : {&PlaneDraw::u, &PlaneDraw::v, &PlaneDraw::squaredNorm, &PlaneDraw::uniform})
      (draw.*part).insert((draw.*part).end(), (own.*part).begin(), (own.*part).end());
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
