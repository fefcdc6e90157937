#include "ui/theme/paint_fields.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace kernelscope::ui {

void paintFieldPanel(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state,
                     const QWidget* widget) {
  const bool enabled = state.testFlag(QStyle::State_Enabled);
  const bool focus = enabled && state.testFlag(QStyle::State_HasFocus);
  const bool invalid = widget && widget->property("invalid").toBool();
  Colour frame = focus ? Colour::Focus : Colour::LineStrong;
  if (invalid) frame = Colour::Diverged;
  drawPanel(painter, rect, theme.radius(), theme.colour(Colour::Field), theme.colour(frame),
            focus ? theme.pen(Pen::Focus) : 1);
}

void paintComboBox(QPainter& painter, const Theme& theme, const QStyleOptionComboBox& option,
                   const QWidget* widget) {
  if (option.frame) paintFieldPanel(painter, theme, option.rect, option.state, widget);
  const bool enabled = option.state.testFlag(QStyle::State_Enabled);
  const int side = theme.height(Height::IconMark) + theme.u(0.5);
  const QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {side, side},
                                          comboBoxPart(theme, option, QStyle::SC_ComboBoxArrow));
  paintIcon(painter, QStringLiteral("chevron_down"), place,
            theme.colour(enabled ? Colour::Text : Colour::TextDisabled));
}

QRect comboBoxPart(const Theme& theme, const QStyleOptionComboBox& option, QStyle::SubControl part) {
  const int arrow = theme.u(6);
  QRect rect = option.rect;
  switch (part) {
    case QStyle::SC_ComboBoxArrow:
      rect.setLeft(rect.right() - arrow + 1);
      break;
    case QStyle::SC_ComboBoxEditField:
      rect.adjust(theme.u(1.75), 1, -arrow, -1);
      break;
    case QStyle::SC_ComboBoxListBoxPopup:
      break;
    default:
      break;
  }
  return QStyle::visualRect(option.direction, option.rect, rect);
}

void paintSpinBox(QPainter& painter, const Theme& theme, const QStyleOptionSpinBox& option,
                  const QWidget* widget) {
  if (option.frame) paintFieldPanel(painter, theme, option.rect, option.state, widget);
  if (option.buttonSymbols == QAbstractSpinBox::NoButtons) return;
  const int side = theme.height(Height::IconMark);
  for (const QStyle::SubControl part : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
    const bool up = part == QStyle::SC_SpinBoxUp;
    const bool possible =
        option.stepEnabled.testFlag(up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
    const bool hover =
        option.activeSubControls.testFlag(part) && option.state.testFlag(QStyle::State_MouseOver);
    const QRect place = spinBoxPart(theme, option, part);
    if (possible && hover) painter.fillRect(place, theme.colour(Colour::Hover));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(possible ? Colour::Text : Colour::TextDisabled), 1.25));
    const QPointF centre = QRectF(place).center();
    const qreal half = side / 4.0, rise = up ? -side / 8.0 : side / 8.0;
    const QPointF points[] = {centre + QPointF(-half, -rise), centre + QPointF(0, rise),
                              centre + QPointF(half, -rise)};
    painter.drawPolyline(points, 3);
    painter.restore();
  }
}

QRect spinBoxPart(const Theme& theme, const QStyleOptionSpinBox& option, QStyle::SubControl part) {
  const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
  const int width = buttons ? theme.u(4.5) : 0;
  const QRect all = option.rect;
  const int middle = all.center().y();
  QRect rect = all;
  switch (part) {
    case QStyle::SC_SpinBoxUp:
      rect = buttons ? QRect(QPoint(all.right() - width, all.top() + 1), QPoint(all.right() - 1, middle))
                     : QRect();
      break;
    case QStyle::SC_SpinBoxDown:
      rect = buttons
                 ? QRect(QPoint(all.right() - width, middle + 1), QPoint(all.right() - 1, all.bottom() - 1))
                 : QRect();
      break;
    case QStyle::SC_SpinBoxEditField:
      rect = all.adjusted(theme.u(1), 1, -width - theme.u(1), -1);
      break;
    default:
      break;
  }
  return QStyle::visualRect(option.direction, option.rect, rect);
}

}  // namespace kernelscope::ui
