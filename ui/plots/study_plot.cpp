#include "ui/plots/study_plot.h"

#include "ui/plots/pens.h"
#include "ui/plots/plot_marks.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kReachPx = 12;  // how near to a curve the mouse points at it

double valueAt(const AxisRange& range, bool logarithmic, double share) {
  if (!logarithmic) return range.lower + share * (range.upper - range.lower);
  return range.lower * std::pow(range.upper / range.lower, share);
}

bool sameKind(const StudyChart& a, const StudyChart& b) {
  return a.x.logarithmic == b.x.logarithmic && a.y.logarithmic == b.y.logarithmic && a.y.title == b.y.title &&
         a.x.title == b.x.title;
}

}  // namespace

StudyPlot::StudyPlot(const ThemeController& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  theme.follow(this, [this] {
    updateGeometry();
    repaintChart();
  });
}

void StudyPlot::setChart(StudyChart chart) {
  if (!sameKind(chart, chart_)) zoomed_.reset();
  const std::optional<std::size_t> pointed = chart_.pointedBand;
  chart_ = std::move(chart);
  if (pointed && *pointed < chart_.bands.size()) chart_.pointedBand = pointed;
  repaintChart();
}

void StudyPlot::setStops(std::vector<double> stops) {
  stops_ = std::move(stops);
  if (cursor_ && std::find(stops_.begin(), stops_.end(), *cursor_) == stops_.end()) moveCursor(std::nullopt);
}

void StudyPlot::repaintChart() {
  drawn_ = {};
  update();
}

StudyChart StudyPlot::shown() const {
  StudyChart chart = chart_;
  if (zoomed_) {
    chart.x.range = zoomed_->x;
    chart.y.range = zoomed_->y;
  }
  return chart;
}

PlotFrame StudyPlot::frame() const {
  return studyFrame(shown(), rect(), theme_.theme());
}

void StudyPlot::paintEvent(QPaintEvent*) {
  const Theme& theme = theme_.theme();
  const double ratio = devicePixelRatioF();
  if (drawn_.size() != size() * ratio || drawn_.devicePixelRatioF() != ratio) {
    drawn_ = QPixmap(size() * ratio);
    drawn_.setDevicePixelRatio(ratio);
    drawn_.fill(theme.colour(Colour::PlotBackground));
    QPainter canvas(&drawn_);
    paintStudy(canvas, rect(), shown(), theme);
  }
  QPainter painter(this);
  painter.drawPixmap(0, 0, drawn_);
  const PlotFrame place = frame();
  QPen pen = linePen(painter, theme.colour(Colour::PlotCursor), theme.pen(Pen::Cursor));
  if (cursor_) {
    pen.setDashPattern({1, 2});
    painter.setPen(pen);
    paintUpright(painter, place, place.toX(*cursor_));
  }
  if (box_) {
    pen.setStyle(Qt::SolidLine);
    painter.setPen(pen);
    QColor fill = theme.colour(Colour::PlotCursor);
    fill.setAlphaF(0.08F);
    painter.setBrush(fill);
    painter.drawRect(box_->intersected(place.axes));
  }
  if (focusShown_)
    drawPanel(painter, rect(), 0, QColor(), theme.colour(Colour::Focus), theme.pen(Pen::Focus));
}

std::optional<double> StudyPlot::snapped(double x) const {
  std::optional<double> best;
  const auto distance = [&](double stop) {
    return chart_.x.logarithmic ? std::abs(std::log(stop / x)) : std::abs(stop - x);
  };
  for (const double stop : stops_)
    if (!best || distance(stop) < distance(*best)) best = stop;
  return best;
}

// The band whose curve passes near a place, for charts with so many that only one is drawn.
std::optional<std::size_t> StudyPlot::bandAt(const QPointF& place) const {
  const PlotFrame axes = frame();
  std::optional<std::size_t> best;
  double nearest = kReachPx;
  for (const StudyCurve& curve : chart_.curves) {
    const auto band = std::find_if(chart_.bands.begin(), chart_.bands.end(),
                                   [&](const StudyBand& one) { return one.series == curve.series; });
    if (band == chart_.bands.end()) continue;
    for (qsizetype i = 0; i + 1 < curve.points.size(); ++i) {
      const QPointF from = axes.toPixel(curve.points[i].x(), curve.points[i].y());
      const QPointF to = axes.toPixel(curve.points[i + 1].x(), curve.points[i + 1].y());
      if (!(place.x() >= from.x() && place.x() <= to.x() && to.x() > from.x())) continue;
      const double y = from.y() + (to.y() - from.y()) * (place.x() - from.x()) / (to.x() - from.x());
      if (std::abs(y - place.y()) < nearest) {
        nearest = std::abs(y - place.y());
        best = static_cast<std::size_t>(band - chart_.bands.begin());
      }
    }
  }
  return best;
}

QPointF StudyPlot::toData(const QPointF& place) const {
  const PlotFrame axes = frame();
  return {valueAt(axes.x, axes.logX, (place.x() - axes.axes.left()) / axes.axes.width()),
          valueAt(axes.y, axes.logY, (axes.axes.bottom() - place.y()) / axes.axes.height())};
}

void StudyPlot::setCursor(std::optional<double> x) {
  if (cursor_ == x) return;
  cursor_ = x;
  update();
}

void StudyPlot::moveCursor(std::optional<double> x) {
  if (cursor_ == x) return;
  setCursor(x);
  Q_EMIT cursorMoved(x);
}

void StudyPlot::fit() {
  zoomed_.reset();
  repaintChart();
}

void StudyPlot::show(const View& view) {
  if (!isShowable(view.x, chart_.x.logarithmic) || !isShowable(view.y, chart_.y.logarithmic)) return;
  zoomed_ = view;
  repaintChart();
}

void StudyPlot::zoom(const QPointF& anchor, double factorX, double factorY) {
  const StudyChart now = shown();
  show({zoomedAbout(now.x.range, anchor.x(), factorX, now.x.logarithmic),
        zoomedAbout(now.y.range, anchor.y(), factorY, now.y.logarithmic)});
}

QSize StudyPlot::sizeHint() const {
  const Theme& theme = theme_.theme();
  return {theme.u(120), 2 * theme.height(Height::ChartMinimum)};
}

QSize StudyPlot::minimumSizeHint() const {
  return {theme_.theme().u(20), theme_.theme().height(Height::ChartMinimum)};
}

void StudyPlot::focusInEvent(QFocusEvent* event) {
  focusShown_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  update();
}

void StudyPlot::focusOutEvent(QFocusEvent*) {
  focusShown_ = false;
  update();
}

}  // namespace kernelscope::ui
