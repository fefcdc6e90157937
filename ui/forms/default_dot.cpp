#include "ui/forms/default_dot.h"

#include <QPainter>

namespace kernelscope::ui {

DefaultDot::DefaultDot(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::NoFocus);  // Backspace and the row's menu do the same from the keyboard
  setEnabled(false);
}

void DefaultDot::setLook(const QColor& colour, double diameter) {
  colour_ = colour;
  diameter_ = diameter;
  update();
}

void DefaultDot::setShown(bool shown) {
  shown_ = shown;
  setEnabled(shown);
  setCursor(shown ? Qt::PointingHandCursor : Qt::ArrowCursor);
  update();
}

void DefaultDot::paintEvent(QPaintEvent*) {
  if (!shown_) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour_);
  const double radius = diameter_ / 2;
  // Nearer to the label than to the panel's edge, as in the drawing.
  painter.drawEllipse(QPointF(width() - 2 * radius, height() / 2.0), radius, radius);
}

}  // namespace kernelscope::ui
