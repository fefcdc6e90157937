#include "ui/plots/picture_window.h"

#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kFewestSamples = 4;
constexpr double kMargin = 0.05;  // of the seen part

PictureWindow held(PictureWindow window) {
  const double most = 1 - 1 / window.zoom;
  window.left = std::clamp(window.left, 0.0, most);
  window.top = std::clamp(window.top, 0.0, most);
  return window;
}

// How far a part of length `seen` from `from` must move to hold `place`.
double shift(double from, double seen, double place) {
  const double margin = kMargin * seen;
  if (place < from + margin) return place - margin - from;
  if (place > from + seen - margin) return place + margin - seen - from;
  return 0;
}

}  // namespace

QPointF pictureAt(const PictureWindow& window, const QRectF& area, const QPointF& place) {
  return {window.left + (place.x() - area.left()) / (area.width() * window.zoom),
          window.top + (place.y() - area.top()) / (area.height() * window.zoom)};
}

QPointF placeOf(const PictureWindow& window, const QRectF& area, const QPointF& picture) {
  return {area.left() + (picture.x() - window.left) * window.zoom * area.width(),
          area.top() + (picture.y() - window.top) * window.zoom * area.height()};
}

double largestZoom(QSize samples) {
  return std::max(1.0, std::max(samples.width(), samples.height()) / kFewestSamples);
}

PictureWindow zoomedAt(const PictureWindow& window, const QPointF& anchor, double factor, double most) {
  PictureWindow next;
  next.zoom = std::clamp(window.zoom * factor, 1.0, std::max(1.0, most));
  const double ratio = window.zoom / next.zoom;
  next.left = anchor.x() - (anchor.x() - window.left) * ratio;
  next.top = anchor.y() - (anchor.y() - window.top) * ratio;
  return held(next);
}

PictureWindow movedBy(const PictureWindow& window, const QPointF& by) {
  return held({window.left + by.x(), window.top + by.y(), window.zoom});
}

PictureWindow showing(const PictureWindow& window, const QPointF& picture) {
  const double seen = 1 / window.zoom;
  return movedBy(window, {shift(window.left, seen, picture.x()), shift(window.top, seen, picture.y())});
}

}  // namespace kernelscope::ui
