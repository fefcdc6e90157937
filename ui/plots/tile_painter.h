#pragma once
// Draws a stage tile: header of two lines, the picture in its frame, two lines under it; in low places all
// lines beside the picture.

#include "ui/plots/picture_painter.h"
#include "ui/plots/tile_content.h"
#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

namespace kernelscope::ui {

// Where the parts of a tile lie. With the words beside the picture, `header` holds all of them.
struct TileGeometry {
  QRectF header, picture, rows;
  bool beside = false;
};
// Of a tile that is `width` wide and whose picture is a square of that width.
TileGeometry tileGeometry(const Theme& theme, double left, double top, double width);
// Of a tile in this place: the words stand above and below the picture, or beside it where that makes it
// larger.
TileGeometry tileGeometry(const Theme& theme, const QRectF& place);
// The narrowest column of words beside a picture, the gap included.
double tileWordsWidth(const Theme& theme);

// What a tile needs besides the square picture, in logical pixels.
int tileExtraHeight(const Theme& theme);

// The largest rectangle inside the picture's frame with the samples' own aspect, on whole device pixels.
QRectF pictureArea(const QRectF& picture, QSize samples, double deviceRatio);

// The two lines of words above a picture.
void paintTileHeader(QPainter& painter, const QRectF& header, const TileContent& content, const Theme& theme);

// Paints all of it. `scaled` is what scaledPicture gives for the picture's area; when empty it is made here.
void paintTile(QPainter& painter, const TileGeometry& geometry, const TileView& view, const Theme& theme,
               const ScaledPicture& scaled = {});

}  // namespace kernelscope::ui
