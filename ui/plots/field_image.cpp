#include "ui/plots/field_image.h"

#include "engine/core/contract.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

// Where a value stands between the limits; equal limits put everything at the middle.
double position(float value, FieldRange limits) {
  const double span = static_cast<double>(limits.maximum) - limits.minimum;
  return span > 0 ? (static_cast<double>(value) - limits.minimum) / span : 0.5;
}

int level(double t) {
  return static_cast<int>(std::lround(std::clamp(t, 0.0, 1.0) * 255));
}

bool beyond(float value, FieldRange limits) {
  return value < limits.minimum || value > limits.maximum;
}

QRgb stripes(int row, int column, const MissingColors& missing) {
  return ((row + column) / 2) % 2 == 0 ? missing.stripe.rgb() : missing.ground.rgb();
}

}  // namespace

FieldImage renderField(const Field2d& field, FieldRange limits, const ColorMap& map,
                       const MissingColors& missing) {
  FieldImage result;
  if (field.empty()) return result;
  const std::size_t channels = static_cast<std::size_t>(field.channels);
  KS_EXPECT(field.samples.size() == static_cast<std::size_t>(field.height) * field.width * channels,
            "a field needs height x width x channels samples");
  const bool colored = channels == 3;
  const std::size_t shown = colored ? 3 : 1;
  result.image = QImage(field.width, field.height, QImage::Format_RGB32);
  const float* sample = field.samples.data();
  for (int row = 0; row < field.height; ++row) {
    QRgb* line = reinterpret_cast<QRgb*>(result.image.scanLine(row));
    for (int column = 0; column < field.width; ++column, sample += channels) {
      if (!std::all_of(sample, sample + shown, [](float v) { return std::isfinite(v); })) {
        line[column] = stripes(row, column, missing);
        ++result.missingCells;
        continue;
      }
      if (std::any_of(sample, sample + shown, [&](float v) { return beyond(v, limits); }))
        ++result.clippedCells;
      line[column] = colored ? qRgb(level(position(sample[0], limits)), level(position(sample[1], limits)),
                                    level(position(sample[2], limits)))
                             : map.at(position(sample[0], limits));
    }
  }
  return result;
}

}  // namespace kernelscope::ui
