#include "ui/plots/study_chart.h"

#include "ui/plots/line_clip.h"
#include "ui/plots/pens.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_marks.h"
#include "ui/widgets/marks.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope::ui {

namespace {

constexpr double kBareMarginU = 2.5;  // at a side without numbers or labels
constexpr double kMarkPx = 7;

AxisTicks ticksFor(const StudyAxis& axis) {
  if (axis.ticks == TickKind::Percent) return percentTicks(axis.range, axis.logarithmic);
  if (axis.ticks == TickKind::Counts && !axis.logarithmic) return countTicks(axis.range);
  if (axis.ticks == TickKind::Doublings && axis.logarithmic) return doublingTicks(axis.range);
  return axisTicks(axis.range, axis.logarithmic);
}

QPointF nowhere() {
  return {std::numeric_limits<double>::quiet_NaN(), 0};
}

// Pixels; points that the axes cannot show part the line.
QPolygonF placed(const PlotFrame& frame, const QPolygonF& points) {
  QPolygonF line;
  for (const QPointF& point : points) {
    const bool shown = std::isfinite(point.y()) && !(frame.logY && point.y() <= 0);
    line << (shown ? frame.toPixel(point.x(), point.y()) : nowhere());
  }
  return line;
}

void paintLine(QPainter& painter, const PlotFrame& frame, const QPolygonF& pixels) {
  for (const QPolygonF& part : clippedPolyline(pixels, frame.axes)) painter.drawPolyline(part);
}

QPen penOf(const StudyCurve& curve, const Theme& theme) {
  const SeriesStyle series = theme.series(curve.series);
  const std::vector<double>& dots = theme.tokens().referenceDashPx;
  const QList<qreal> dotted(dots.begin(), dots.end());
  switch (curve.look) {
    case CurveLook::Marked:
    case CurveLook::Line:
      return Theme::dashedPen(series.colour, theme.pen(Pen::Curve), series.dashPx);
    case CurveLook::Thin:
      return Theme::dashedPen(series.colour, theme.pen(Pen::CurveSecondary), series.dashPx);
    case CurveLook::Dotted:
      return Theme::dashedPen(series.colour, theme.pen(Pen::CurveSecondary), dotted);
    case CurveLook::Reference:
    case CurveLook::Points:
      break;
  }
  return Theme::dashedPen(theme.colour(Colour::Reference), theme.pen(Pen::Reference), dotted);
}

void paintMarks(QPainter& painter, const PlotFrame& frame, const StudyCurve& curve, const Theme& theme) {
  const SeriesStyle series = theme.series(curve.series);
  const double scale = theme.pen(Pen::Axis);
  const double size = (series.marker == Marker::Disc ? kMarkPx : kMarkPx + 1) * scale;
  const bool open = curve.look == CurveLook::Dotted;
  const QRectF reach = frame.axes.adjusted(-1, -1, 1, 1);
  for (const QPointF& point : curve.points) {
    if (!std::isfinite(point.y())) continue;
    if (frame.logY && point.y() <= 0) {
      paintMarker(painter, Marker::TriangleDown, {frame.toX(point.x()), frame.axes.bottom()}, size,
                  series.colour, series.colour);
      continue;
    }
    const QPointF place = frame.toPixel(point.x(), point.y());
    if (reach.contains(place))
      paintMarker(painter, series.marker, place, size, series.colour,
                  open ? theme.colour(Colour::PlotBackground) : series.colour);
  }
}

void paintBars(QPainter& painter, const PlotFrame& frame, const StudyCurve& curve, const Theme& theme) {
  painter.setPen(linePen(painter, theme.series(curve.series).colour, theme.pen(Pen::BandEdge)));
  for (qsizetype i = 0; i < curve.points.size(); ++i) {
    const AxisRange& bar = curve.bars[static_cast<std::size_t>(i)];
    const double x = frame.toX(curve.points[i].x());
    paintLine(painter, frame, {{QPointF(x, frame.toY(bar.lower)), QPointF(x, frame.toY(bar.upper))}});
  }
}

void paintBand(QPainter& painter, const PlotFrame& frame, const StudyBand& band, double alpha, bool edges,
               const Theme& theme) {
  const SeriesStyle series = theme.series(band.series);
  const auto floored = [&](QPolygonF line) {  // a lower edge at 0 lies on a logarithmic axis' floor
    for (QPointF& point : line) {
      if (!std::isfinite(point.y())) return QPolygonF();
      if (frame.logY) point.setY(std::max(point.y(), frame.y.lower));
      point = frame.toPixel(point.x(), point.y());
    }
    return line;
  };
  const QPolygonF upper = floored(band.upper), lower = floored(band.lower);
  if (upper.isEmpty() || lower.isEmpty()) return;
  if (alpha > 0) {
    QPolygonF outline = upper;
    for (auto point = lower.rbegin(); point != lower.rend(); ++point) outline << *point;
    QPolygonF box(
        {frame.axes.topLeft(), frame.axes.topRight(), frame.axes.bottomRight(), frame.axes.bottomLeft()});
    QColor fill = series.colour;
    fill.setAlphaF(static_cast<float>(alpha));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(outline.intersected(box));
    painter.setBrush(Qt::NoBrush);
  }
  if (!edges) return;
  painter.setPen(Theme::dashedPen(series.colour, theme.pen(Pen::BandEdge), series.dashPx));
  paintLine(painter, frame, upper);
  paintLine(painter, frame, lower);
}

void paintBands(QPainter& painter, const PlotFrame& frame, const StudyChart& chart, const Theme& theme) {
  const std::size_t count = chart.bands.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (count > 2 && chart.pointedBand != i) continue;
    const double alpha = count == 1   ? theme.pen(Pen::BandAlphaSingle)
                         : count == 2 ? theme.pen(Pen::BandAlphaOverlapping)
                                      : 0;
    paintBand(painter, frame, chart.bands[i], alpha, count > 1, theme);
  }
}

