#include "ui/theme/paint_buttons.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QWidget>

namespace kernelscope::ui {

namespace {

bool has(QStyle::State state, QStyle::StateFlag flag) {
  return state.testFlag(flag);
}

QColor buttonFill(const Theme& theme, ButtonKind kind, QStyle::State state) {
  const bool enabled = has(state, QStyle::State_Enabled);
  const bool down = enabled && has(state, QStyle::State_Sunken);
  const bool hover = enabled && has(state, QStyle::State_MouseOver);
  const bool checked = has(state, QStyle::State_On);
  if (kind == ButtonKind::Primary) {
    if (!enabled) return theme.colour(Colour::Raised);
    return theme.colour(hover && !down ? Colour::AccentHover : Colour::Accent);
  }
  if (down || (kind == ButtonKind::Segment && checked)) return theme.colour(Colour::Pressed);
  if (hover) return theme.colour(Colour::Hover);
  if (kind == ButtonKind::Flat) return checked ? theme.colour(Colour::Hover) : QColor();
  if (checked) return theme.colour(Colour::Wash);
  return theme.colour(Colour::Raised);
}

// A segment's neighbours share one frame: round corners only at the ends, one line between two.
void paintSegment(QPainter& painter, const Theme& theme, const QRect& rect, const QColor& fill,
                  QStyle::State state, const QString& place) {
  const bool first = place == QLatin1String("first") || place == QLatin1String("only");
  const bool last = place == QLatin1String("last") || place == QLatin1String("only");
  const int overhang = theme.u();
  painter.save();
  painter.setClipRect(rect, Qt::IntersectClip);
  const QRect shape = rect.adjusted(first ? 0 : -overhang, 0, last ? 0 : overhang, 0);
  const QColor frame = theme.colour(Colour::LineStrong);
  drawPanel(painter, shape, theme.radius(), fill, frame);
  // At the left: at fractional scales the next segment paints over the last column of this one.
  if (!first) drawEdge(painter, rect, Qt::LeftEdge, frame);
  if (has(state, QStyle::State_On)) {
    const QColor bar =
        theme.colour(has(state, QStyle::State_Enabled) ? Colour::Accent : Colour::TextDisabled);
    drawEdge(painter, QRectF(rect).adjusted(1, 0, last ? -1 : 0, 0), Qt::BottomEdge, bar, 2);
  }
  painter.restore();
}

}  // namespace

ButtonKind buttonKind(const QWidget* widget, bool flat) {
  if (widget) {
    if (widget->property("primary").toBool()) return ButtonKind::Primary;
    if (widget->property("segment").isValid()) return ButtonKind::Segment;
    if (widget->property("toggle").toBool()) return ButtonKind::Toggle;
  }
  return flat ? ButtonKind::Flat : ButtonKind::Normal;
}

ButtonKind pushButtonKind(const QStyleOptionButton& option, const QWidget* widget) {
  if (option.features.testFlag(QStyleOptionButton::DefaultButton)) return ButtonKind::Primary;
  return buttonKind(widget, option.features.testFlag(QStyleOptionButton::Flat));
}

QColor buttonTextColour(const Theme& theme, ButtonKind kind, QStyle::State state) {
  if (!has(state, QStyle::State_Enabled)) return theme.colour(Colour::TextDisabled);
  if (kind == ButtonKind::Primary) return theme.colour(Colour::TextOnAccent);
  if (kind == ButtonKind::Toggle && !has(state, QStyle::State_On)) return theme.colour(Colour::TextSecondary);
  return theme.colour(Colour::Text);
}

void paintButtonPanel(QPainter& painter, const Theme& theme, const QRect& rect, ButtonKind kind,
                      QStyle::State state, const QWidget* widget) {
  const QColor fill = buttonFill(theme, kind, state);
  if (kind == ButtonKind::Segment) {
    paintSegment(painter, theme, rect, fill, state, widget->property("segment").toString());
    return;
  }
  const bool enabled = has(state, QStyle::State_Enabled);
  QColor frame = theme.colour(Colour::LineStrong);
  if (kind == ButtonKind::Flat) frame = QColor();
  if (kind == ButtonKind::Primary && enabled) frame = fill;
  if (kind == ButtonKind::Toggle && has(state, QStyle::State_On) && enabled)
    frame = theme.colour(Colour::Control);
  if (fill.isValid() || frame.isValid()) drawPanel(painter, rect, theme.radius(), fill, frame);
}

QSize buttonContentSize(const Theme& theme, const ButtonContent& content) {
  const QFontMetrics metrics(content.font);
  const int icon = content.icon.isNull() ? 0 : theme.height(Height::IconInButton);
  int width = icon;
  if (!content.text.isEmpty()) {
    width += (icon ? theme.u(1.5) : 0) + metrics.size(Qt::TextShowMnemonic, content.text).width();
  }
  if (!content.keyHint.isEmpty()) {
    width += theme.u(1.5) + QFontMetrics(theme.font(FontRole::Small)).horizontalAdvance(content.keyHint);
  }
  return {width, std::max(icon, metrics.height())};
}

void paintButtonContent(QPainter& painter, const Theme& theme, const QRect& rect,
                        const ButtonContent& content, ButtonKind kind, QStyle::State state) {
  const bool enabled = has(state, QStyle::State_Enabled);
  const int iconSide = theme.height(Height::IconInButton);
  int x = rect.x() + (rect.width() - buttonContentSize(theme, content).width()) / 2;
  if (!content.icon.isNull()) {
    const QRect place(x, rect.y() + (rect.height() - iconSide) / 2, iconSide, iconSide);
    QIcon::Mode mode = enabled ? QIcon::Normal : QIcon::Disabled;
    if (enabled && kind == ButtonKind::Primary) mode = QIcon::Selected;
    content.icon.paint(&painter, place, Qt::AlignCenter, mode);
    x += iconSide + theme.u(1.5);
  }
  painter.save();
  painter.setPen(buttonTextColour(theme, kind, state));
  painter.setFont(content.font);
  if (!content.text.isEmpty()) {
    const int width = QFontMetrics(content.font).size(Qt::TextShowMnemonic, content.text).width();
    painter.drawText(QRect(x, rect.y(), width + 1, rect.height()), Qt::AlignVCenter | Qt::TextHideMnemonic,
                     content.text);
    x += width + theme.u(1.5);
  }
  if (!content.keyHint.isEmpty()) {
    if (enabled && kind != ButtonKind::Primary) painter.setPen(theme.colour(Colour::TextSecondary));
    painter.setFont(theme.font(FontRole::Small));
    painter.drawText(QRect(x, rect.y(), rect.right() - x + 1, rect.height()), Qt::AlignVCenter,
                     content.keyHint);
  }
  painter.restore();
}

void paintPushButtonLabel(QPainter& painter, const Theme& theme, const QStyleOptionButton& option,
                          const QWidget* widget) {
  const ButtonKind kind = pushButtonKind(option, widget);
  const QFont font = widget ? widget->font() : theme.font(FontRole::Body);
  ButtonContent content{option.icon, option.text, {}, font};
  if (kind == ButtonKind::Primary) content.font.setBold(true);
  paintButtonContent(painter, theme, option.rect, content, kind, option.state);
}

void paintToolButton(QPainter& painter, const Theme& theme, const QStyleOptionToolButton& option,
                     const QWidget* widget) {
  const bool flat = option.state.testFlag(QStyle::State_AutoRaise);
  const ButtonKind kind = buttonKind(widget, flat);
  paintButtonPanel(painter, theme, option.rect, kind, option.state, widget);
  ButtonContent content{option.icon, option.text, {}, option.font};
  if (option.toolButtonStyle == Qt::ToolButtonIconOnly && !option.icon.isNull()) content.text.clear();
  if (option.toolButtonStyle == Qt::ToolButtonTextOnly) content.icon = QIcon();
  if (content.icon.isNull() && option.arrowType != Qt::NoArrow &&
      option.features.testFlag(QStyleOptionToolButton::Arrow)) {
    static const char* kChevrons[] = {"", "chevron_left", "chevron_down", "chevron_left", "chevron_right"};
    const int side = theme.height(Height::IconInButton);
    const QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {side, side}, option.rect);
    paintIcon(painter, kChevrons[option.arrowType], place, buttonTextColour(theme, kind, option.state));
    return;
  }
  if (kind == ButtonKind::Primary) content.font.setBold(true);
  paintButtonContent(painter, theme, option.rect, content, kind, option.state);
}

