#include "engine/features/feature_sampling.h"

#include "engine/core/error.h"
#include "engine/linalg/host_linalg.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

constexpr std::uint64_t kDirections = 0, kLengths = 1;

// Standard normal numbers, with the row-major element index as counter.
HostTensor normalTensor(const RngStream& stream, std::int64_t rows, std::int64_t cols) {
  HostTensor tensor(DType::Float64, rows, cols);
  std::uint64_t element = 0;
  for (double& value : tensor.values<double>()) value = stream.normal(element++);
  return tensor;
}

double norm(std::span<const double> x) {
  double sum = 0;
  for (const double value : x) sum += value * value;
  return std::sqrt(sum);
}

}  // namespace

ProjectionSampling projectionSamplingFromName(std::string_view name) {
  if (name == "iid") return ProjectionSampling::Iid;
  if (name == "orthogonal") return ProjectionSampling::Orthogonal;
  throw ConfigError(
      {{"/projection", "\"" + std::string(name) + "\" is not a sampling; known are iid, orthogonal"}});
}

HostTensor sampleProjections(ProjectionSampling sampling, const RngStream& stream, std::int64_t projections,
                             std::int64_t width) {
  HostTensor g = normalTensor(stream.substream(kDirections), projections, width);
  if (sampling == ProjectionSampling::Iid) return g;

  const HostTensor gaussian = normalTensor(stream.substream(kLengths), projections, width);
  const std::span<double> values = g.values<double>();
  const auto d = static_cast<std::size_t>(width);
  for (std::int64_t first = 0; first < projections; first += width) {
    const std::int64_t rows = std::min(width, projections - first);
    const auto block =
        values.subspan(static_cast<std::size_t>(first) * d, static_cast<std::size_t>(rows) * d);
    orthonormalizeRows(block, rows, width);
  }
  for (std::size_t row = 0; row < static_cast<std::size_t>(projections); ++row) {
    const double length = norm(gaussian.values<double>().subspan(row * d, d));
    for (double& value : values.subspan(row * d, d)) value *= length;
  }
  return g;
}

}  // namespace kernelscope
