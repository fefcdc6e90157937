#include "ui/panels/crop_band.h"

#include "ui/plots/field_tile.h"
#include "ui/plots/pens.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr int kSmallest = 2;   // pixels a side: one to train on, one held out
constexpr double kVeil = 0.6;  // of the stage's colour over what will be cut away

void paintPlateText(QPainter& painter, const QPointF& leftTop, const QString& text, const Theme& theme) {
  const QFont small = theme.font(FontRole::Small);
  const QFontMetricsF metrics(small);
  const QRectF plate = snapped(painter, QRectF(leftTop, QSizeF(metrics.horizontalAdvance(text) + theme.u(3),
                                                               metrics.height() + theme.u(1.5))));
  drawPanel(painter, plate, 0, theme.colour(Colour::Stage), theme.colour(Colour::TileFrame));
  painter.setFont(small);
  painter.setPen(theme.colour(Colour::Text));
  painter.drawText(plate, Qt::AlignCenter, text);
}

}  // namespace

QRect rectangleInFile(const QRect& band, QSize shown, const QRect& origin) {
  const auto scaled = [](int at, int from, int to) { return static_cast<double>(at) * to / from; };
  const int left = static_cast<int>(std::floor(scaled(band.x(), shown.width(), origin.width())));
  const int top = static_cast<int>(std::floor(scaled(band.y(), shown.height(), origin.height())));
  const int right =
      static_cast<int>(std::ceil(scaled(band.x() + band.width(), shown.width(), origin.width())));
  const int bottom =
      static_cast<int>(std::ceil(scaled(band.y() + band.height(), shown.height(), origin.height())));
  return {origin.x() + left, origin.y() + top, right - left, bottom - top};
}

CropBand::CropBand(const ThemeController& theme, FieldTile& tile, QSize shown, const QRect& origin)
    : QWidget(&tile), theme_(theme), tile_(tile), shown_(shown), origin_(origin) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setMouseTracking(true);
  setAccessibleName(tr("Rectangle to cut out"));
  const QRectF seen = tile.view().window.part();
  const QRectF half(seen.left() + seen.width() / 4, seen.top() + seen.height() / 4, seen.width() / 2,
                    seen.height() / 2);
  setBand(QRectF(half.left() * shown.width(), half.top() * shown.height(), half.width() * shown.width(),
                 half.height() * shown.height())
              .toRect());
  followTile();
  show();
  setFocus(Qt::OtherFocusReason);
}

void CropBand::followTile() {
  setGeometry(tile_.area().toAlignedRect());
  update();
}

void CropBand::setBand(const QRect& band) {
  QRect next = band;
  next.setWidth(std::clamp(next.width(), std::min(kSmallest, shown_.width()), shown_.width()));
  next.setHeight(std::clamp(next.height(), std::min(kSmallest, shown_.height()), shown_.height()));
  next.moveLeft(std::clamp(next.left(), 0, shown_.width() - next.width()));
  next.moveTop(std::clamp(next.top(), 0, shown_.height() - next.height()));
  band_ = next;
  const QRect file = inFile();
  setAccessibleDescription(tr("%1 by %2 pixels from column %3, row %4; Enter cuts it out, Esc leaves")
                               .arg(file.width())
                               .arg(file.height())
                               .arg(file.x())
                               .arg(file.y()));
  update();
}

QPointF CropBand::pixelAt(const QPointF& place) const {
  const QPointF picture = pictureAt(tile_.view().window, QRectF(rect()), place);
  return {std::clamp(picture.x(), 0.0, 1.0) * shown_.width(),
          std::clamp(picture.y(), 0.0, 1.0) * shown_.height()};
}

QRectF CropBand::bandOnScreen() const {
  const auto corner = [&](int x, int y) {
    return placeOf(tile_.view().window, QRectF(rect()),
                   {static_cast<double>(x) / shown_.width(), static_cast<double>(y) / shown_.height()});
  };
  return {corner(band_.x(), band_.y()), corner(band_.x() + band_.width(), band_.y() + band_.height())};
}

void CropBand::paintEvent(QPaintEvent*) {
  const Theme& look = theme_.theme();
  QPainter painter(this);
  const QRectF band = snapped(painter, bandOnScreen());
  QColor veil = look.colour(Colour::Stage);
  veil.setAlphaF(kVeil);
  QRegion outside = QRegion(rect()) - QRegion(band.toAlignedRect());
  for (const QRect& part : outside) painter.fillRect(part, veil);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(linePen(painter, Qt::black, 3));
  painter.drawRect(band);
  painter.setPen(linePen(painter, Qt::white, 1));
  painter.drawRect(band);
  const double inset = look.u(2);
  const QRect file = inFile();
  const QPointF at(std::clamp(band.left() + inset, inset, std::max<double>(inset, width() / 2.0)),
                   std::clamp(band.top() + inset, inset, std::max<double>(inset, height() - look.u(16))));
  paintPlateText(painter, at, tr("%1 × %2\u00A0px").arg(file.width()).arg(file.height()), look);
  paintPlateText(painter, QPointF(inset, height() - look.u(7)), tr("Enter cuts out, Esc leaves"), look);
}

void CropBand::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) from_ = pixelAt(event->position());
}

void CropBand::mouseMoveEvent(QMouseEvent* event) {
  if (!from_) return;
  const QPointF to = pixelAt(event->position());
  const QRectF drawn = QRectF(*from_, to).normalized();
  if (drawn.width() < 1 && drawn.height() < 1) return;
  const int left = static_cast<int>(std::floor(drawn.left())),
            top = static_cast<int>(std::floor(drawn.top()));
  setBand({left, top, static_cast<int>(std::ceil(drawn.right())) - left,
           static_cast<int>(std::ceil(drawn.bottom())) - top});
}

void CropBand::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) from_.reset();
}

void CropBand::mouseDoubleClickEvent(QMouseEvent* event) {
  if (bandOnScreen().contains(event->position())) Q_EMIT applied(inFile());
}

void CropBand::keyPressEvent(QKeyEvent* event) {
  const bool corner = event->modifiers().testFlag(Qt::ShiftModifier);
  const int step = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
  const auto change = [&](int across, int down) {
    setBand(corner ? band_.adjusted(0, 0, across * step, down * step)
                   : band_.translated(across * step, down * step));
  };
  switch (event->key()) {
    case Qt::Key_Left:
      return change(-1, 0);
    case Qt::Key_Right:
      return change(1, 0);
    case Qt::Key_Up:
      return change(0, -1);
    case Qt::Key_Down:
      return change(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      Q_EMIT applied(inFile());
      return;
    case Qt::Key_Escape:
      Q_EMIT cancelled();
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

// Enter and Esc are this band's while it has the focus, whatever commands they belong to elsewhere.
bool CropBand::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) event->accept();
  }
  return QWidget::event(event);
}

}  // namespace kernelscope::ui
