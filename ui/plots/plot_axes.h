#pragma once
// Axes drawn with a painter: lines, ticks, numbers, grid. QCustomPlot's tickers say where ticks stand, so
// that figures and plots agree with the window's curves.

#include "ui/plots/plot_frame.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QString>
#include <vector>

namespace kernelscope::ui {

struct AxisTicks {
  std::vector<double> major, minor;
  std::vector<QString> labels;  // one for each major tick
};

// Decades with 2 to 9 between them, or even steps.
AxisTicks axisTicks(const AxisRange& range, bool logarithmic);
// The same of shares, in per cent: "10 %".
AxisTicks percentTicks(const AxisRange& range, bool logarithmic);
// Whole numbers on a linear axis.
AxisTicks countTicks(const AxisRange& range);
// 1, 2, 4, 8, ...: for a logarithmic axis of counts.
AxisTicks doublingTicks(const AxisRange& range);

// Numbers that would touch the one before are left out.
void paintAxes(QPainter& painter, const PlotFrame& frame, const AxisTicks& x, const AxisTicks& y,
               bool verticalGrid, const Theme& theme);

}  // namespace kernelscope::ui
