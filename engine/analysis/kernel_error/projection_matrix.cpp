// Projections drawn whole: drawMatrix and SeenDraw of projection_draw.h.

#include "engine/analysis/kernel_error/projection_draw.h"
#include "engine/analysis/kernel_error/quasi_points.h"
#include "engine/core/error.h"
#include "engine/core/random_sequence.h"
#include "engine/linalg/host_linalg.h"

#include <cmath>
#include <numeric>

namespace kernelscope {

namespace {

double entry(ProjectionLaw::Entries law, RandomSequence& random) {
  switch (law) {
    case ProjectionLaw::Entries::Signs:
      return random.uniform() < 0.5 ? -1 : 1;
    case ProjectionLaw::Entries::Uniform:
      return random.uniform();
    case ProjectionLaw::Entries::Gaussian:
      break;
  }
  return random.normal();
}

void appendRow(ProjectionMatrix& matrix, std::span<const double> row, double factor, double uniform) {
  for (const double value : row) matrix.rows.push_back(factor * value);
  matrix.uniform.push_back(uniform);
}

// d orthogonal rows with the lengths of independent Gaussian vectors, and a uniform number each.
void appendBlock(ProjectionMatrix& matrix, const ProjectionLaw& law, RandomSequence& random) {
  const std::size_t d = matrix.dimension;
  std::vector<double> block(d * d);
  for (double& value : block) value = random.normal();
  orthonormalizeRows(block, static_cast<std::int64_t>(d), static_cast<std::int64_t>(d),
                     law.rawQr ? QrSigns::AsFactored : QrSigns::Positive);
  for (std::size_t i = 0; i < d; ++i) {
    const double length = std::sqrt(random.chiSquared(static_cast<int>(d))), uniform = random.uniform();
    if (matrix.uniform.size() < matrix.count)
      appendRow(matrix, std::span(block).subspan(i * d, d), length * law.size, uniform);
  }
}

void appendIndependent(ProjectionMatrix& matrix, const ProjectionLaw& law, RandomSequence& random) {
  std::vector<double> row(matrix.dimension);
  for (double& value : row) value = entry(law.entries, random);
  const double uniform = random.uniform();
  appendRow(matrix, row, law.size, uniform);
  if (law.sampling == DrawSampling::Antithetic && matrix.uniform.size() < matrix.count)
    appendRow(matrix, row, -law.size, uniform);
}

// Both append up to matrix.count rows.
void appendQuasi(ProjectionMatrix& matrix, const ProjectionLaw& law, const RngStream& stream) {
  const QuasiPoints points = quasiPoints(matrix.dimension, matrix.count - matrix.uniform.size(), stream);
  for (const double value : points.normals) matrix.rows.push_back(value * law.size);
  matrix.uniform.insert(matrix.uniform.end(), points.uniforms.begin(), points.uniforms.end());
}

void appendRandom(ProjectionMatrix& matrix, const ProjectionLaw& law, const RngStream& stream) {
  RandomSequence random(stream);
  while (matrix.uniform.size() < matrix.count)
    law.sampling == DrawSampling::Orthogonal ? appendBlock(matrix, law, random)
                                             : appendIndependent(matrix, law, random);
}

}  // namespace

ProjectionMatrix drawMatrix(const ProjectionLaw& law, std::size_t dimension, std::size_t count, int sequences,
                            const RngStream& stream) {
  ProjectionMatrix matrix{0, dimension, {}, {}};
  matrix.rows.reserve(count * static_cast<std::size_t>(sequences) * dimension);
  for (int i = 0; i < sequences; ++i) {
    const RngStream own = stream.substream(static_cast<std::uint64_t>(i));
    matrix.count += count;
    law.sampling == DrawSampling::Quasi ? appendQuasi(matrix, law, own) : appendRandom(matrix, law, own);
  }
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
