#pragma once
// The numbers in the header of the chart: every curve at the step under the mouse or at the head of the run,
// or, once the reader has placed a cursor, every curve at both places with the differences.

#include "ui/panels/lane_record.h"
#include "ui/plots/curve_scene.h"
#include "ui/plots/text_segments.h"
#include "ui/theme/theme.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace kernelscope::ui {

using ReadoutRows = std::vector<std::vector<TextSegment>>;

struct ChartPlaces {
  std::optional<double> hover;  // the step under the mouse
  std::optional<double> head;   // the newest step of the run
  ReaderCursors readers;
};

// One row, or two with a reader's cursor; the missing one of the two is where the mouse or the head is. Empty
// before the first step. A lane that has not reached a step has no number there.
ReadoutRows chartReadout(const std::array<LaneRecord, 2>& lanes, ChartMetric metric,
                         const ChartPlaces& places, std::int64_t budget, const Theme& theme);

// What they need side by side.
double readoutWidth(const ReadoutRows& rows, const Theme& theme);

// The rows as they are where they fit in the width; else a comparison of two places takes a row more: the
// places, then one row for each lane.
ReadoutRows fittedReadout(const ReadoutRows& rows, double width, const Theme& theme);

// The rows one under the other in `rect`, ending at the right edge. Rows with as many parts as the first
// share columns as wide as their widest, others stand for themselves. Where there is no room the last column
// (the units, which the axis names, too) is left out, then the parts are cut with an ellipsis.
void paintReadoutRows(QPainter& painter, const QRectF& rect, const ReadoutRows& rows, const Theme& theme);

// As one text for screen readers.
QString readoutText(const ReadoutRows& rows);

}  // namespace kernelscope::ui
