#pragma once
// Which points of a curve carry an open marker, and the marker shapes in QCustomPlot's terms.

#include "ui/plots/axis_range.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <span>
#include <vector>

namespace kernelscope::ui {

// Size of a disc; other shapes look as large when a little larger. Logical pixels.
inline constexpr double kMarkerPx = 7;

// Indices of about evenly spread points: on a logarithmic axis one per half decade (1, 3, 10, 30, ...), on a
// linear one eight across the range, and the last point when it is not close to another. At most one marker
// per mark; a mark without a point near it has none. x rises.
std::vector<std::size_t> markerIndices(std::span<const double> x, const AxisRange& range, bool logarithmic);

QCPScatterStyle openMarker(Marker shape, const QPen& pen, const QColor& fill, double size);

}  // namespace kernelscope::ui
