#pragma once
// What stands on and beside a plot besides axes and curves: titles, the line at the head of the run, crosses
// where a lane stopped, labels at the ends of curves, the reader's cursors A and B. Used by the window's plot
// and by figures; draws with any painter in any thread.

#include "ui/plots/curve_scene.h"
#include "ui/plots/plot_frame.h"
#include "ui/theme/theme.h"

#include <QColor>
#include <QPainter>
#include <QString>
#include <optional>
#include <vector>

namespace kernelscope::ui {

struct EndLabel {
  QString text;
  QColor color;
  bool bold = false;
  double x = 0, y = 0;  // the curve's end
};

// The y title above the axes at the left, the x title beside their foot.
void paintPlotTitles(QPainter& painter, const PlotFrame& frame, const QString& xTitle, const QString& yTitle,
                     const Theme& theme);
void paintHead(QPainter& painter, const PlotFrame& frame, double head, const Theme& theme);
void paintStops(QPainter& painter, const PlotFrame& frame, const std::vector<CurveStop>& stops,
                const Theme& theme);

// Labels of `stops` in the colour of what diverged.
std::vector<EndLabel> stopLabels(const std::vector<CurveStop>& stops, const Theme& theme);

// The labels' rectangles, in their order: beside `head`, or the last end without one, pushed apart until
// none covers another.
std::vector<QRectF> endLabelRects(const PlotFrame& frame, const std::vector<EndLabel>& labels,
                                  std::optional<double> head, const Theme& theme);
void paintEndLabels(QPainter& painter, const PlotFrame& frame, const std::vector<EndLabel>& labels,
                    std::optional<double> head, const Theme& theme);

// Solid lines with their letters at the foot.
void paintReaderCursors(QPainter& painter, const PlotFrame& frame, const ReaderCursors& cursors,
                        const Theme& theme);

// An upright line through the axes on whole pixels; nothing when `x` (pixels) is out of view.
void paintUpright(QPainter& painter, const PlotFrame& frame, double x);

}  // namespace kernelscope::ui
