#pragma once
// What a curve plot shows, as a plain value: axes, curves, marks. The same scene can be drawn by several
// plots (the window's and one for export).

#include "ui/plots/axis_range.h"
#include "ui/plots/curve_data.h"

#include <QString>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace kernelscope::ui {

struct CurveSpec {
  std::shared_ptr<const CurveData> data;
  int series = 0;          // index of Theme::series: colour, dash, marker; 0 and 1 are lanes A and B
  bool secondary = false;  // thinner, with open markers: held-out beside training
  QString label;           // stands at the end of the curve; empty: none
};

// The end of a curve that did not reach its goal: a cross on the last point and a label in the state's
// colour.
struct CurveStop {
  double x = 0, y = 0;
  QString label;
};

// The two places that the reader compares, A then B.
using ReaderCursors = std::array<std::optional<double>, 2>;
inline QString readerCursorLetter(std::size_t cursor) {
  return cursor == 0 ? QStringLiteral("A") : QStringLiteral("B");
}

struct CurveScene {
  QString xTitle, yTitle;     // with units
  AxisRange xRange{1, 1000};  // fixed from the start
  bool logX = true;
  bool verticalGrid = false;
  ValueScale valueScale;
  std::optional<double> head;  // where the run stands: a line, and the labels beside it
  ReaderCursors cursors;
  std::vector<CurveSpec> curves;
  std::vector<CurveStop> stops;
};

}  // namespace kernelscope::ui
