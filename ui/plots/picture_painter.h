#pragma once
// Draws what a tile's picture area holds: the seen part of the samples, of two lanes where there is a wipe,
// and the probe.

#include "ui/plots/tile_content.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QRectF>

class QPainter;

namespace kernelscope::ui {

// The seen part of view.samples, and of view.wipe's right picture, at device resolution.
struct ScaledPicture {
  QImage left, right;
};
ScaledPicture scaledPicture(const TileView& view, QSize devicePixels);

// `area` is pictureArea of the tile. What `scaled` lacks is made here.
void paintPicture(QPainter& painter, const QRectF& area, const TileView& view, const Theme& theme,
                  const ScaledPicture& scaled);

// Where the divider of a wipe stands.
double dividerPlace(const QRectF& area, const WipePicture& wipe);

}  // namespace kernelscope::ui
