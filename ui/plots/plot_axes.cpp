#include "ui/plots/plot_axes.h"

#include "ui/plots/axis_tickers.h"
#include "ui/plots/pens.h"
#include "ui/widgets/number_text.h"

#include <QFontMetricsF>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kTickPx = 4, kSubTickPx = 2;

void paintTicks(QPainter& painter, const PlotFrame& frame, const std::vector<double>& places, double length,
                bool alongX) {
  for (const double place : places) {
    const QPointF foot = alongX ? QPointF(frame.toX(place), frame.axes.bottom())
                                : QPointF(frame.axes.left(), frame.toY(place));
    painter.drawLine(foot, foot + (alongX ? QPointF(0, length) : QPointF(-length, 0)));
  }
}

void paintNumbersX(QPainter& painter, const PlotFrame& frame, const AxisTicks& ticks, double scale,
                   const Theme& theme) {
  const QFontMetricsF metrics(painter.font());
  double free = -1e9;  // where the last number ends
  for (std::size_t i = 0; i < ticks.major.size(); ++i) {
    const double centre = frame.toX(ticks.major[i]), half = metrics.horizontalAdvance(ticks.labels[i]) / 2;
    if (centre - half < free) continue;
    free = centre + half + theme.u(1);
    const QRectF box(centre - theme.u(15), frame.axes.bottom() + 7 * scale, theme.u(30), metrics.height());
    painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop, ticks.labels[i]);
  }
}

void paintNumbersY(QPainter& painter, const PlotFrame& frame, const AxisTicks& ticks, double scale,
                   const Theme& theme) {
  const double height = QFontMetricsF(painter.font()).height();
  for (std::size_t i = 0; i < ticks.major.size(); ++i) {
    const QRectF box(frame.axes.left() - theme.u(30) - 6 * scale, frame.toY(ticks.major[i]) - height / 2,
                     theme.u(30), height);
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, ticks.labels[i]);
  }
}

}  // namespace

AxisTicks axisTicks(const AxisRange& range, bool logarithmic) {
  LogTicker decades;
  LinearTicker steps;
  QCPAxisTicker& ticker = logarithmic ? static_cast<QCPAxisTicker&>(decades) : steps;
  QVector<double> major, minor;
  QVector<QString> labels;
  ticker.generate(QCPRange(range.lower, range.upper), QLocale(), QLatin1Char('g'), 6, major,
                  logarithmic ? &minor : nullptr, &labels);
  return {{major.begin(), major.end()}, {minor.begin(), minor.end()}, {labels.begin(), labels.end()}};
}

AxisTicks percentTicks(const AxisRange& range, bool logarithmic) {
  AxisTicks ticks = axisTicks({range.lower * 100, range.upper * 100}, logarithmic);
  for (double& place : ticks.major) place /= 100;
  for (double& place : ticks.minor) place /= 100;
  for (QString& label : ticks.labels) label += QStringLiteral("\u00A0%");
  return ticks;
}

AxisTicks countTicks(const AxisRange& range) {
  AxisTicks ticks;
  for (const double place : axisTicks(range, false).major) {
    if (std::abs(place - std::round(place)) > 1e-9) continue;
    ticks.major.push_back(place);
    ticks.labels.push_back(countText(std::llround(place)));
  }
  return ticks;
}

AxisTicks doublingTicks(const AxisRange& range) {
  AxisTicks ticks;
  const double first = std::ceil(std::log2(range.lower) - 1e-9);
  for (double place = std::exp2(first); place <= range.upper * (1 + 1e-9); place *= 2) {
    ticks.major.push_back(place);
    ticks.labels.push_back(countText(std::llround(place)));
  }
  return ticks;
}

void paintAxes(QPainter& painter, const PlotFrame& frame, const AxisTicks& x, const AxisTicks& y,
               bool verticalGrid, const Theme& theme) {
  const QRectF& axes = frame.axes;
  painter.setPen(linePen(painter, theme.colour(Colour::PlotGrid), theme.pen(Pen::Grid)));
  for (const double tick : y.major)
    painter.drawLine(QLineF(axes.left(), frame.toY(tick), axes.right(), frame.toY(tick)));
  if (verticalGrid) {
    for (const double tick : x.major)
      painter.drawLine(QLineF(frame.toX(tick), axes.top(), frame.toX(tick), axes.bottom()));
  }
  const double scale = theme.pen(Pen::Axis);
  painter.setPen(linePen(painter, theme.colour(Colour::PlotAxis), scale));
  painter.drawLine(QLineF(axes.bottomLeft(), axes.bottomRight()));
  painter.drawLine(QLineF(axes.topLeft(), axes.bottomLeft()));
  paintTicks(painter, frame, x.major, kTickPx * scale, true);
  paintTicks(painter, frame, x.minor, kSubTickPx * scale, true);
  paintTicks(painter, frame, y.major, kTickPx * scale, false);
  paintTicks(painter, frame, y.minor, kSubTickPx * scale, false);
  painter.setPen(theme.colour(Colour::PlotText));
  painter.setFont(theme.font(FontRole::Small));
  paintNumbersX(painter, frame, x, scale, theme);
  paintNumbersY(painter, frame, y, scale, theme);
}

}  // namespace kernelscope::ui
