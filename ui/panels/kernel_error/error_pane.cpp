#include "ui/panels/kernel_error/error_pane.h"

#include "ui/panels/kernel_error/gram_row.h"
#include "ui/panels/kernel_error/segment_line.h"
#include "ui/panels/stage_margin.h"
#include "ui/plots/study_plot.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/themed_label.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kSmallestErrorChart = 0.42;  // of the height
constexpr double kKeepRange = 0.6;            // shown range of values: how much of it must still be used

// The range shown before stays where the new one fits into it and fills most of it, so that moving a slider
// does not shake the axis.
AxisRange steadied(const AxisRange& needed, const AxisRange& before, bool logarithmic) {
  const bool fits = needed.lower >= before.lower && needed.upper <= before.upper;
  if (!fits || !isShowable(before, logarithmic)) return needed;
  const auto length = [&](const AxisRange& range) {
    return logarithmic ? std::log(range.upper / range.lower) : range.upper - range.lower;
  };
  return length(needed) >= kKeepRange * length(before) ? before : needed;
}

}  // namespace

ErrorPane::ErrorPane(const ThemeController& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), controls_(new QWidget(this)) {
  auto* row = new QHBoxLayout(controls_);
  row->setContentsMargins({});
  plot_ = new StudyPlot(theme, this);
  plot_->setAccessibleName(tr("Error against m"));
  readout_ = new SegmentLine(
      theme,
      [this](const Theme& look) {
        std::vector<TextSegment> all = errorReadout(study_, view_.quantity, plot_->cursor(), look);
        if (study_.methods() > 2 && !headerHasRoom()) all.clear();  // it stands above the plot
        return all;
      },
      controls_);
  row->addWidget(readout_, 1);
  deviation_ = new QToolButton(controls_);
  deviation_->setText(tr("Std"));
  deviation_->setToolTip(
      tr("Standard deviation of the estimates, measured and predicted, instead of the mean relative error"));
  deviation_->setCheckable(true);
  deviation_->setProperty("toggle", true);
  deviation_->setAccessibleName(tr("Standard deviation"));
  row->addWidget(deviation_);
  logX_ = addToggle(tr("Log x"), tr("Features in equal ratios (L)"), &ErrorView::logX);
  logY_ = addToggle(tr("Log y"), tr("Values in decades (Shift+L)"), &ErrorView::logY);
  grid_ = addToggle(tr("Grid"), tr("Vertical grid lines (G)"), &ErrorView::grid);
  cautions_ = new ThemedLabel(theme, FontRole::Small, Colour::Text, this);
  cautions_->setWordWrap(true);
  cautions_->hide();
  longReadout_ = new SegmentLine(
      theme,
      [this](const Theme& look) { return errorReadout(study_, view_.quantity, plot_->cursor(), look); },
      this);
  longReadout_->setAttribute(Qt::WA_TransparentForMouseEvents);
  longReadout_->hide();
  gram_ = new GramRow(theme, this);
  connect(deviation_, &QToolButton::toggled, this, [this](bool on) {
    ErrorView view = view_;
    view.quantity = on ? ErrorQuantity::Deviation : ErrorQuantity::MeanError;
    setView(view);
    Q_EMIT touched(on ? QStringLiteral("view:deviation") : QStringLiteral("view:error"));
  });
  connect(plot_, &StudyPlot::cursorMoved, this, &ErrorPane::refreshReadout);
  connect(plot_, &StudyPlot::chosen, this, [this](double m) {
    Q_EMIT touched(QStringLiteral("view:error"));
    Q_EMIT featuresChosen(static_cast<int>(m));
  });
  connect(gram_, &GramRow::touched, this, &ErrorPane::touched);
  connect(gram_, &GramRow::heightChanged, this, &ErrorPane::layParts);
  showToggles();
  theme.follow(this, [this] {
    controls_->layout()->setSpacing(theme_.theme().u(2.5));
    for (QToolButton* button : {deviation_, logX_, logY_, grid_}) {
      button->setFont(theme_.theme().font(FontRole::Small));
      button->setFixedHeight(theme_.theme().height(Height::Toggle));
    }
    layParts();
  });
}

