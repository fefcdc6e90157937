#pragma once
// Everything a stage tile shows, as a plain value, so that the window's tile and an exported one are drawn
// by the same code.

#include "engine/config/experiment_config.h"
#include "ui/plots/picture_window.h"

#include <QImage>
#include <QPointF>
#include <QString>
#include <optional>
#include <vector>

namespace kernelscope::ui {

// A label on the picture: a notice (catching up, scrubbed to step 40) at the top left, or the foot line of a
// lane that diverged.
enum class PlateKind { None, Notice, Diverged };

// One line under the picture: words at the left, a number at the right, a bar between them if it has a share.
struct TileRow {
  QString label;
  QString text;
  std::optional<double> share;  // 0..1 of the larger lane's
};

struct TileContent {
  std::optional<LaneId> lane;  // none: the target
  QString name;                // "FFL"
  QString layersText;          // "3 × 128, sine"
  QString metricText;          // "28.8"
  QString metricUnit;          // "dB"
  QString heldOutText;         // "held-out 23.6"
  PlateKind plate = PlateKind::None;
  QString plateText;
};

// Two lanes in one picture: A left of the divider, B right of it.
struct WipePicture {
  QImage right;          // lane B, one pixel per sample; may be null
  double divider = 0.5;  // 0..1 of what is seen
};

// What the panel adds to the content when the tile is painted.
struct TileView {
  TileContent content;
  QImage samples;  // one pixel per sample; null while there is nothing to show
  std::vector<TileRow> rows;
  PictureWindow window;
  std::optional<QPointF> probe;  // its place in the picture, 0..1 each way
  bool pinned = false;           // the probe stays where it is
  bool zeroTicks = false;        // marks at the frame where the middle sample lies: frequency zero
  std::optional<WipePicture> wipe;
  bool focused = false;
};

}  // namespace kernelscope::ui
