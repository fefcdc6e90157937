#include "ui/plots/plot_canvas.h"

#include "ui/plots/axis_tickers.h"
#include "ui/plots/pens.h"
#include "ui/plots/plot_frame.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {
const auto kCursorLayer = QStringLiteral("cursor");
}  // namespace

PlotCanvas::PlotCanvas(const Theme& theme, QWidget* parent)
    : QCustomPlot(parent), theme_(theme), deviceRatio_(devicePixelRatioF()) {
  setFocusPolicy(Qt::NoFocus);                     // keys belong to the plot around it
  setAttribute(Qt::WA_TransparentForMouseEvents);  // CurvePlot handles the mouse
  setAutoAddPlottableToLegend(false);
  addLayer(kCursorLayer, layer(QStringLiteral("overlay")), limAbove);
  layer(kCursorLayer)->setMode(QCPLayer::lmBuffered);
  labels_ = new LabelOverlay(this, theme_);
  cursor_ = new CursorOverlay(this, kCursorLayer, theme_);
  axisRect()->setAutoMargins(QCP::msNone);
  plotLayout()->setAutoMargins(QCP::msNone);
  plotLayout()->setMargins(QMargins());
  connect(this, &QCustomPlot::afterLayout, this, [this] {
    updateCurves();
    updateLabels();
  });
  lookAxes();
}

void PlotCanvas::setTheme(const Theme& theme) {
  theme_ = theme;
  lookAxes();
  setScene(CurveScene(scene_));
}

void PlotCanvas::lookAxes() {
  setBackground(QBrush(theme_.colour(Colour::PlotBackground)));
  axisRect()->setMargins(plotMargins(theme_).toMargins());
  lookAxis(xAxis);
  lookAxis(yAxis);
}

void PlotCanvas::lookAxis(QCPAxis* axis) {
  const double scale = theme_.pen(Pen::Axis);
  QPen line(theme_.colour(Colour::PlotAxis), wholePixelWidth(scale, deviceRatio_));
  line.setCapStyle(Qt::FlatCap);
  axis->setBasePen(line);
  axis->setTickPen(line);
  axis->setSubTickPen(line);
  axis->setTickLength(0, static_cast<int>(std::lround(4 * scale)));
  axis->setSubTickLength(0, static_cast<int>(std::lround(2 * scale)));
  axis->setTickLabelPadding(static_cast<int>(std::lround((axis == xAxis ? 3 : 2) * scale)));
  axis->setTickLabelFont(theme_.font(FontRole::Small));
  axis->setTickLabelColor(theme_.colour(Colour::PlotText));
  const QPen grid(theme_.colour(Colour::PlotGrid), wholePixelWidth(theme_.pen(Pen::Grid), deviceRatio_));
  axis->grid()->setPen(grid);
  axis->grid()->setZeroLinePen(QPen(Qt::NoPen));
  axis->grid()->setSubGridVisible(false);
}

void PlotCanvas::setScene(const CurveScene& scene) {
  scene_ = scene;
  cursor_->readers = scene.cursors;
  kindOfAxes();
  curves_.clear();
  for (const CurveSpec& spec : scene_.curves) {
    curves_.push_back(std::make_unique<CurveGraph>(this, spec));
    curves_.back()->setLook(theme_, deviceRatio_);
  }
}

void PlotCanvas::kindOfAxes() {
  const auto setKind = [](QCPAxis* axis, bool logarithmic) {
    axis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setTicker(logarithmic ? QSharedPointer<QCPAxisTicker>(new LogTicker)
                                : QSharedPointer<QCPAxisTicker>(new LinearTicker));
    axis->setSubTicks(logarithmic);
  };
  setKind(xAxis, scene_.logX);
  setKind(yAxis, scene_.valueScale.logarithmic);
  xAxis->grid()->setVisible(scene_.verticalGrid);
  yAxis->grid()->setVisible(true);
}

void PlotCanvas::setRanges(const AxisRange& x, const AxisRange& y) {
  xAxis->setRange(x.lower, x.upper);
  yAxis->setRange(y.lower, y.upper);
}

void PlotCanvas::updateCurves() {
  for (const auto& curve : curves_) curve->update(deviceRatio_);
}

void PlotCanvas::updateLabels() {
  labels_->xTitle = scene_.xTitle;
  labels_->yTitle = scene_.yTitle;
  labels_->head = scene_.head;
  labels_->stops = scene_.stops;
  labels_->labels.clear();
  for (const auto& curve : curves_) {
    const std::optional<QPointF> end = curve->end();
    if (!end || curve->spec().label.isEmpty()) continue;
    labels_->labels.push_back({curve->spec().label, seriesTextColour(theme_, curve->spec().series),
                               !curve->spec().secondary, end->x(), end->y()});
  }
  const std::vector<EndLabel> stopped = stopLabels(scene_.stops, theme_);
  labels_->labels.insert(labels_->labels.end(), stopped.begin(), stopped.end());
}

void PlotCanvas::showCursor(std::optional<double> x) {
  if (cursor_->hover == x) return;
  cursor_->hover = x;
  layer(kCursorLayer)->replot();
}

void PlotCanvas::showReaders(const ReaderCursors& readers) {
  cursor_->readers = readers;
  layer(kCursorLayer)->replot();
}

void PlotCanvas::showStep(std::optional<double> x) {
  if (cursor_->shownStep == x) return;
  cursor_->shownStep = x;
  layer(kCursorLayer)->replot();
}

void PlotCanvas::showZoomBox(std::optional<QRectF> box) {
  cursor_->box = box;
  layer(kCursorLayer)->replot();
}

void PlotCanvas::setMarks(const CurveScene& scene) {
  scene_.head = scene.head;
  scene_.stops = scene.stops;
}

}  // namespace kernelscope::ui
