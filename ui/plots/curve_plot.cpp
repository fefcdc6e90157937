#include "ui/plots/curve_plot.h"

#include "ui/plots/plot_canvas.h"
#include "ui/theme/theme_controller.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

std::vector<const CurveData*> dataOf(const CurveScene& scene) {
  std::vector<const CurveData*> data;
  for (const CurveSpec& curve : scene.curves) data.push_back(curve.data.get());
  return data;
}

}  // namespace

CurvePlot::CurvePlot(const ThemeController& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), canvas_(new PlotCanvas(theme.theme(), this)) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Curves"));
  setAccessibleDescription(
      tr("Measures of both lanes against the step; the values at the cursor stand above the plot"));
  connect(canvas_, &QCustomPlot::afterReplot, this, &CurvePlot::replotted);
  theme.follow(this, [this] {
    canvas_->setTheme(theme_.theme());
    updateGeometry();
    applyRanges();
  });
}

// The reader's cursors stay where they are.
void CurvePlot::takeScene(CurveScene scene) {
  scene.cursors = scene_.cursors;
  scene_ = std::move(scene);
  canvas_->setScene(scene_);
}

void CurvePlot::setScene(CurveScene scene) {
  takeScene(std::move(scene));
  fit();
}

void CurvePlot::updateScene(CurveScene scene) {
  takeScene(std::move(scene));
  applyRanges();
}

void CurvePlot::dataChanged() {
  applyRanges();
}

void CurvePlot::setHead(std::optional<double> head) {
  if (scene_.head == head) return;
  scene_.head = head;
  canvas_->setMarks(scene_);
  applyRanges();
}

void CurvePlot::setStops(std::vector<CurveStop> stops) {
  scene_.stops = std::move(stops);
  canvas_->setMarks(scene_);
  applyRanges();
}

void CurvePlot::setXRange(const AxisRange& range) {
  if (scene_.xRange == range) return;
  scene_.xRange = range;
  zoomed_.reset();
  applyRanges();
}

void CurvePlot::setLogX(bool logarithmic) {
  if (scene_.logX == logarithmic) return;
  scene_.logX = logarithmic;
  zoomed_.reset();
  canvas_->setScene(scene_);
  applyRanges();
}

void CurvePlot::setVerticalGrid(bool shown) {
  if (scene_.verticalGrid == shown) return;
  scene_.verticalGrid = shown;
  canvas_->setScene(scene_);
  applyRanges();
}

void CurvePlot::fit() {
  grown_.reset();
  zoomed_.reset();
  applyRanges();
}

CurvePlot::View CurvePlot::fittedView() {
  const std::vector<const CurveData*> curves = dataOf(scene_);
  grown_ = valueRange(scene_.valueScale, curves, grown_ ? &*grown_ : nullptr);
  return {scene_.xRange, *grown_};
}

void CurvePlot::applyRanges() {
  const View fitted = fittedView();
  const View& view = zoomed_ ? *zoomed_ : fitted;
  canvas_->setRanges(view.x, view.y);
  canvas_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::show(const View& view) {
  if (!isShowable(view.x, scene_.logX) || !isShowable(view.y, scene_.valueScale.logarithmic)) return;
  zoomed_ = view;
  applyRanges();
}

void CurvePlot::zoom(double anchorX, double factorX, double anchorY, double factorY) {
  show({zoomedAbout(xShown(), anchorX, factorX, scene_.logX),
        zoomedAbout(yShown(), anchorY, factorY, scene_.valueScale.logarithmic)});
}

void CurvePlot::pan(double fromX, double toX, double fromY, double toY) {
  show({panned(xShown(), fromX, toX, scene_.logX),
        panned(yShown(), fromY, toY, scene_.valueScale.logarithmic)});
}

AxisRange CurvePlot::xShown() const {
  return canvas_->xShown();
}
AxisRange CurvePlot::yShown() const {
  return canvas_->yShown();
}

double CurvePlot::replotNow() {
  canvas_->replot(QCustomPlot::rpQueuedRefresh);
  return canvas_->replotTime();
}

double CurvePlot::xPixel(double step) const {
  return canvas_->xAxis->coordToPixel(step);
}

void CurvePlot::setShownStep(std::optional<double> step) {
  canvas_->showStep(step);
}

QPointF CurvePlot::toData(const QPointF& pixel) const {
  return {canvas_->xAxis->pixelToCoord(pixel.x()), canvas_->yAxis->pixelToCoord(pixel.y())};
}

void CurvePlot::resizeEvent(QResizeEvent*) {
  canvas_->setGeometry(rect());
}

QSize CurvePlot::sizeHint() const {
  const Theme& theme = theme_.theme();
  return {theme.u(120), theme.height(Height::ChartMinimum) * 2};
}

QSize CurvePlot::minimumSizeHint() const {
  const Theme& theme = theme_.theme();
  return {theme.u(60), theme.height(Height::ChartMinimum) + canvas_->verticalMargins()};
}

}  // namespace kernelscope::ui
