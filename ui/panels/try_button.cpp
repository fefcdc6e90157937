#include "ui/panels/try_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QPainter>

namespace kernelscope::ui {

TryButton::TryButton(const ThemeController& theme, const QString& text, QWidget* parent)
    : QAbstractButton(parent), theme_(theme) {
  setText(text);
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize TryButton::sizeHint() const {
  const Theme& look = theme_.theme();
  return {look.u(9) + QFontMetrics(look.font(FontRole::Body)).horizontalAdvance(text()),
          look.height(Height::GroupHeader)};
}

void TryButton::paintEvent(QPaintEvent*) {
  const Theme& look = theme_.theme();
  QPainter painter(this);
  if (isDown()) {
    painter.fillRect(rect(), look.colour(Colour::Pressed));
  } else if (underMouse()) {
    painter.fillRect(rect(), look.colour(Colour::Hover));
  }
  drawEdge(painter, rect(), Qt::BottomEdge, look.colour(Colour::Line));
  if (hasFocus()) drawPanel(painter, rect(), look.radius(), {}, look.colour(Colour::Focus), 2);
  const int size = look.height(Height::IconInButton);
  paintIcon(painter, QStringLiteral("play"), QRectF(0, (height() - size) / 2.0, size, size),
            look.colour(Colour::Text));
  painter.setPen(look.colour(Colour::Text));
  const QRect words = rect().adjusted(look.u(5.5), 0, 0, 0);
  painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                   fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

void TryButton::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void TryButton::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

}  // namespace kernelscope::ui
