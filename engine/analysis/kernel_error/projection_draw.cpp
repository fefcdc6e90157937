#include "engine/analysis/kernel_error/projection_draw.h"

#include "engine/backend/cpu/random_kernels.h"
#include "engine/core/contract.h"
#include "engine/core/random_sequence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kernelscope {

namespace {

// What is drawn for what, so that no number depends on how many others are drawn.
enum Substream : std::uint64_t { kDirections, kLengthNormals, kLengthUniforms, kLengthRest, kUniforms };

// Both numbers of every pair, one after the other.
template <class FillPairs>
std::vector<double> inTurn(std::size_t count, const FillPairs& fill) {
  std::vector<double> a((count + 1) / 2), b(a.size()), values(count);
  fill(a, b);
  for (std::size_t i = 0; i < count; ++i) values[i] = i % 2 == 0 ? a[i / 2] : b[i / 2];
  return values;
}

std::vector<double> uniforms(const RngStream& stream, std::size_t count) {
  return inTurn(count, [&](auto& a, auto& b) { fillUniformPairs(stream, 0, a, b); });
}

// Chi-squared numbers with `degrees`, as twice a Gamma(degrees / 2) variable (Marsaglia and Tsang 2000): one
// proposal for each at once, and the few that are refused drawn one by one.
std::vector<double> chiSquared(const RngStream& stream, int degrees, std::size_t count) {
  const RngStream rest = stream.substream(kLengthRest);
  const auto drawnAlone = [&](std::size_t i) {
    return RandomSequence(rest.substream(i)).chiSquared(degrees);
  };
  std::vector<double> values(count);
  if (degrees < 2) {
    for (std::size_t i = 0; i < count; ++i) values[i] = drawnAlone(i);
    return values;
  }
  const RngStream own = stream.substream(kLengthNormals);
  const std::vector<double> normals = inTurn(count, [&](auto& a, auto& b) { fillNormalPairs(own, 0, a, b); });
  const std::vector<double> accept = uniforms(stream.substream(kLengthUniforms), count);
  const double d = 0.5 * degrees - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  for (std::size_t i = 0; i < count; ++i) {
    const double x = normals[i], root = 1 + c * x, v = root * root * root;
    const bool sure = root > 0 && accept[i] < 1 - 0.0331 * (x * x) * (x * x);
    const bool kept = sure || (root > 0 && std::log(accept[i]) < 0.5 * x * x + d * (1 - v + std::log(v)));
    values[i] = kept ? 2 * d * v : drawnAlone(i);
  }
  return values;
}

// u, v and |g|^2 of `count` independent Gaussian vectors.
PlaneDraw gaussianRows(int dimension, std::size_t count, const DrawNeeds& needs, const RngStream& stream) {
  PlaneDraw rows;
  rows.u.resize(count);
  rows.v.resize(count);
  fillNormalPairs(stream.substream(kDirections), 0, rows.u, rows.v);
  if (dimension < 2) std::fill(rows.v.begin(), rows.v.end(), 0.0);
  if (!needs.squaredNorm) return rows;
  rows.squaredNorm = dimension > 2 ? chiSquared(stream, dimension - 2, count) : std::vector<double>(count);
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
  rows.squaredNorm = chiSquared(stream, dimension, count);
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
  const std::vector<double> drawn = uniforms(stream.substream(kUniforms), shared ? (count + 1) / 2 : count);
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
