#pragma once
// Curves of any length as at most two points per pixel column, so that a record of a million steps draws
// like one of a thousand. Only painting is thinned; readouts and exports use the full record.

#include "engine/observe/min_max_pyramid.h"

#include <cstddef>
#include <span>
#include <vector>

namespace kernelscope::ui {

// How an axis turns numbers into pixels: `columns` pixel columns from `lower` to `upper`, evenly in x or,
// for a logarithmic axis, in log x (then 0 < lower < upper).
struct PixelColumns {
  double lower = 0;
  double upper = 1;
  int columns = 1;
  bool logarithmic = false;
};

struct ThinnedCurve {
  std::vector<double> x;
  std::vector<double> y;
  std::vector<double>
      floorX;  // places of values that a logarithmic y axis cannot show, one per column at most
};

// The points of (x, y) to draw, in order. x rises strictly; x and y are finite and equally long. Each column
// keeps its smallest and its largest y, in the order in which they stand in the record (one point if the
// column has one). One more point on each side of the range is kept so that the line reaches the edge.
// With `positiveOnly` values <= 0 leave the line and are reported in floorX. Cost: O(columns x log points).
ThinnedCurve thinCurve(std::span<const double> x, const MinMaxPyramid& y, const PixelColumns& columns,
                       bool positiveOnly);

// The index of the entry of rising `x` nearest to `value` (in log x if asked); x must not be empty.
std::size_t nearestIndex(std::span<const double> x, double value, bool logarithmic);

}  // namespace kernelscope::ui
