#include "ui/plots/curve_graph.h"

#include "ui/plots/curve_markers.h"
#include "ui/plots/pens.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kFewPoints = 50;  // these are drawn in full wherever they stand

class OverhangingGraph final : public QCPGraph {
 public:
  using QCPGraph::QCPGraph;

 protected:
  QRect clipRect() const override {
    const int overhang = static_cast<int>(kMarkerPx);
    return QCPGraph::clipRect().adjusted(-overhang, -overhang, overhang, overhang);
  }
};

QVector<double> toVector(const std::vector<double>& values) {
  return {values.begin(), values.end()};
}

}  // namespace

QCPGraph* addOverhangingGraph(QCustomPlot* plot, const QString& layer) {
  auto* graph = new OverhangingGraph(plot->xAxis, plot->yAxis);  // registers itself with the plot
  graph->setLayer(layer);
  graph->setAdaptiveSampling(false);  // the data come thinned
  graph->setSelectable(QCP::stNone);
  return graph;
}

CurveGraph::CurveGraph(QCustomPlot* plot, CurveSpec spec) : plot_(plot), spec_(std::move(spec)) {
  line_ = plot->addGraph();
  line_->setAdaptiveSampling(false);
  line_->setSelectable(QCP::stNone);
  markers_ = addOverhangingGraph(plot, QStringLiteral("main"));
  markers_->setLineStyle(QCPGraph::lsNone);
  floor_ = addOverhangingGraph(plot, QStringLiteral("main"));
  floor_->setLineStyle(QCPGraph::lsNone);
}

CurveGraph::~CurveGraph() {
  for (QCPGraph* graph : {line_, markers_, floor_}) plot_->removeGraph(graph);
}

void CurveGraph::setLook(const Theme& theme, double deviceRatio) {
  const SeriesStyle series = theme.series(spec_.series);
  const double width = theme.pen(spec_.secondary ? Pen::CurveSecondary : Pen::Curve);
  const double pixelWidth = wholePixelWidth(width, deviceRatio);
  pen_ = Theme::dashedPen(series.colour, pixelWidth, series.dashPx);
  updatePen();
  const double scale = theme.pen(Pen::Axis);  // above 1 for the projector
  const QPen thin(series.colour, wholePixelWidth(scale, deviceRatio));
  const double size = (series.marker == Marker::Disc ? kMarkerPx - 1 : kMarkerPx + 1) * scale;
  markers_->setScatterStyle(openMarker(series.marker, thin, theme.colour(Colour::PlotBackground), size));
  floor_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssTriangleInverted, thin, QBrush(series.colour), size));
}

void CurveGraph::update(double deviceRatio) {
  const QCPRange x = plot_->xAxis->range();
  const QCPRange y = plot_->yAxis->range();
  const bool logX = plot_->xAxis->scaleType() == QCPAxis::stLogarithmic;
  const bool logY = plot_->yAxis->scaleType() == QCPAxis::stLogarithmic;
  const int width = std::max(1, static_cast<int>(std::lround(plot_->axisRect()->width() * deviceRatio)));
  const PixelColumns columns{x.lower, x.upper, width, logX};
  thinned_ = thinCurve(spec_.data->x(), spec_.data->values(), columns, logY);
  const double first = thinned_.x.empty() ? 0 : plot_->xAxis->coordToPixel(thinned_.x.front());
  const double last = thinned_.x.empty() ? 0 : plot_->xAxis->coordToPixel(thinned_.x.back());
  const double covered = std::min((last - first) * deviceRatio, static_cast<double>(width));
  const bool dense = static_cast<double>(thinned_.x.size()) > covered + kFewPoints;
  if (dense != dense_) {
    dense_ = dense;
    updatePen();
  }
  line_->setData(toVector(thinned_.x), toVector(thinned_.y), true);
  floor_->setData(toVector(thinned_.floorX),
                  QVector<double>(static_cast<int>(thinned_.floorX.size()), y.lower), true);
  updateMarkers(columns);
}

// Points so close together make an area, in which neither dashes nor smooth edges can be seen: thin lines
// along whole pixels draw it many times faster.
void CurveGraph::updatePen() {
  line_->setAntialiased(!dense_);
  line_->setPen(dense_ ? QPen(pen_.color(), 0) : pen_);
}

void CurveGraph::updateMarkers(const PixelColumns& columns) {
  QVector<double> x, y;
  if (spec_.secondary) {
    for (const std::size_t i :
         markerIndices(spec_.data->x(), {columns.lower, columns.upper}, columns.logarithmic)) {
      x.append(spec_.data->x()[i]);
      y.append(spec_.data->y()[i]);
    }
  }
  markers_->setData(x, y, true);
}

std::optional<QPointF> CurveGraph::end() const {
  if (thinned_.x.empty()) return std::nullopt;
  return QPointF(thinned_.x.back(), thinned_.y.back());
}

}  // namespace kernelscope::ui
