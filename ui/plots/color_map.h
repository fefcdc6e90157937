#pragma once
// A colour map: evenly spaced stops, interpolated linearly in sRGB, kept as a table of at least 257 entries
// in which every stop is an exact entry.

#include <QColor>
#include <QRgb>
#include <span>
#include <vector>

namespace kernelscope::ui {

class ColorMap final {
 public:
  ColorMap();  // black to white
  // Needs two stops or more.
  explicit ColorMap(std::span<const QColor> stops);

  // The colour at t; t is held inside 0..1 and must not be NaN.
  QRgb at(double t) const;

 private:
  std::vector<QRgb> table_;
};

}  // namespace kernelscope::ui
