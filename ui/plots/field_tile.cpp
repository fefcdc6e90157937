#include "ui/plots/field_tile.h"

#include "ui/plots/image_scaling.h"
#include "ui/theme/theme_controller.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

FieldTile::FieldTile(const ThemeController& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  theme.follow(this, [this] { update(); });
}

void FieldTile::setContent(const TileContent& content) {
  view_.content = content;
  const QString lane = content.lane ? tr("Lane %1, ").arg(QLatin1String(laneName(*content.lane))) : QString();
  setAccessibleName(lane + content.name);
  update();
}

void FieldTile::setSamples(const QImage& samples) {
  view_.samples = samples;
  update();
}

void FieldTile::setRows(std::vector<TileRow> rows) {
  view_.rows = std::move(rows);
  update();
}

void FieldTile::setProbe(std::optional<QPoint> sample) {
  if (view_.probe == sample) return;
  view_.probe = sample;
  update(geometryNow().picture.toAlignedRect());
}

void FieldTile::setSummary(const QString& summary) {
  if (accessibleDescription() != summary) setAccessibleDescription(summary);
}

TileGeometry FieldTile::geometryNow() const {
  const int side = std::max(1, std::min(width(), height() - tileExtraHeight(theme_.theme())));
  return tileGeometry(theme_.theme(), 0, 0, side);
}

const QImage& FieldTile::scaledSamples(double ratio) {
  const QRectF area = pictureArea(geometryNow().picture, view_.samples.size(), ratio);
  const QSize pixels(static_cast<int>(std::lround(area.width() * ratio)),
                     static_cast<int>(std::lround(area.height() * ratio)));
  if (scaledKey_ != view_.samples.cacheKey() || scaled_.size() != pixels) {
    scaled_ = scalePicture(view_.samples, pixels);
    scaledKey_ = view_.samples.cacheKey();
  }
  return scaled_;
}

void FieldTile::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QImage scaled = view_.samples.isNull() ? QImage() : scaledSamples(devicePixelRatioF());
  paintTile(painter, geometryNow(), view_, theme_.theme(), scaled);
}

void FieldTile::probeAt(const QPointF& place) {
  if (view_.samples.isNull()) return;
  const QRectF area = pictureArea(geometryNow().picture, view_.samples.size(), devicePixelRatioF());
  if (!area.contains(place)) return;
  const double column = (place.x() - area.left()) / area.width() * view_.samples.width();
  const double row = (place.y() - area.top()) / area.height() * view_.samples.height();
  Q_EMIT probeMoved({std::min(view_.samples.width() - 1, static_cast<int>(column)),
                     std::min(view_.samples.height() - 1, static_cast<int>(row))});
}

void FieldTile::mouseMoveEvent(QMouseEvent* event) {
  probeAt(event->position());
}
void FieldTile::mousePressEvent(QMouseEvent* event) {
  probeAt(event->position());
}

// Arrows move the probe by one sample, with Shift by ten.
void FieldTile::keyPressEvent(QKeyEvent* event) {
  const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
  QPoint way;
  switch (event->key()) {
    case Qt::Key_Left:
      way = {-step, 0};
      break;
    case Qt::Key_Right:
      way = {step, 0};
      break;
    case Qt::Key_Up:
      way = {0, -step};
      break;
    case Qt::Key_Down:
      way = {0, step};
      break;
    default:
      QWidget::keyPressEvent(event);
      return;
  }
  if (view_.samples.isNull()) return;
  const QSize size = view_.samples.size();
  const QPoint from = view_.probe.value_or(QPoint(size.width() / 2, size.height() / 2)) + way;
  Q_EMIT probeMoved({std::clamp(from.x(), 0, size.width() - 1), std::clamp(from.y(), 0, size.height() - 1)});
}

void FieldTile::focusInEvent(QFocusEvent* event) {
  view_.focused = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
  update();
}

void FieldTile::focusOutEvent(QFocusEvent*) {
  view_.focused = false;
  update();
}

}  // namespace kernelscope::ui
