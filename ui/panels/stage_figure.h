#pragma once
// The row of three tiles and its readout line as a plain value that can be painted anywhere: in the window,
// or on paper in print colours.

#include "ui/plots/color_map.h"
#include "ui/plots/text_segments.h"
#include "ui/plots/tile_painter.h"

#include <QRectF>
#include <array>
#include <optional>
#include <vector>

namespace kernelscope::ui {

// The line under the tiles: the colour bar with its limits and what it shows, then the probe.
struct StageReadout {
  QString lower, upper, description;
  ColorMap map;
  std::vector<TextSegment> probe;
};

struct StageFigure {
  std::array<TileView, 3> tiles;     // target, A, B
  std::optional<TileView> compared;  // both lanes in one tile: then the stage is the target and this
  StageReadout readout;
  QString picture;  // what the target is: "camera 128 × 128"
};

// Tiles of one size that share the left and right edges of `area`; as large as fits, at most the design's
// largest, never below a smallest. In a low and wide area they are wider than high: the words stand beside
// the pictures.
struct StageGeometry {
  std::array<QRectF, 3> tiles;  // the first `count` are set
  QRectF readout;
};
StageGeometry stageGeometry(const Theme& theme, const QRectF& area, std::size_t count = 3);

// The height at which the tiles fill `width`.
int stageHeight(const Theme& theme, double width, std::size_t count = 3);
int smallestStageHeight(const Theme& theme);

// The colour bar's place inside the readout line.
QRectF colorBarRect(const Theme& theme, const QRectF& readout, const StageReadout& content);

void paintReadout(QPainter& painter, const QRectF& rect, const StageReadout& content, const Theme& theme);
void paintStage(QPainter& painter, const QRectF& area, const StageFigure& figure, const Theme& theme);

}  // namespace kernelscope::ui
