#pragma once
// Pictures at device resolution without lies: whole cells where they are large, equal weight for every
// sample where they are not, and never a bilinear blur.

#include <QImage>
#include <QRectF>

class QPainter;

namespace kernelscope::ui {

// From this many device pixels per sample on, cells are drawn as cells (nearest neighbour).
inline constexpr double kCellMagnification = 3.0;

// `source` stretched to `devicePixels`. Magnified by 3 or more in both directions: nearest neighbour. Else
// every target pixel is the mean of what it covers, each sample weighted by the covered area. The mean is
// taken of the sRGB values, which is what a reader compares with the colour bar. The result's device pixel
// ratio is 1. Cost: O(target width x source height + target area) times the samples per pixel.
QImage scalePicture(const QImage& source, QSize devicePixels);

// The same of a part of the source only, in samples from its left top corner; it must lie inside.
QImage scalePicture(const QImage& source, const QRectF& part, QSize devicePixels);

// A part of `source` for a place of `devicePixels` on what `painter` draws on: as scalePicture on a screen or
// a picture; for a file of vectors whole cells of many pixels each, which no viewer can smear together.
QImage pictureFor(const QPainter& painter, const QImage& source, const QRectF& part, QSize devicePixels);

}  // namespace kernelscope::ui
