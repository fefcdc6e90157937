#include "ui/plots/field_tile.h"

#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kKeyZoom = 1.5;
constexpr double kWheelZoom = 1.25;  // for one notch
constexpr double kNotch = 120;

std::optional<QPoint> arrow(int key) {
  switch (key) {
    case Qt::Key_Left:
      return QPoint(-1, 0);
    case Qt::Key_Right:
      return QPoint(1, 0);
    case Qt::Key_Up:
      return QPoint(0, -1);
    case Qt::Key_Down:
      return QPoint(0, 1);
    default:
      return std::nullopt;
  }
}

}  // namespace

FieldTile::FieldTile(const ThemeController& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setContextMenuPolicy(Qt::ActionsContextMenu);
  theme.follow(this, [this] { update(); });
}

void FieldTile::setView(const TileView& view) {
  const bool focused = view_.focused;
  view_ = view;
  view_.focused = focused;
  const TileContent& content = view_.content;
  const QString lane = content.lane ? tr("Lane %1, ").arg(QLatin1String(laneName(*content.lane))) : QString();
  if (accessibleName() != lane + content.name) setAccessibleName(lane + content.name);
  update();
}

void FieldTile::setRowsShown(bool shown) {
  rowsShown_ = shown;
  update();
}

void FieldTile::setSummary(const QString& summary) {
  if (accessibleDescription() != summary) setAccessibleDescription(summary);
}

TileGeometry FieldTile::geometryNow() const {
  if (rowsShown_) return tileGeometry(theme_.theme(), QRectF(rect()));
  const int side = std::max(1, std::min(width(), height() - theme_.theme().height(Height::TileHeader)));
  return tileGeometry(theme_.theme(), 0, 0, side);
}

QRectF FieldTile::area() const {
  if (view_.samples.isNull()) return {};
  return pictureArea(geometryNow().picture, view_.samples.size(), devicePixelRatioF());
}

const ScaledPicture& FieldTile::scaledSamples() {
  const QRectF place = area();
  const double ratio = devicePixelRatioF();
  const ScaledKey key{view_.samples.cacheKey(), view_.wipe ? view_.wipe->right.cacheKey() : 0,
                      QSize(static_cast<int>(std::lround(place.width() * ratio)),
                            static_cast<int>(std::lround(place.height() * ratio))),
                      view_.window};
  if (scaled_.left.isNull() || scaledKey_ != key) {
    scaled_ = scaledPicture(view_, key.pixels);
    scaledKey_ = key;
  }
  return scaled_;
}

void FieldTile::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintTile(painter, geometryNow(), view_, theme_.theme(),
            view_.samples.isNull() ? ScaledPicture() : scaledSamples());
}

void FieldTile::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && area().contains(event->position()))
    press_ = Press{event->position(), event->position(), false};
}

void FieldTile::mouseMoveEvent(QMouseEvent* event) {
  const QRectF place = area();
  if (place.isEmpty()) return;
  if (!press_) {
    if (place.contains(event->position())) Q_EMIT pointed(pictureAt(view_.window, place, event->position()));
    return;
  }
  const QPointF moved = event->position() - press_->from;
  if (!press_->dragging && moved.manhattanLength() < QApplication::startDragDistance()) return;
  press_->dragging = true;
  if (!view_.window.isWhole()) setCursor(Qt::ClosedHandCursor);
  const QPointF from = pictureAt(view_.window, place, press_->last);
  const QPointF to = pictureAt(view_.window, place, event->position());
  press_->last = event->position();
  Q_EMIT dragged(from - to);
}

void FieldTile::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !press_) return;
  const bool wasDrag = press_->dragging;
  press_.reset();
  unsetCursor();
  if (!wasDrag && area().contains(event->position()))
    Q_EMIT clicked(pictureAt(view_.window, area(), event->position()));
}

void FieldTile::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && area().contains(event->position())) Q_EMIT fitRequested();
}

void FieldTile::wheelEvent(QWheelEvent* event) {
  const QRectF place = area();
  const double notches = event->angleDelta().y() / kNotch;
  if (!place.contains(event->position()) || notches == 0) return event->ignore();
  Q_EMIT zoomed(pictureAt(view_.window, place, event->position()), std::pow(kWheelZoom, notches));
  event->accept();
}

// Arrows move the probe by one sample, with Shift by ten; with Ctrl they move what is seen.
void FieldTile::keyPressEvent(QKeyEvent* event) {
  const QPointF middle =
      view_.probe && view_.window.part().contains(*view_.probe) ? *view_.probe : view_.window.part().center();
  if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) {
    Q_EMIT zoomed(middle, kKeyZoom);
  } else if (event->key() == Qt::Key_Minus) {
    Q_EMIT zoomed(middle, 1 / kKeyZoom);
  } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (view_.probe) Q_EMIT clicked(*view_.probe);
  } else if (const std::optional<QPoint> way = arrow(event->key()); way && !view_.samples.isNull()) {
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
      Q_EMIT panStepped(*way);
    } else {
      Q_EMIT probeStepped(*way * (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1));
    }
  } else {
    QWidget::keyPressEvent(event);
  }
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
