#include "ui/panels/tile_navigation.h"

#include "ui/plots/field_tile.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

void TileNavigation::follow(FieldTile& tile) {
  connect(&tile, &FieldTile::pointed, this, [this](const QPointF& place) {
    if (!pinned_) moveProbe(sampleAt(place));
  });
  connect(&tile, &FieldTile::clicked, this, &TileNavigation::click);
  connect(&tile, &FieldTile::probeStepped, this, &TileNavigation::step);
  connect(&tile, &FieldTile::panStepped, this,
          [this](const QPointF& eighths) { setWindow(movedBy(window_, eighths / (8 * window_.zoom))); });
  connect(&tile, &FieldTile::dragged, this, [this](const QPointF& by) { setWindow(movedBy(window_, by)); });
  connect(&tile, &FieldTile::zoomed, this, [this](const QPointF& anchor, double factor) {
    setWindow(zoomedAt(window_, anchor, factor, largestZoom(samples())));
  });
  connect(&tile, &FieldTile::fitRequested, this, &TileNavigation::fit);
}

void TileNavigation::setGrid(QSize pixels, int samplesPerPixel) {
  if (pixels == pixels_ && samplesPerPixel == perPixel_) return;
  if (pixels != pixels_) {
    pixels_ = pixels;
    perPixel_ = samplesPerPixel;
    pinned_ = false;
    probe_.reset();
    if (!pixels.isEmpty()) setProbe({pixels.width() / 2, pixels.height() / 2});
    return fit();
  }
  const std::optional<QPointF> place = probePlace();
  perPixel_ = samplesPerPixel;
  if (place) moveProbe(sampleAt(*place));
}

void TileNavigation::setWindow(const PictureWindow& window) {
  if (window == window_) return;
  window_ = window;
  Q_EMIT windowChanged();
}

QPoint TileNavigation::sampleAt(const QPointF& place) const {
  const QSize size = samples();
  return {
      std::clamp(static_cast<int>(std::floor(place.x() * size.width())), 0, std::max(size.width() - 1, 0)),
      std::clamp(static_cast<int>(std::floor(place.y() * size.height())), 0, std::max(size.height() - 1, 0))};
}

void TileNavigation::moveProbe(QPoint sample) {
  if (pixels_.isEmpty() || probe_ == sample) return;
  probe_ = sample;
  Q_EMIT probeChanged();
}

void TileNavigation::setProbe(QPoint pixel) {
  const QPoint sample = pixel * perPixel_ + QPoint(perPixel_ / 2, perPixel_ / 2);
  moveProbe({std::clamp(sample.x(), 0, std::max(samples().width() - 1, 0)),
             std::clamp(sample.y(), 0, std::max(samples().height() - 1, 0))});
}

std::optional<QPoint> TileNavigation::probePixel() const {
  if (!probe_) return std::nullopt;
  return QPoint(probe_->x() / perPixel_, probe_->y() / perPixel_);
}

std::optional<QPointF> TileNavigation::probePlace() const {
  if (!probe_ || pixels_.isEmpty()) return std::nullopt;
  return QPointF((probe_->x() + 0.5) / samples().width(), (probe_->y() + 0.5) / samples().height());
}

std::optional<QPointF> TileNavigation::probePosition() const {
  if (!probe_) return std::nullopt;
  return QPointF((probe_->x() + 0.5) / perPixel_ - 0.5, (probe_->y() + 0.5) / perPixel_ - 0.5);
}

void TileNavigation::click(const QPointF& place) {
  const QPoint sample = sampleAt(place);
  if (!pinsByClick_) return moveProbe(sample);
  const bool letGo = pinned_ && probe_ == sample;
  pinned_ = !letGo;
  probe_ = sample;
  Q_EMIT probeChanged();
}

void TileNavigation::step(const QPointF& by) {
  if (pixels_.isEmpty()) return;
  const QPoint from = probe_.value_or(QPoint(samples().width() / 2, samples().height() / 2));
  const QPoint to = from + by.toPoint();
  moveProbe({std::clamp(to.x(), 0, samples().width() - 1), std::clamp(to.y(), 0, samples().height() - 1)});
  setWindow(showing(window_, *probePlace()));
}

}  // namespace kernelscope::ui
