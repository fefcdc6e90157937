#pragma once
// Where a plot lies and what it shows: the rectangle between its axes and the ranges along them. What marks
// on a plot need to know, whoever draws the axes.

#include "ui/plots/axis_range.h"
#include "ui/theme/theme.h"

#include <QMarginsF>
#include <QPointF>
#include <QRectF>

namespace kernelscope::ui {

struct PlotFrame {
  QRectF axes;       // logical pixels
  double right = 0;  // where the room beside the axes ends
  AxisRange x, y;
  bool logX = false, logY = false;

  double toX(double value) const;
  double toY(double value) const;
  QPointF toPixel(double valueX, double valueY) const { return {toX(valueX), toY(valueY)}; }
};

// What titles, tick labels and the labels at the ends of curves take on each side of the axes.
QMarginsF plotMargins(const Theme& theme);

}  // namespace kernelscope::ui
