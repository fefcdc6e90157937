#pragma once
// Fields as pictures: one pixel per sample, colours by a map between two limits.

#include "engine/observe/field2d.h"
#include "ui/plots/color_map.h"

#include <QImage>
#include <cstdint>

namespace kernelscope::ui {

// The two colours of the diagonal stripes that stand for samples which are not finite.
struct MissingColors {
  QColor stripe;
  QColor ground;
};

struct FieldImage {
  QImage image;                   // RGB32, [height, width]; null for an empty field
  std::int64_t clippedCells = 0;  // finite cells beyond the limits (any channel), drawn in the end colour
  std::int64_t missingCells = 0;  // cells with a NaN or an infinity, drawn as stripes
};

// One channel goes through the map. Three channels are a colour picture and are shown as they are: each
// channel runs linearly from limits.minimum (0) to limits.maximum (255). Other counts show channel 0.
FieldImage renderField(const Field2d& field, FieldRange limits, const ColorMap& map,
                       const MissingColors& missing);

}  // namespace kernelscope::ui
