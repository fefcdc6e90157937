#pragma once
// A plot of a finished study as a plain value: curves with marks, bands, steps, points with bars, lines of
// reference. Painted by one function in the window and on paper, so that what is exported is what is seen.
// A study has few points, so nothing is thinned.

#include "ui/plots/axis_range.h"
#include "ui/plots/plot_frame.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

namespace kernelscope::ui {

// Percent: of shares; Counts: whole numbers; Doublings: 1, 2, 4, ...
enum class TickKind { Numbers, Percent, Counts, Doublings };

struct StudyAxis {
  QString title;  // with the unit
  AxisRange range;
  bool logarithmic = false;
  TickKind ticks = TickKind::Numbers;
};

enum class CurveLook {
  Marked,     // 2 px with filled marks
  Line,       // 2 px
  Thin,       // 1 px in the series' dash
  Dotted,     // 1 px dotted with open marks: what must not be trusted
  Reference,  // 1 px dotted in the colour of exact values
  Points      // marks alone
};

// Points that are not finite part the line; on a logarithmic axis those not above 0 are marks on its floor.
struct StudyCurve {
  int series = 0;  // index of Theme::series; 0 and 1 are lanes A and B
  CurveLook look = CurveLook::Marked;
  QPolygonF points;                  // data coordinates, x ascending
  QString label;                     // at the end of the curve; empty: none
  std::vector<AxisRange> bars = {};  // upright, one for each point; or none
};

// What lies between two curves over the same x.
struct StudyBand {
  int series = 0;
  QPolygonF upper, lower;
};

struct StudyUpright {
  double x = 0;
  QString label;  // beside its top; empty: none
};

struct StudyChart {
  StudyAxis x, y;
  bool verticalGrid = false;
  bool zeroLine = false;  // a line at y = 0
  bool roomRight = true;  // for the curves' labels and the x title
  bool numbersLeft = true;
  QString note;  // beside the upper right corner, a few short lines
  std::vector<StudyBand> bands;
  std::vector<StudyCurve> curves;
  std::vector<StudyUpright> uprights;
  // With more than two bands only this one's edges are drawn: an index into `bands`.
  std::optional<std::size_t> pointedBand;
};

// The smallest range from 1, 2 or 5 times a power of ten to another that holds the chart's positive values
// (logarithmic), or a range of round numbers that holds all of them and 0 where it is near.
AxisRange rangeOfValues(const StudyChart& chart, bool logarithmic);

PlotFrame studyFrame(const StudyChart& chart, const QRectF& area, const Theme& theme);
void paintStudy(QPainter& painter, const QRectF& area, const StudyChart& chart, const Theme& theme);

}  // namespace kernelscope::ui
