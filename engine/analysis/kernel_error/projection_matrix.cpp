// Projections drawn whole: drawMatrix and SeenDraw of projection_draw.h.

#include "engine/analysis/kernel_error/projection_draw.h"
#include "engine/analysis/kernel_error/projection_numbers.h"
#include "engine/analysis/kernel_error/quasi_points.h"
#include "engine/core/error.h"
#include "engine/linalg/host_linalg.h"

#include <cmath>
#include <numeric>

namespace kernelscope {

namespace {

std::vector<double> entries(ProjectionLaw::Entries law, const RngStream& stream, std::size_t count) {
  switch (law) {
    case ProjectionLaw::Entries::Signs:
      return signNumbers(stream, count);
    case ProjectionLaw::Entries::Uniform:
      return uniformNumbers(stream, count);
    case ProjectionLaw::Entries::Gaussian:
      break;
  }
  return normalNumbers(stream, count);
}

void append(std::vector<double>& to, std::span<const double> values, double factor) {
  for (const double value : values) to.push_back(factor * value);
}

// All append `count` rows and as many uniform numbers.
void appendQuasi(ProjectionMatrix& matrix, const ProjectionLaw& law, std::size_t count,
                 const RngStream& stream) {
  const QuasiPoints points = quasiPoints(matrix.dimension, count, stream);
  append(matrix.rows, points.normals, law.size);
  append(matrix.uniform, points.uniforms, 1);
}

// Blocks of d orthogonal rows with the lengths of independent Gaussian vectors.
void appendOrthogonal(ProjectionMatrix& matrix, const ProjectionLaw& law, std::size_t count,
                      const RngStream& stream) {
  const std::size_t d = matrix.dimension, whole = (count + d - 1) / d * d;
  std::vector<double> rows = normalNumbers(stream.substream(kDirections), whole * d);
  const std::vector<double> squared =
      chiSquaredNumbers(stream.substream(kLengths), static_cast<int>(d), count);
  for (std::size_t first = 0; first < whole; first += d)
    orthonormalizeRows(std::span(rows).subspan(first * d, d * d), static_cast<std::int64_t>(d),
                       static_cast<std::int64_t>(d), law.rawQr ? QrSigns::AsFactored : QrSigns::Positive);
  for (std::size_t i = 0; i < count; ++i)
    append(matrix.rows, std::span(rows).subspan(i * d, d), std::sqrt(squared[i]) * law.size);
  append(matrix.uniform, uniformNumbers(stream.substream(kUniforms), count), 1);
}

// Antithetic: every row and its negative, which share their uniform number.
void appendIndependent(ProjectionMatrix& matrix, const ProjectionLaw& law, std::size_t count,
                       const RngStream& stream) {
  const std::size_t d = matrix.dimension;
  const bool pairs = law.sampling == DrawSampling::Antithetic;
  const std::size_t drawn = pairs ? (count + 1) / 2 : count;
  const std::vector<double> rows = entries(law.entries, stream.substream(kDirections), drawn * d);
  const std::vector<double> uniform = uniformNumbers(stream.substream(kUniforms), drawn);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = pairs ? i / 2 : i;
    append(matrix.rows, std::span(rows).subspan(from * d, d), pairs && i % 2 == 1 ? -law.size : law.size);
    matrix.uniform.push_back(uniform[from]);
  }
}

void appendSequence(ProjectionMatrix& matrix, const ProjectionLaw& law, std::size_t count,
                    const RngStream& stream) {
  if (law.sampling == DrawSampling::Quasi) return appendQuasi(matrix, law, count, stream);
  if (law.sampling == DrawSampling::Orthogonal) return appendOrthogonal(matrix, law, count, stream);
  appendIndependent(matrix, law, count, stream);
}

}  // namespace

ProjectionMatrix drawMatrix(const ProjectionLaw& law, std::size_t dimension, std::size_t count, int sequences,
                            const RngStream& stream) {
  ProjectionMatrix matrix{count * static_cast<std::size_t>(sequences), dimension, {}, {}};
  matrix.rows.reserve(matrix.count * dimension);
  matrix.uniform.reserve(matrix.count);
  for (int i = 0; i < sequences; ++i)
    appendSequence(matrix, law, count, stream.substream(static_cast<std::uint64_t>(i)));
  return matrix;
}

void SeenDraw::see(const KernelPair& pair, const ProjectionMatrix& matrix) {
  const std::size_t d = matrix.dimension;
  alongInput_.resize(matrix.count);
  alongWeight_.resize(matrix.count);
  ownNorm_.resize(matrix.count);
  for (std::size_t i = 0; i < matrix.count; ++i) {
    const double* g = matrix.rows.data() + i * d;
    alongInput_[i] = std::inner_product(g, g + d, pair.x.data(), 0.0);
    alongWeight_[i] = std::inner_product(g, g + d, pair.w.data(), 0.0);
    ownNorm_[i] = std::inner_product(g, g + d, g, 0.0);
  }
  view_ = {alongInput_, alongWeight_, ownNorm_, matrix.uniform, {}};
}

}  // namespace kernelscope
