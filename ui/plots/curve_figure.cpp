#include "ui/plots/curve_figure.h"

#include "ui/plots/curve_markers.h"
#include "ui/plots/curve_thinning.h"
#include "ui/plots/line_clip.h"
#include "ui/plots/pens.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_frame.h"
#include "ui/plots/plot_marks.h"
#include "ui/widgets/marks.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr int kColumns = 2400;

CurveFigure::Curve curveOf(const CurveSpec& spec, const CurveScene& scene, const AxisRange& x) {
  CurveFigure::Curve curve{spec.series, spec.secondary, spec.label, {}, {}, {}};
  const CurveData& data = *spec.data;
  const ThinnedCurve thinned = thinCurve(data.x(), data.values(), {x.lower, x.upper, kColumns, scene.logX},
                                         scene.valueScale.logarithmic);
  for (std::size_t i = 0; i < thinned.x.size(); ++i) curve.line << QPointF(thinned.x[i], thinned.y[i]);
  curve.floorXs = thinned.floorX;
  if (!spec.secondary) return curve;
  for (const std::size_t i : markerIndices(data.x(), x, scene.logX))
    curve.markers << QPointF(data.x()[i], data.y()[i]);
  return curve;
}

void paintCurve(QPainter& painter, const PlotFrame& frame, const CurveFigure::Curve& curve,
                const Theme& theme) {
  const SeriesStyle look = theme.series(curve.series);
  const double width = theme.pen(curve.secondary ? Pen::CurveSecondary : Pen::Curve);
  QPolygonF line;
  for (const QPointF& point : curve.line) line << frame.toPixel(point.x(), point.y());
  painter.setPen(Theme::dashedPen(look.colour, width, look.dashPx));
  painter.setBrush(Qt::NoBrush);
  for (const QPolygonF& part : clippedPolyline(line, frame.axes)) painter.drawPolyline(part);
  const double scale = theme.pen(Pen::Axis);
  const double size = (look.marker == Marker::Disc ? kMarkerPx - 1 : kMarkerPx + 1) * scale;
  const QRectF reach = frame.axes.adjusted(-1, -1, 1, 1);
  for (const QPointF& point : curve.markers) {
    const QPointF place = frame.toPixel(point.x(), point.y());
    if (reach.contains(place))
      paintMarker(painter, look.marker, place, size, look.colour, theme.colour(Colour::PlotBackground));
  }
  for (const double x : curve.floorXs)
    paintMarker(painter, Marker::TriangleDown, {frame.toX(x), frame.axes.bottom()}, size, look.colour,
                look.colour);
}

// The end of what is shown of a curve.
std::vector<EndLabel> labelsOf(const CurveFigure& figure, const Theme& theme) {
  std::vector<EndLabel> labels;
  for (const CurveFigure::Curve& curve : figure.curves) {
    if (curve.label.isEmpty() || curve.line.isEmpty()) continue;
    labels.push_back({curve.label, seriesTextColour(theme, curve.series), !curve.secondary,
                      curve.line.last().x(), curve.line.last().y()});
  }
  const std::vector<EndLabel> stopped = stopLabels(figure.stops, theme);
  labels.insert(labels.end(), stopped.begin(), stopped.end());
  return labels;
}

}  // namespace

CurveFigure curveFigure(const CurveScene& scene) {
  std::vector<const CurveData*> data;
  for (const CurveSpec& curve : scene.curves) data.push_back(curve.data.get());
  return curveFigure(scene, scene.xRange, valueRange(scene.valueScale, data, nullptr));
}

CurveFigure curveFigure(const CurveScene& scene, const AxisRange& x, const AxisRange& y) {
  CurveFigure figure{scene.xTitle,
                     scene.yTitle,
                     x,
                     y,
                     scene.logX,
                     scene.valueScale.logarithmic,
                     scene.verticalGrid,
                     scene.head,
                     scene.cursors,
                     {},
                     scene.stops};
  for (const CurveSpec& spec : scene.curves) figure.curves.push_back(curveOf(spec, scene, x));
  return figure;
}

void paintCurves(QPainter& painter, const QRectF& area, const CurveFigure& figure, const Theme& theme) {
  painter.save();
  const PlotFrame frame{
      area.marginsRemoved(plotMargins(theme)), area.right(), figure.x, figure.y, figure.logX, figure.logY};
  painter.setRenderHint(QPainter::Antialiasing, false);
  paintAxes(painter, frame, axisTicks(frame.x, frame.logX), axisTicks(frame.y, frame.logY),
            figure.verticalGrid, theme);
  if (figure.head) paintHead(painter, frame, *figure.head, theme);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const CurveFigure::Curve& curve : figure.curves) paintCurve(painter, frame, curve, theme);
  painter.setRenderHint(QPainter::Antialiasing, false);
  paintStops(painter, frame, figure.stops, theme);
  paintPlotTitles(painter, frame, figure.xTitle, figure.yTitle, theme);
  paintEndLabels(painter, frame, labelsOf(figure, theme), figure.head, theme);
  paintReaderCursors(painter, frame, figure.cursors, theme);
  painter.restore();
}

}  // namespace kernelscope::ui
