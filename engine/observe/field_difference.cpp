#include "engine/observe/field_difference.h"

#include <cmath>
#include <cstddef>

namespace kernelscope {

FieldDifference fieldDifference(const Field2d& a, const Field2d& b) {
  FieldDifference difference;
  const bool sameShape = a.height == b.height && a.width == b.width && a.channels == b.channels;
  if (!sameShape || a.empty() || a.samples.size() != b.samples.size()) return difference;
  const auto channels = static_cast<std::size_t>(a.channels);
  difference.field = {a.name, a.unit, a.height, a.width, 1, {}};
  difference.field.samples.reserve(a.samples.size() / channels);
  double squares = 0;
  for (std::size_t first = 0; first < a.samples.size(); first += channels) {
    double sum = 0;
    for (std::size_t i = first; i < first + channels; ++i) {
      const double d = static_cast<double>(a.samples[i]) - b.samples[i];
      sum += d;
      squares += d * d;
    }
    difference.field.samples.push_back(static_cast<float>(sum / static_cast<double>(channels)));
  }
  difference.rootMeanSquare = std::sqrt(squares / static_cast<double>(a.samples.size()));
  return difference;
}

}  // namespace kernelscope
