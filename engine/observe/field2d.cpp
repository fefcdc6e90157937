#include "engine/observe/field2d.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

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

namespace {

// The smallest value with at least quantile * n values at or below it: rank ceil(quantile n), from 1.
float atQuantile(std::vector<float>& values, double quantile) {
  if (values.empty()) return 0;
  const double share = std::clamp(quantile, 0.0, 1.0) * static_cast<double>(values.size());
  const auto rank = std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(std::ceil(share)), 1);
  const auto place = values.begin() + (rank - 1);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

}  // namespace

float fieldQuantile(const Field2d& field, double quantile) {
  std::vector<float> values;
  values.reserve(field.samples.size());
  std::ranges::copy_if(field.samples, std::back_inserter(values), [](float v) { return std::isfinite(v); });
  return atQuantile(values, quantile);
}

float absoluteQuantile(const Field2d& field, double quantile) {
  std::vector<float> magnitudes;
  magnitudes.reserve(field.samples.size());
  for (const float sample : field.samples) {
    if (std::isfinite(sample)) magnitudes.push_back(std::abs(sample));
  }
  return atQuantile(magnitudes, quantile);
}

}  // namespace kernelscope
