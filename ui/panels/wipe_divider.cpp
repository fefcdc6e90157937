#include "ui/panels/wipe_divider.h"

#include "ui/plots/field_tile.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kStripU = 6;
constexpr double kKeyStep = 0.01, kLargeKeyStep = 0.1;

}  // namespace

WipeDivider::WipeDivider(const ThemeController& theme, FieldTile& tile)
    : QWidget(&tile), theme_(theme), tile_(tile) {
  setCursor(Qt::SplitHCursor);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Line between A and B"));
  setToolTip(tr("Drag it, or move it with the Left and Right keys; Shift makes larger steps"));
  setPlace(place_);
}

void WipeDivider::setPlace(double place) {
  place_ = std::clamp(place, 0.0, 1.0);
  setAccessibleDescription(tr("%1 of the picture is A").arg(percentText(std::lround(100 * place_), 100)));
  const QRectF area = tile_.area();
  setEnabled(!area.isEmpty());
  if (area.isEmpty()) return;
  const double strip = theme_.theme().u(kStripU);
  const double x = dividerPlace(area, {{}, place_});
  setGeometry(QRectF(x - strip / 2, area.top(), strip, area.height()).toRect());
}

void WipeDivider::moveTo(double place) {
  const double next = std::clamp(place, 0.0, 1.0);
  if (next == place_) return;
  setPlace(next);
  Q_EMIT moved(next);
}

void WipeDivider::paintEvent(QPaintEvent*) {
  if (!hasFocus()) return;
  const Theme& look = theme_.theme();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(look.colour(Colour::Focus), look.pen(Pen::Focus)));
  painter.setBrush(Qt::NoBrush);
  const double radius = look.u(2.75);
  painter.drawEllipse(QRectF(rect()).center(), radius, radius);
}

void WipeDivider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) event->ignore();
}

void WipeDivider::mouseMoveEvent(QMouseEvent* event) {
  if (!event->buttons().testFlag(Qt::LeftButton)) return;
  const QRectF area = tile_.area();
  const double x = mapTo(&tile_, event->position().toPoint()).x();
  if (!area.isEmpty()) moveTo((x - area.left()) / area.width());
}

void WipeDivider::keyPressEvent(QKeyEvent* event) {
  const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? kLargeKeyStep : kKeyStep;
  if (event->key() == Qt::Key_Left) {
    moveTo(place_ - step);
  } else if (event->key() == Qt::Key_Right) {
    moveTo(place_ + step);
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace kernelscope::ui