void paintTickBox(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state) {
  const bool enabled = has(state, QStyle::State_Enabled);
  const bool on = has(state, QStyle::State_On), partly = has(state, QStyle::State_NoChange);
  QColor fill = theme.colour(on || partly ? Colour::Accent : Colour::Field);
  if (enabled && has(state, QStyle::State_MouseOver))
    fill = theme.colour(on || partly ? Colour::AccentHover : Colour::Hover);
  if (!enabled) fill = theme.colour(on || partly ? Colour::LineStrong : Colour::Field);
  const QColor frame = on || partly ? fill : theme.colour(enabled ? Colour::Control : Colour::LineStrong);
  drawPanel(painter, rect, theme.radius(), fill, frame);
  const QColor mark = theme.colour(Colour::TextOnAccent);
  if (on) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mark, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    const QRectF box(rect);
    const auto at = [&box](qreal x, qreal y) {
      return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    const QPointF tick[] = {at(0.22, 0.53), at(0.42, 0.72), at(0.79, 0.29)};
    painter.drawPolyline(tick, 3);
    painter.restore();
  }
  if (partly)
    painter.fillRect(
        QRectF(rect).adjusted(theme.u(), rect.height() / 2.0 - 1, -theme.u(), 1 - rect.height() / 2.0), mark);
}

void paintRadioButton(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state) {
  const bool enabled = has(state, QStyle::State_Enabled), on = has(state, QStyle::State_On);
  const bool hover = enabled && has(state, QStyle::State_MouseOver);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = theme.colour(enabled ? Colour::Accent : Colour::LineStrong);
  const QColor frame = on ? ink : theme.colour(enabled ? Colour::Control : Colour::LineStrong);
  painter.setPen(QPen(frame, on ? 2 : sharpWidth(painter)));
  painter.setBrush(theme.colour(hover ? Colour::Hover : Colour::Field));
  const QRectF circle = QRectF(rect).adjusted(1, 1, -1, -1);
  painter.drawEllipse(circle);
  if (on) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const qreal inset = theme.u();
    painter.drawEllipse(QRectF(rect).adjusted(inset, inset, -inset, -inset));
  }
  painter.restore();
}

void paintFocusFrame(QPainter& painter, const Theme& theme, const QRect& rect) {
  drawPanel(painter, rect, theme.radius() + theme.u(0.75), QColor(), theme.colour(Colour::Focus),
            theme.pen(Pen::Focus));
}

}  // namespace kernelscope::ui
