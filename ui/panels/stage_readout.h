#pragma once
// The words of the stage: the line under the tiles and what a screen reader hears about a tile.

#include "ui/panels/stage_fields.h"
#include "ui/panels/stage_figure.h"
#include "ui/panels/tile_navigation.h"

namespace kernelscope::ui {

struct ReadoutOptions {
  bool difference = false;  // the line is about A - B
  int queryWanted = 1;      // points per pixel and axis that were asked for
  std::int64_t beyond = 0;  // samples beyond the limits
};

StageReadout stageReadout(StageFields& fields, const TileNavigation& navigation,
                          const ReadoutOptions& options, const Theme& theme);

// "grey value, 128 by 128 samples, 28.8 dB, held-out 23.6".
QString tileSummary(const TileView& view, const StageFields& fields, const Field2d* shown);

// "−64 to 63 cycles per picture": the frequencies that are seen of a picture of `pixels`.
QString frequencyWords(QSize pixels, const PictureWindow& window);

}  // namespace kernelscope::ui
