#include "ui/plots/plot_marks.h"

#include "ui/plots/label_layout.h"
#include "ui/plots/pens.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {
constexpr double kStopCrossU = 3;
constexpr double kStopCrossPen = 2.5;
}  // namespace

void paintUpright(QPainter& painter, const PlotFrame& frame, double x) {
  if (x < frame.axes.left() - 0.5 || x > frame.axes.right() + 1.5) return;
  const double place = std::round(x);
  painter.drawLine(QLineF(place, frame.axes.top(), place, frame.axes.bottom() + 1));
}

void paintHead(QPainter& painter, const PlotFrame& frame, double head, const Theme& theme) {
  painter.setPen(linePen(painter, theme.colour(Colour::PlotAxis), theme.pen(Pen::Axis)));
  paintUpright(painter, frame, frame.toX(head));
}

void paintPlotTitles(QPainter& painter, const PlotFrame& frame, const QString& xTitle, const QString& yTitle,
                     const Theme& theme) {
  const double height = QFontMetricsF(theme.font(FontRole::Small)).height();
  const QRectF& axes = frame.axes;
  const double margin = theme.u(0.5);
  painter.setFont(theme.font(FontRole::Small));
  painter.setPen(theme.colour(Colour::PlotText));
  const double titleLeft = axes.left() - plotMargins(theme).left() + margin;
  const QRectF above(titleLeft, axes.top() - theme.u(3) - height / 2, axes.right() - margin - titleLeft,
                     height);
  painter.drawText(above, Qt::AlignLeft | Qt::AlignVCenter, yTitle);
  const double left = axes.right() + theme.u(2);
  const QRectF beside(left, axes.bottom() - height / 2, frame.right - left, height);
  painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter, xTitle);
}

void paintStops(QPainter& painter, const PlotFrame& frame, const std::vector<CurveStop>& stops,
                const Theme& theme) {
  const QRectF& axes = frame.axes;
  const double arm = theme.u(kStopCrossU) / 2.0;
  QPen pen(theme.colour(Colour::Diverged), kStopCrossPen * theme.pen(Pen::Axis));
  pen.setCapStyle(Qt::FlatCap);
  painter.save();
  painter.setPen(pen);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const CurveStop& stop : stops) {
    const QPointF centre(frame.toX(stop.x), std::clamp(frame.toY(stop.y), axes.top(), axes.bottom()));
    if (!(centre.x() >= axes.left() && centre.x() <= axes.right() + 1)) continue;
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
    painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
  }
  painter.restore();
}

std::vector<EndLabel> stopLabels(const std::vector<CurveStop>& stops, const Theme& theme) {
  std::vector<EndLabel> labels;
  for (const CurveStop& stop : stops)
    labels.push_back({stop.label, theme.colour(Colour::Diverged), true, stop.x, stop.y});
  return labels;
}

std::vector<QRectF> endLabelRects(const PlotFrame& frame, const std::vector<EndLabel>& labels,
                                  std::optional<double> head, const Theme& theme) {
  const QRectF& axes = frame.axes;
  const double lineHeight = QFontMetricsF(theme.font(FontRole::Small)).height();
  std::vector<double> wishes;
  double last = frame.x.lower;
  for (const EndLabel& label : labels) {
    wishes.push_back(std::clamp(frame.toY(label.y), axes.top(), axes.bottom()));
    last = std::max(last, label.x);
  }
  // The foot of the right margin belongs to the x title.
  const std::vector<double> centres =
      pushApart(wishes, lineHeight, axes.top() - lineHeight / 2, axes.bottom() - lineHeight / 2);
  const double end = std::clamp(frame.toX(head.value_or(last)), axes.left(), axes.right());
  const double left = end + theme.u(2);
  std::vector<QRectF> rects;
  for (const double centre : centres)
    rects.emplace_back(left, centre - lineHeight / 2, frame.right - left, lineHeight);
  return rects;
}

void paintEndLabels(QPainter& painter, const PlotFrame& frame, const std::vector<EndLabel>& labels,
                    std::optional<double> head, const Theme& theme) {
  const std::vector<QRectF> rects = endLabelRects(frame, labels, head, theme);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const QFont font = labels[i].bold ? boldSmallFont(theme) : theme.font(FontRole::Small);
    painter.setFont(font);
    painter.setPen(labels[i].color);
    painter.drawText(rects[i], Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(labels[i].text, Qt::ElideRight, rects[i].width()));
  }
}

void paintReaderCursors(QPainter& painter, const PlotFrame& frame, const ReaderCursors& cursors,
                        const Theme& theme) {
  const QFont font = boldSmallFont(theme);
  const QFontMetricsF metrics(font);
  for (std::size_t i = 0; i < cursors.size(); ++i) {
    if (!cursors[i]) continue;
    const double x = frame.toX(*cursors[i]);
    if (!(x >= frame.axes.left() - 0.5 && x <= frame.axes.right() + 1.5)) continue;
    const QColor ink = theme.colour(Colour::PlotCursor);
    painter.setPen(linePen(painter, ink, theme.pen(Pen::Cursor)));
    paintUpright(painter, frame, x);
    const QString letter = readerCursorLetter(i);
    const QSizeF size(metrics.horizontalAdvance(letter) + theme.u(1), metrics.height());
    const QRectF plate(QPointF(std::round(x) - size.width() / 2, frame.axes.bottom() - size.height()), size);
    painter.fillRect(plate, ink);
    painter.setFont(font);
    painter.setPen(theme.colour(Colour::PlotBackground));
    painter.drawText(plate, Qt::AlignCenter, letter);
  }
}

}  // namespace kernelscope::ui