void paintUprights(QPainter& painter, const PlotFrame& frame, const StudyChart& chart, const Theme& theme) {
  const QFontMetricsF metrics(theme.font(FontRole::Small));
  for (const StudyUpright& upright : chart.uprights) {
    QPen pen = linePen(painter, theme.colour(Colour::PlotCursor), theme.pen(Pen::Cursor));
    pen.setDashPattern({2, 2});
    painter.setPen(pen);
    const double x = frame.toX(upright.x);
    paintUpright(painter, frame, x);
    if (upright.label.isEmpty()) continue;
    painter.setFont(theme.font(FontRole::Small));
    painter.setPen(theme.colour(Colour::Text));
    const double width = metrics.horizontalAdvance(upright.label) + 1;
    const bool left = x + theme.u(1) + width > frame.right;
    const double from = left ? x - theme.u(1) - width : x + theme.u(1);
    painter.drawText(QRectF(from, frame.axes.top(), width, metrics.height()), Qt::AlignLeft, upright.label);
  }
}

std::vector<EndLabel> endLabels(const StudyChart& chart, const Theme& theme) {
  std::vector<EndLabel> labels;
  for (const StudyCurve& curve : chart.curves) {
    if (curve.label.isEmpty()) continue;
    const auto shown = [&](const QPointF& point) {
      return std::isfinite(point.y()) && (!chart.y.logarithmic || point.y() > 0);
    };
    const auto last = std::find_if(curve.points.rbegin(), curve.points.rend(), shown);
    if (last == curve.points.rend()) continue;
    const bool reference = curve.look == CurveLook::Reference;
    labels.push_back(
        {curve.label, reference ? theme.colour(Colour::PlotText) : seriesTextColour(theme, curve.series),
         curve.look == CurveLook::Marked || curve.look == CurveLook::Line || curve.look == CurveLook::Points,
         last->x(), last->y()});
  }
  return labels;
}

void paintNote(QPainter& painter, const PlotFrame& frame, const QString& note, const Theme& theme) {
  painter.setFont(theme.font(FontRole::Small));
  painter.setPen(theme.colour(Colour::PlotText));
  const double left = frame.axes.right() + theme.u(2);
  const QRectF room(left, frame.axes.top(), frame.right - left, frame.axes.height());
  painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, note);
}

}  // namespace

PlotFrame studyFrame(const StudyChart& chart, const QRectF& area, const Theme& theme) {
  QMarginsF margins = plotMargins(theme);
  if (!chart.roomRight) margins.setRight(theme.u(kBareMarginU));
  const QFontMetricsF metrics(theme.font(FontRole::Small));
  double widest = 0;
  if (chart.numbersLeft)
    for (const QString& label : ticksFor(chart.y).labels)
      widest = std::max(widest, metrics.horizontalAdvance(label));
  margins.setLeft(std::max(margins.left(), std::ceil(widest) + theme.u(2)));
  if (!chart.numbersLeft) margins.setLeft(theme.u(kBareMarginU));
  if (chart.y.title.isEmpty()) margins.setTop(theme.u(kBareMarginU));
  return {area.marginsRemoved(margins), area.right(),       chart.x.range, chart.y.range,
          chart.x.logarithmic,          chart.y.logarithmic};
}

void paintStudy(QPainter& painter, const QRectF& area, const StudyChart& chart, const Theme& theme) {
  const PlotFrame frame = studyFrame(chart, area, theme);
  if (frame.axes.width() < 1 || frame.axes.height() < 1) return;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setBrush(Qt::NoBrush);
  const AxisTicks y = chart.numbersLeft ? ticksFor(chart.y) : AxisTicks();
  paintAxes(painter, frame, ticksFor(chart.x), y, chart.verticalGrid, theme);
  if (chart.zeroLine) {
    painter.setPen(linePen(painter, theme.colour(Colour::PlotAxis), theme.pen(Pen::Axis)));
    paintLine(painter, frame,
              {{QPointF(frame.axes.left(), frame.toY(0)), {frame.axes.right(), frame.toY(0)}}});
  }
  painter.setRenderHint(QPainter::Antialiasing);
  paintBands(painter, frame, chart, theme);
  for (const StudyCurve& curve : chart.curves) {
    if (curve.bars.size() == static_cast<std::size_t>(curve.points.size()))
      paintBars(painter, frame, curve, theme);
    painter.setPen(penOf(curve, theme));
    if (curve.look != CurveLook::Points) paintLine(painter, frame, placed(frame, curve.points));
  }
  for (const StudyCurve& curve : chart.curves) {
    if (curve.look == CurveLook::Marked || curve.look == CurveLook::Dotted || curve.look == CurveLook::Points)
      paintMarks(painter, frame, curve, theme);
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
  paintUprights(painter, frame, chart, theme);
  paintPlotTitles(painter, frame, chart.x.title, chart.y.title, theme);
  paintEndLabels(painter, frame, endLabels(chart, theme), std::nullopt, theme);
  if (chart.roomRight) paintNote(painter, frame, chart.note, theme);
  painter.restore();
}

}  // namespace kernelscope::ui
