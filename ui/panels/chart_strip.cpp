#include "ui/panels/chart_strip.h"

#include "ui/panels/chart_words.h"
#include "ui/panels/stage_margin.h"
#include "ui/plots/curve_plot.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/tab_bar.h"

#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <array>

namespace kernelscope::ui {

namespace {

constexpr double kReadoutRowU = 4.25;
constexpr std::array kMetrics = {ChartMetric::Psnr, ChartMetric::Loss, ChartMetric::Ssim};

QString laneLetter(LaneId lane) {
  return QString::fromLatin1(laneName(lane));
}

}  // namespace

ChartStrip::ChartStrip(const ThemeController& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), tabs_(new TabBar(theme, this, Height::ChartHeader)) {
  setAccessibleName(tr("Chart"));
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  tabs_->setUsesScrollButtons(false);
  tabs_->setAccessibleName(tr("Metric"));
  tabs_->setToolTip(tr("What the curves show at each step"));
  for (const ChartMetric metric : kMetrics) tabs_->addTab(chartWords(metric).tab);
  logToggle_ = addToggle(tr("Log x"), tr("Step axis in decades (L)"));
  logValuesToggle_ = addToggle(tr("Log y"), tr("Values in decades (Shift+L)"));
  gridToggle_ = addToggle(tr("Grid"), tr("Vertical grid lines (G)"));
  logToggle_->setChecked(logX_);
  logValuesToggle_->setChecked(logValues_);
  plot_ = new CurvePlot(theme, this);
  readoutTimer_.setSingleShot(true);
  connect(tabs_, &QTabBar::currentChanged, this,
          [this](int tab) { setMetric(kMetrics[static_cast<std::size_t>(tab)]); });
  connect(logToggle_, &QToolButton::toggled, this, &ChartStrip::setLogX);
  connect(gridToggle_, &QToolButton::toggled, this, &ChartStrip::setGrid);
  connect(logValuesToggle_, &QToolButton::toggled, this, &ChartStrip::setLogValues);
  connect(plot_, &CurvePlot::cursorMoved, this, &ChartStrip::refreshReadout);
  connect(plot_, &CurvePlot::readersChanged, this, &ChartStrip::refreshReadout);
  connect(&readoutTimer_, &QTimer::timeout, this, &ChartStrip::refreshReadout);
  rebuildScene();
  theme.follow(this, [this] {
    layParts();
    placeReadout();
    updateGeometry();
    update();
  });
}

QToolButton* ChartStrip::addToggle(const QString& text, const QString& help) {
  auto* button = new QToolButton(this);
  button->setText(text);
  button->setToolTip(help);
  button->setAccessibleName(text);
  button->setAccessibleDescription(help);
  button->setCheckable(true);
  button->setProperty("toggle", true);
  return button;
}

void ChartStrip::startRun(std::int64_t steps) {
  for (LaneRecord& record : records_) {
    record.clear();
    record.reserve(steps);
  }
  divergedAt_ = {};
  budget_ = steps;
  plot_->setCursor(std::nullopt);
  plot_->setReaders({});
  rebuildScene();
}

void ChartStrip::setBudget(std::int64_t steps) {
  if (budget_ == steps) return;
  budget_ = steps;
  plot_->setXRange(scene().xRange);
}

void ChartStrip::setHistory(LaneId lane, const MetricHistory& history) {
  LaneRecord& record = records_[laneIndex(lane)];
  const bool wasRelative = record.lossIsRelative();
  record.take(history);
  if (record.lossIsRelative() != wasRelative) plot_->updateScene(scene());  // the axis says so
  updateMarks();
  plot_->dataChanged();
  queueReadout();
}

void ChartStrip::setDivergedAt(LaneId lane, std::optional<std::int64_t> step) {
  if (divergedAt_[laneIndex(lane)] == step) return;
  divergedAt_[laneIndex(lane)] = step;
  plot_->updateScene(scene());
}

void ChartStrip::setShownStep(std::optional<std::int64_t> step) {
  if (shownStep_ == step) return;
  shownStep_ = step;
  plot_->setShownStep(step ? std::optional(static_cast<double>(*step)) : std::nullopt);
  update(readoutRect().toAlignedRect());
}

void ChartStrip::setMetric(ChartMetric metric) {
  if (metric_ == metric) return;
  metric_ = metric;
  tabs_->setCurrentIndex(static_cast<int>(metric));
  rebuildScene();
  Q_EMIT metricChanged(metric);
}

void ChartStrip::setLogX(bool logarithmic) {
  if (logX_ == logarithmic) return;
  logX_ = logarithmic;
  logToggle_->setChecked(logarithmic);
  plot_->setLogX(logarithmic);
  Q_EMIT logXChanged(logarithmic);
}

void ChartStrip::setLogValues(bool logarithmic) {
  if (logValues_ == logarithmic) return;
  logValues_ = logarithmic;
  logValuesToggle_->setChecked(logarithmic);
  rebuildScene();
  Q_EMIT logValuesChanged(logarithmic);
}

void ChartStrip::setGrid(bool shown) {
  if (grid_ == shown) return;
  grid_ = shown;
  gridToggle_->setChecked(shown);
  plot_->setVerticalGrid(shown);
  Q_EMIT gridChanged(shown);
}

QAbstractButton& ChartStrip::logToggle() const {
  return *logToggle_;
}
QAbstractButton& ChartStrip::logValuesToggle() const {
  return *logValuesToggle_;
}
QAbstractButton& ChartStrip::gridToggle() const {
  return *gridToggle_;
}

void ChartStrip::fit() {
  plot_->fit();
}

std::optional<double> ChartStrip::head() const {
  std::optional<double> last;
  for (const LaneRecord& record : records_) {
    if (record.lastStep()) last = std::max(last.value_or(0), static_cast<double>(*record.lastStep()));
  }
  return last;
}

CurveScene ChartStrip::scene() const {
  const ChartWords words = chartWords(metric_, records_[0].lossIsRelative());
  CurveScene scene;
  scene.xTitle = tr("step");
  scene.yTitle = words.axis;
  scene.xRange = {1, static_cast<double>(std::max<std::int64_t>(2, budget_))};
  scene.logX = logX_;
  scene.verticalGrid = grid_;
  scene.valueScale = !logValues_ && words.linearScale ? *words.linearScale : words.scale;
  scene.cursors = plot_->readers();
  scene.head = head();
  // Held-out curves first: the training curves lie on top.
  for (const bool heldOut : {true, false}) {
    if (heldOut && !words.hasHeldOut) continue;
    for (const LaneId lane : kLanes) {
      const LaneRecord& record = records_[laneIndex(lane)];
      const QString kind = !words.hasHeldOut ? QString() : heldOut ? tr(" held-out") : tr(" train");
      const QString label = divergedAt_[laneIndex(lane)] ? QString() : laneLetter(lane) + kind;
      scene.curves.push_back({heldOut ? record.heldOut(metric_) : record.training(metric_),
                              static_cast<int>(laneIndex(lane)), heldOut, label});
    }
  }
  for (const LaneId lane : kLanes) {
    const CurveData& curve = *records_[laneIndex(lane)].training(metric_);
    const auto& step = divergedAt_[laneIndex(lane)];
    if (!step || curve.empty()) continue;
    scene.stops.push_back(
        {curve.x().back(), curve.y().back(), tr("%1 stopped at %2").arg(laneLetter(lane), countText(*step))});
  }
  return scene;
}

CurveFigure ChartStrip::figure() const {
  return curveFigure(scene(), plot_->xShown(), plot_->yShown());
}

void ChartStrip::rebuildScene() {
  const bool offersDecades = chartWords(metric_).linearScale.has_value();
  logValuesToggle_->setVisible(offersDecades);  // its place stays free, so that nothing moves
  plot_->setScene(scene());
  refreshReadout();
  update();
}

void ChartStrip::updateMarks() {
  plot_->setHead(head());
  const bool stopped = divergedAt_[0].has_value() || divergedAt_[1].has_value();
  if (stopped) plot_->setStops(scene().stops);
}

void ChartStrip::refreshReadout() {
  const QString words = chartWords(metric_, records_[0].lossIsRelative()).axis + QStringLiteral(": ");
  plot_->setAccessibleDescription(words + readoutText(readout(theme_.theme())));
  placeReadout();
  update(readoutRect().toAlignedRect());
}

// Numbers that change live are painted at most ten times a second.
void ChartStrip::queueReadout() {
  if (!readoutTimer_.isActive()) readoutTimer_.start(theme_.theme().motion(Motion::ReadoutInterval));
}

ReadoutRows ChartStrip::readout(const Theme& theme) const {
  std::optional<double> place = plot_->cursor();
  if (!place && shownStep_) place = static_cast<double>(*shownStep_);
  return chartReadout(records_, metric_, {place, head(), plot_->readers()}, budget_, theme);
}

QRectF ChartStrip::headerRoom() const {
  const Theme& theme = theme_.theme();
  const double left = tabs_->geometry().right() + theme.u(3);
  const double right = logValuesToggle_->geometry().left() - theme.u(3);
  return {left, 0, std::max(0.0, right - left), static_cast<double>(theme.height(Height::ChartHeader))};
}

QRectF ChartStrip::readoutRect() const {
  if (rowsBelow_ == 0) return headerRoom();
  const Theme& theme = theme_.theme();
  const int margin = stageMargin(*this, theme), header = theme.height(Height::ChartHeader);
  return QRectF(margin, header, std::max(0, width() - 2 * margin), readoutHeight());
}

int ChartStrip::readoutHeight() const {
  return rowsBelow_ * theme_.theme().u(kReadoutRowU);
}

// Two places compared need more room than a narrow header has.
void ChartStrip::placeReadout() {
  const Theme& theme = theme_.theme();
  const ReadoutRows rows = readout(theme);
  const double whole = width() - 2.0 * stageMargin(*this, theme);
  const bool fits = rows.size() < 2 || readoutWidth(rows, theme) <= headerRoom().width();
  const int below = fits ? 0 : static_cast<int>(fittedReadout(rows, whole, theme).size());
  if (below == rowsBelow_) return;
  rowsBelow_ = below;
  layParts();
  updateGeometry();
  update();
  Q_EMIT heightChanged();
}

void ChartStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& theme = theme_.theme();
  drawEdge(painter, rect(), Qt::TopEdge, theme.colour(Colour::Line));
  const QRectF room = readoutRect();
  const ReadoutRows rows = readout(theme);
  paintReadoutRows(painter, room, rowsBelow_ > 0 ? fittedReadout(rows, room.width(), theme) : rows, theme);
}

