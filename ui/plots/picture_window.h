#pragma once
// Which part of a picture is seen. Places in the picture are counted in pictures, 0..1 from the left and from
// the top, so that pictures of one subject at several resolutions show the same part.

#include <QPointF>
#include <QRectF>
#include <QSize>

namespace kernelscope::ui {

struct PictureWindow {
  double left = 0, top = 0;  // of the seen part
  double zoom = 1;           // the seen part is 1 / zoom of the picture each way

  QRectF part() const { return {left, top, 1 / zoom, 1 / zoom}; }
  bool isWhole() const { return zoom <= 1; }
  bool operator==(const PictureWindow&) const = default;
};

// From a place on the screen, where `area` holds the seen part, to the place in the picture, and back.
QPointF pictureAt(const PictureWindow& window, const QRectF& area, const QPointF& place);
QPointF placeOf(const PictureWindow& window, const QRectF& area, const QPointF& picture);

// The most that a picture of so many samples may be enlarged: four of them across the longer side.
double largestZoom(QSize samples);

// `factor` times as large with `anchor` (a place in the picture) where it was, as far as the picture's edges
// and the limits 1 and `most` allow.
PictureWindow zoomedAt(const PictureWindow& window, const QPointF& anchor, double factor, double most);
// Moved by a part of the picture, kept inside.
PictureWindow movedBy(const PictureWindow& window, const QPointF& by);
// Moved by as little as shows `picture`, with a small margin.
PictureWindow showing(const PictureWindow& window, const QPointF& picture);

}  // namespace kernelscope::ui
