#include "engine/run/recovered_values.h"

#include "engine/core/contract.h"
#include "engine/linalg/host_linalg.h"

#include <algorithm>

namespace kernelscope {

namespace {

// 1, x, y at a pixel.
std::array<double, 3> planeBasis(const ImageDataset& data, std::int64_t pixel) {
  const auto column = static_cast<int>(pixel % data.width()), row = static_cast<int>(pixel / data.width());
  return {1, pixelCoordinate(column, data.width()), pixelCoordinate(row, data.height())};
}

}  // namespace

RecoveredPlane fittedPlane(const ImageDataset& data, Supervision supervision, const HostTensor& values) {
  if (supervision == Supervision::Value) return {};
  const std::size_t terms = supervision == Supervision::Laplacian ? 3 : 1;
  const std::vector<std::int32_t>& pixels = data.trainPixels();
  std::vector<double> design;
  design.reserve(pixels.size() * terms);
  for (const std::int32_t pixel : pixels) {
    const auto basis = planeBasis(data, pixel);
    design.insert(design.end(), basis.begin(), basis.begin() + static_cast<std::ptrdiff_t>(terms));
  }
  RecoveredPlane plane;
  const std::int64_t channels = data.channels();
  for (std::int64_t c = 0; c < channels; ++c) {
    std::vector<double> missing;
    missing.reserve(pixels.size());
    for (const std::int32_t pixel : pixels)
      missing.push_back(data.targets()[static_cast<std::size_t>(pixel * channels + c)] - values.at(pixel, c));
    const std::vector<double> solution = leastSquares(design, static_cast<std::int64_t>(terms), missing);
    std::ranges::copy(solution, plane.channels.emplace_back().begin());
  }
  return plane;
}

void addPlane(const ImageDataset& data, const RecoveredPlane& plane, HostTensor& values) {
  KS_EXPECT(values.cols() == static_cast<std::int64_t>(plane.channels.size()), "a plane per colour channel");
  for (std::int64_t pixel = 0; pixel < values.rows(); ++pixel) {
    const auto basis = planeBasis(data, pixel);
    for (std::int64_t c = 0; c < values.cols(); ++c) {
      const auto& [a, b, slope] = plane.channels[static_cast<std::size_t>(c)];
      values.set(pixel, c, values.at(pixel, c) + a + b * basis[1] + slope * basis[2]);
    }
  }
}

void addPlaneAt(const HostTensor& points, const RecoveredPlane& plane, HostTensor& values) {
  KS_EXPECT(values.cols() == static_cast<std::int64_t>(plane.channels.size()), "a plane per colour channel");
  for (std::int64_t row = 0; row < values.rows(); ++row) {
    for (std::int64_t c = 0; c < values.cols(); ++c) {
      const auto& [a, b, slope] = plane.channels[static_cast<std::size_t>(c)];
      values.set(row, c, values.at(row, c) + a + b * points.at(row, 0) + slope * points.at(row, 1));
    }
  }
}

RecoveredPicture recoveredPicture(const ImageDataset& data, HostJet jet, Supervision supervision) {
  RecoveredPicture picture{std::move(jet), {}};
  if (supervision == Supervision::Value) return picture;
  picture.plane = fittedPlane(data, supervision, picture.jet.values());
  addPlane(data, picture.plane, picture.jet.channels.front());
  return picture;
}

}  // namespace kernelscope