void ChartStrip::layParts() {
  const Theme& theme = theme_.theme();
  const int margin = stageMargin(*this, theme);
  const int header = theme.height(Height::ChartHeader);
  const QSize tabs = tabs_->sizeHint();
  const int line = 1;
  tabs_->setGeometry(margin, line, tabs.width(), header - line);
  int right = width() - margin;
  for (QToolButton* button : {gridToggle_, logToggle_, logValuesToggle_}) {
    button->setFont(theme.font(FontRole::Small));
    const QSize size(button->sizeHint().width(), theme.height(Height::Toggle));
    button->setGeometry(right - size.width(), (header - size.height()) / 2, size.width(), size.height());
    right -= size.width() + theme.u(3);
  }
  const int top = header + readoutHeight();
  plot_->setGeometry(margin, top, std::max(0, width() - 2 * margin), std::max(0, height() - top));
}

void ChartStrip::resizeEvent(QResizeEvent*) {
  layParts();
  placeReadout();
}

QSize ChartStrip::sizeHint() const {
  return {plot_->sizeHint().width(), plot_->sizeHint().height() + theme_.theme().height(Height::ChartHeader)};
}

QSize ChartStrip::minimumSizeHint() const {
  return {plot_->minimumSizeHint().width(),
          plot_->minimumSizeHint().height() + theme_.theme().height(Height::ChartHeader) + readoutHeight()};
}

}  // namespace kernelscope::ui
