#include "ui/forms/more_toggle.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QLocale>
#include <QPainter>

namespace kernelscope::ui {

MoreToggle::MoreToggle(const ThemeController& theme, QWidget* parent)
    : QAbstractButton(parent), theme_(theme) {
  setCheckable(true);
  setFocusPolicy(Qt::TabFocus);
  setText(tr("More settings"));
  setToolTip(tr("Settings that are rarely changed"));
  setAccessibleDescription(toolTip());
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  theme_.follow(this, [this] { updateGeometry(); });
}

void MoreToggle::setCount(int count) {
  count_ = count;
  setAccessibleName(tr("More settings, %n settings", nullptr, count));
  update();
}

QSize MoreToggle::sizeHint() const {
  return {0, theme_.theme().height(Height::Row) + theme_.theme().u(1)};
}

void MoreToggle::paintEvent(QPaintEvent*) {
  const Theme& look = theme_.theme();
  QPainter painter(this);
  if (underMouse()) painter.fillRect(rect(), look.colour(Colour::Hover));
  drawEdge(painter, rect(), Qt::TopEdge, look.colour(Colour::Line));
  if (hasFocus())
    drawPanel(painter, rect().adjusted(1, 1, -1, -1), look.radius(), {}, look.colour(Colour::Focus), 2);
  const QString icon = isChecked() ? QStringLiteral("chevron_down") : QStringLiteral("chevron_right");
  const int size = look.height(Height::IconMark);
  paintIcon(painter, icon, QRectF(look.u(4), (height() - size) / 2.0, size, size), look.colour(Colour::Text));
  painter.setPen(look.colour(Colour::Text));
  painter.drawText(rect().adjusted(look.u(9), 0, -look.u(10), 0), Qt::AlignLeft | Qt::AlignVCenter, text());
  painter.setFont(look.font(FontRole::Small));
  painter.setPen(look.colour(Colour::TextSecondary));
  painter.drawText(rect().adjusted(0, 0, -look.u(3), 0), Qt::AlignRight | Qt::AlignVCenter,
                   QLocale().toString(count_));
}

void MoreToggle::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void MoreToggle::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

}  // namespace kernelscope::ui
