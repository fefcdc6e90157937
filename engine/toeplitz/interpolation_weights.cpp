#include "engine/toeplitz/interpolation_weights.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kernelscope {

InterpolationWeights::InterpolationWeights(std::int64_t n, std::int64_t r, Interpolation kind,
                                           const ReleasedDefects& defects)
    : columns_(r), spacing_(static_cast<double>(n - 1) / static_cast<double>(r - 1)) {
  const std::int64_t least = kind == Interpolation::Keys ? 4 : 2;
  if (r < least || r > n)
    throw ShapeError(fmt::format("{} inducing points for {} positions; allowed: {} to {}", r, n, least, n));
  for (std::int64_t i = 0; i < n; ++i) {
    const auto position = static_cast<double>(i);
    Row row = defects.weights ? releasedRow(position * static_cast<double>(n) / static_cast<double>(n - 1))
              : kind == Interpolation::Keys ? keysRow(position)
                                            : linearRow(position);
    if (defects.rowDecay < 1)
      for (double& weight : row.weight)
        weight *= std::pow(defects.rowDecay, static_cast<double>(n) * position);
    rows_.push_back(row);
  }
}

InterpolationWeights::Row InterpolationWeights::linearRow(double position) const {
  const std::int64_t cell = std::min(static_cast<std::int64_t>(position / spacing_), columns_ - 2);
  const double f = position / spacing_ - static_cast<double>(cell);
  return {cell, {1 - f, f}};
}

InterpolationWeights::Row InterpolationWeights::keysRow(double position) const {
  const std::int64_t cell = std::min(static_cast<std::int64_t>(position / spacing_), columns_ - 2);
  const double f = position / spacing_ - static_cast<double>(cell), ff = f * f, fff = ff * f;
  const std::array<double, 4> weight = {-f / 2 + ff - fff / 2, 1 - 2.5 * ff + 1.5 * fff,
                                        f / 2 + 2 * ff - 1.5 * fff, -ff / 2 + fff / 2};
  Row row;
  row.first = std::clamp<std::int64_t>(cell - 1, 0, columns_ - 4);
  const auto add = [&](std::int64_t column, double value) {
    row.weight[static_cast<std::size_t>(column - row.first)] += value;
  };
  for (std::int64_t k = 0; k < 4; ++k) {
    const std::int64_t column = cell - 1 + k;
    const double value = weight[static_cast<std::size_t>(k)];
    if (column >= 0 && column < columns_) {
      add(column, value);
      continue;
    }
    const std::int64_t end = column < 0 ? 0 : columns_ - 1, inward = column < 0 ? 1 : -1;
    add(end, 3 * value);
    add(end + inward, -3 * value);
    add(end + 2 * inward, value);
  }
  return row;
}

// The node at or above the position stands for the one below it, and carries the distance from it.
InterpolationWeights::Row InterpolationWeights::releasedRow(double position) const {
  const std::int64_t above =
      std::min(static_cast<std::int64_t>(std::ceil(position / spacing_)), columns_ - 2);
  const double distance = position / spacing_ - static_cast<double>(above);
  return {above, {distance, 1 - distance}};
}

void InterpolationWeights::spread(std::span<const double> x, std::span<double> z) const {
  std::fill(z.begin(), z.end(), 0.0);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const auto first = static_cast<std::size_t>(row.first);
    const std::size_t width = std::min(kMost, z.size() - first);
    for (std::size_t k = 0; k < width; ++k) z[first + k] += row.weight[k] * x[i];
  }
}

void InterpolationWeights::gather(std::span<const double> z, std::span<double> y) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const auto first = static_cast<std::size_t>(row.first);
    const std::size_t width = std::min(kMost, z.size() - first);
    double sum = 0;
    for (std::size_t k = 0; k < width; ++k) sum += row.weight[k] * z[first + k];
    y[i] = sum;
  }
}

std::vector<double> InterpolationWeights::dense() const {
  const auto r = static_cast<std::size_t>(columns_);
  std::vector<double> matrix(rows_.size() * r);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const auto first = static_cast<std::size_t>(rows_[i].first);
    for (std::size_t k = 0; k < std::min(kMost, r - first); ++k)
      matrix[i * r + first + k] = rows_[i].weight[k];
  }
  return matrix;
}

}  // namespace kernelscope
