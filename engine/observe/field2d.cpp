#include "engine/observe/field2d.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace kernelscope {

FieldRange finiteRange(const Field2d& field) {
  FieldRange range;
  bool first = true;
  for (const float sample : field.samples) {
    if (!std::isfinite(sample)) continue;
    range.minimum = first ? sample : std::min(range.minimum, sample);
    range.maximum = first ? sample : std::max(range.maximum, sample);
    first = false;
  }
  return range;
}

float absoluteQuantile(const Field2d& field, double quantile) {
  std::vector<float> magnitudes;
  magnitudes.reserve(field.samples.size());
  for (const float sample : field.samples) {
    if (std::isfinite(sample)) magnitudes.push_back(std::abs(sample));
  }
  if (magnitudes.empty()) return 0;
  // The smallest magnitude with at least quantile * n samples at or below it: rank ceil(quantile n), from 1.
  const double share = std::clamp(quantile, 0.0, 1.0) * static_cast<double>(magnitudes.size());
  const auto rank = std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(std::ceil(share)), 1);
  const auto place = magnitudes.begin() + (rank - 1);
  std::nth_element(magnitudes.begin(), place, magnitudes.end());
  return *place;
}

}  // namespace kernelscope