QToolButton* ErrorPane::addToggle(const QString& text, const QString& help, bool ErrorView::*part) {
  auto* button = new QToolButton(controls_);
  button->setText(text);
  button->setToolTip(help);
  button->setAccessibleName(text);
  button->setAccessibleDescription(help);
  button->setCheckable(true);
  button->setProperty("toggle", true);
  controls_->layout()->addWidget(button);
  connect(button, &QToolButton::toggled, this, [this, part](bool on) {
    ErrorView view = view_;
    view.*part = on;
    setView(view);
  });
  return button;
}

void ErrorPane::setStudy(const KernelStudy& study) {
  study_ = study;
  std::vector<double> stops;
  if (study_) stops.assign(study_.report->features.begin(), study_.report->features.end());
  plot_->setStops(std::move(stops));
  gram_->setStudy(study_);
  const QString cautions = errorCautions(study_).join(QLatin1Char('\n'));
  cautions_->setText(cautions);
  cautions_->setVisible(!cautions.isEmpty());
  refresh();
  layParts();
}

void ErrorPane::setView(const ErrorView& view) {
  if (view == view_) return;
  view_ = view;
  showToggles();
  refresh();
}

void ErrorPane::showToggles() {
  deviation_->setChecked(view_.quantity == ErrorQuantity::Deviation);
  logX_->setChecked(view_.logX);
  logY_->setChecked(view_.logY);
  grid_->setChecked(view_.grid);
}

void ErrorPane::refresh() {
  StudyChart chart = errorChart(study_, view_);
  const StudyChart& before = plot_->chart();
  if (before.y.title == chart.y.title && before.y.logarithmic == chart.y.logarithmic)
    chart.y.range = steadied(chart.y.range, before.y.range, view_.logY);
  plot_->setChart(std::move(chart));
  refreshReadout();
}

// For every method; the name of the quantity may go.
bool ErrorPane::headerHasRoom() const {
  const Theme& theme = theme_.theme();
  std::vector<TextSegment> values = errorReadout(study_, view_.quantity, plot_->cursor(), theme);
  if (!values.empty()) values.pop_back();
  return segmentsWidth(values, theme) <= readout_->width();
}

void ErrorPane::refreshReadout() {
  readout_->refresh();
  longReadout_->refresh();
  longReadout_->setVisible(study_.methods() > 2 && !headerHasRoom());
  plot_->setAccessibleDescription(longReadout_->text());
}

void ErrorPane::layParts() {
  const Theme& theme = theme_.theme();
  const int margin = stageMargin(*this, theme), inner = std::max(0, width() - 2 * margin);
  const int gap = theme.u(1);
  const int note = cautions_->isHidden() ? 0 : cautions_->heightForWidth(inner) + gap;
  cautions_->setGeometry(margin, gap, inner, note - gap);
  const int chart = static_cast<int>(kSmallestErrorChart * height());
  const int wanted = gram_->preferredHeight(width());
  const int row = std::clamp(wanted, 0, std::max(0, height() - chart));
  plot_->setGeometry(margin, note, inner, std::max(0, height() - row - note));
  gram_->setGeometry(0, height() - row, width(), row);
  const int title = QFontMetrics(theme.font(FontRole::Small)).horizontalAdvance(plot_->chart().y.title);
  const int left = margin + title + theme.u(4);
  longReadout_->setGeometry(left, note, std::max(0, width() - margin - left), theme.u(5));
  longReadout_->raise();
  refreshReadout();
}

void ErrorPane::resizeEvent(QResizeEvent*) {
  layParts();
}

QAbstractButton& ErrorPane::logXToggle() const {
  return *logX_;
}
QAbstractButton& ErrorPane::logYToggle() const {
  return *logY_;
}
QAbstractButton& ErrorPane::gridToggle() const {
  return *grid_;
}
QAbstractButton& ErrorPane::deviationToggle() const {
  return *deviation_;
}

QString ErrorPane::readout() const {
  return longReadout_->text();
}

QString ErrorPane::cautions() const {
  return cautions_->text();
}

}  // namespace kernelscope::ui
