#include "engine/analysis/kernel_error/gram_comparison.h"

#include "engine/analysis/kernel_error/kernel_error_study.h"
#include "engine/core/compute_pool.h"
#include "engine/core/error.h"
#include "engine/linalg/host_linalg.h"

#include <cmath>
#include <numeric>

namespace kernelscope {

namespace {

constexpr double kMostProjectionNumbers = 5e7;

KernelPair pairAt(const GramPoints& points, std::size_t row, std::size_t column) {
  return makePair(points.inputs[row], points.weights[column], points.biases[column]);
}

// g.v for every projection g.
std::vector<double> along(const ProjectionMatrix& matrix, const std::vector<double>& v) {
  std::vector<double> products(matrix.count);
  for (std::size_t i = 0; i < matrix.count; ++i) {
    const double* g = matrix.rows.data() + i * matrix.dimension;
    products[i] = std::inner_product(g, g + matrix.dimension, v.data(), 0.0);
  }
  return products;
}

std::vector<double> squares(const ProjectionMatrix& matrix) {
  std::vector<double> result(matrix.count);
  for (std::size_t i = 0; i < matrix.count; ++i) {
    const double* g = matrix.rows.data() + i * matrix.dimension;
    result[i] = std::inner_product(g, g + matrix.dimension, g, 0.0);
  }
  return result;
}

double norm(const std::vector<double>& values) {
  return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0));
}

}  // namespace

GramExact exactGram(const TargetKernel& kernel, const GramPoints& points) {
  GramExact gram;
  gram.rows = static_cast<int>(points.inputs.size());
  gram.columns = static_cast<int>(points.weights.size());
  for (std::size_t i = 0; i < points.inputs.size(); ++i)
    for (std::size_t j = 0; j < points.weights.size(); ++j)
      gram.values.push_back(kernel.exact(pairAt(points, i, j).geometry));
  if (!gram.values.empty()) gram.singularValues = singularValues(gram.values, gram.rows, gram.columns);
  return gram;
}

GramEstimate estimatedGram(const PreparedMethod& prepared, const GramPoints& points, const GramExact& exact,
                           int features, const RngStream& stream, ComputePool& pool, std::stop_token stop) {
  const KernelMethod& method = *prepared.method;
  const std::size_t rows = points.inputs.size(), columns = points.weights.size();
  const std::size_t dimension = method.seenPair(pairAt(points, 0, 0)).x.size();
  const auto count = static_cast<std::size_t>(features * method.projectionsPerFeature());
  if (static_cast<double>(count) * static_cast<double>(dimension) > kMostProjectionNumbers)
    throw ConfigError(
        {{"/gram_features", "got " + std::to_string(features) +
                                ", whose projections need more than 400 MB; take fewer features "
                                "or dimensions"}});
  const ProjectionMatrix matrix = drawMatrix(prepared.law, dimension, static_cast<std::size_t>(features),
                                             method.projectionsPerFeature(), stream);
  const std::vector<double> lengths = squares(matrix);
  std::vector<std::vector<double>> alongWeights;
  for (std::size_t j = 0; j < columns; ++j)
    alongWeights.push_back(along(matrix, method.seenPair(pairAt(points, 0, j)).w));

  GramEstimate gram;
  gram.features = features;
  gram.values.resize(rows * columns);
  pool.run(static_cast<std::int64_t>(rows), [&](std::int64_t part, int) {
    const auto i = static_cast<std::size_t>(part);
    const std::vector<double> alongInput = along(matrix, method.seenPair(pairAt(points, i, 0)).x);
    std::vector<double> values(static_cast<std::size_t>(features));
    for (std::size_t j = 0; j < columns && !stop.stop_requested(); ++j) {
      const PairGeometry geometry = method.seenPair(pairAt(points, i, j)).geometry;
      method.features(geometry, {alongInput, alongWeights[j], lengths, matrix.uniform}, values);
      gram.values[i * columns + j] = std::accumulate(values.begin(), values.end(), 0.0) / features;
    }
  });
  if (stop.stop_requested()) throw Cancelled{};
  std::vector<double> difference(gram.values.size());
  for (std::size_t k = 0; k < difference.size(); ++k) difference[k] = gram.values[k] - exact.values[k];
  gram.singularValues = singularValues(gram.values, exact.rows, exact.columns);
  gram.differenceSingularValues = singularValues(difference, exact.rows, exact.columns);
  gram.relativeNorm = norm(difference) / norm(exact.values);
  return gram;
}

}  // namespace kernelscope
