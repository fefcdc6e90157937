#include "ui/theme/paint_bars.h"

#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>
#include <cmath>

namespace kernelscope::ui {

namespace {

QColor sliderColour(const Theme& theme, const QWidget* widget, bool enabled) {
  if (!enabled) return theme.colour(Colour::TextDisabled);
  const QString lane = widget ? widget->property("lane").toString() : QString();
  if (lane == QLatin1String("A")) return theme.lane(LaneId::A);
  if (lane == QLatin1String("B")) return theme.lane(LaneId::B);
  return theme.colour(Colour::Accent);
}

bool horizontal(const QStyleOptionSlider& option) {
  return option.orientation == Qt::Horizontal;
}

void fillRounded(QPainter& painter, const QRectF& rect, const QColor& colour) {
  const qreal radius = std::min(rect.width(), rect.height()) / 2;
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(rect, radius, radius);
}

}  // namespace

QRect sliderPart(const Theme& theme, const QStyleOptionSlider& option, QStyle::SubControl part) {
  const int knob = theme.u(3), groove = std::max(2, theme.u(0.75));
  const QRect all = option.rect;
  const bool flat = horizontal(option);
  const int span = (flat ? all.width() : all.height()) - knob;
  if (part == QStyle::SC_SliderGroove) {
    return flat ? QRect(all.x(), all.y() + (all.height() - groove) / 2, all.width(), groove)
                : QRect(all.x() + (all.width() - groove) / 2, all.y(), groove, all.height());
  }
  if (part == QStyle::SC_SliderHandle) {
    const int at = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                   span, option.upsideDown);
    return flat ? QRect(all.x() + at, all.y() + (all.height() - knob) / 2, knob, knob)
                : QRect(all.x() + (all.width() - knob) / 2, all.y() + at, knob, knob);
  }
  return all;
}

void paintSlider(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option,
                 const QWidget* widget) {
  const bool enabled = option.state.testFlag(QStyle::State_Enabled);
  const QColor colour = sliderColour(theme, widget, enabled);
  const QRectF groove = sliderPart(theme, option, QStyle::SC_SliderGroove);
  const QRectF knob = sliderPart(theme, option, QStyle::SC_SliderHandle);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  fillRounded(painter, groove, theme.colour(Colour::LineStrong));
  QRectF done = groove;
  if (horizontal(option)) {
    if (option.upsideDown)
      done.setLeft(knob.center().x());
    else
      done.setRight(knob.center().x());
  } else {
    if (option.upsideDown)
      done.setTop(knob.center().y());
    else
      done.setBottom(knob.center().y());
  }
  fillRounded(painter, done, colour);
  const bool hot = enabled && (option.state.testFlag(QStyle::State_MouseOver) ||
                               option.state.testFlag(QStyle::State_Sunken));
  painter.setPen(QPen(colour, 2));
  painter.setBrush(theme.colour(hot ? Colour::Hover : Colour::Raised));
  painter.drawEllipse(knob.adjusted(1, 1, -1, -1));
  if (enabled && option.state.testFlag(QStyle::State_HasFocus)) {
    painter.setPen(QPen(theme.colour(Colour::Focus), theme.pen(Pen::Focus)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(knob.adjusted(-3, -3, 3, 3));
  }
  painter.restore();
}

QRect scrollBarPart(const Theme& theme, const QStyleOptionSlider& option, QStyle::SubControl part) {
  const QRect all = option.rect;
  const bool flat = horizontal(option);
  const int length = flat ? all.width() : all.height();
  const int range = option.maximum - option.minimum;
  int handle = length;
  if (range > 0)
    handle = static_cast<int>(static_cast<qint64>(option.pageStep) * length / (range + option.pageStep));
  handle = std::clamp(handle, std::min(theme.u(6), length), length);
  const int at = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                 length - handle, option.upsideDown);
  const auto piece = [&](int from, int size) {
    return flat ? QRect(all.x() + from, all.y(), size, all.height())
                : QRect(all.x(), all.y() + from, all.width(), size);
  };
  switch (part) {
    case QStyle::SC_ScrollBarSlider:
      return piece(at, handle);
    case QStyle::SC_ScrollBarSubPage:
      return piece(0, at);
    case QStyle::SC_ScrollBarAddPage:
      return piece(at + handle, length - at - handle);
    case QStyle::SC_ScrollBarGroove:
      return all;
    default:
      return {};
  }
}

void paintScrollBar(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option) {
  const bool hot =
      option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
      (option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken));
  if (option.maximum <= option.minimum) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF handle = scrollBarPart(theme, option, QStyle::SC_ScrollBarSlider);
  fillRounded(painter, handle.adjusted(1, 1, -1, -1),
              theme.colour(hot ? Colour::TextSecondary : Colour::Control));
  painter.restore();
}

void paintProgressBar(QPainter& painter, const Theme& theme, const QStyleOptionProgressBar& option) {
  const int thickness = theme.u(1.5);
  QRectF track(option.rect);
  track.setTop(track.top() + (track.height() - thickness) / 2);
  track.setHeight(thickness);
  track = snapped(painter, track);
  painter.fillRect(track, theme.colour(Colour::Line));
  const double range = static_cast<double>(option.maximum) - option.minimum;
  if (range <= 0) return;
  track.setWidth(track.width() * std::clamp((option.progress - option.minimum) / range, 0.0, 1.0));
  painter.fillRect(snapped(painter, track), theme.colour(Colour::Accent));
}

void paintSplitter(QPainter& painter, const Theme& theme, const QStyleOption& option) {
  const bool hot =
      option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
  const QColor colour = theme.colour(hot ? Colour::Control : Colour::Line);
  QRectF line(option.rect);
  // Fusion's flag: a horizontal splitter has an upright handle.
  if (option.state.testFlag(QStyle::State_Horizontal)) {
    line.setLeft(std::floor(line.center().x()));
    drawEdge(painter, line, Qt::LeftEdge, colour);
  } else {
    line.setTop(std::floor(line.center().y()));
    drawEdge(painter, line, Qt::TopEdge, colour);
  }
}

}  // namespace kernelscope::ui
