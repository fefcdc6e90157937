#include "ui/panels/kernel_error/spectrum_pane.h"

#include "ui/panels/kernel_error/segment_line.h"
#include "ui/panels/stage_margin.h"
#include "ui/plots/pens.h"
#include "ui/plots/study_plot.h"
#include "ui/plots/value_text.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kSmallestShown = 1e-6;  // of the largest

QPolygonF spectrumPoints(const std::vector<double>& values) {
  QPolygonF points;
  double index = 1;
  for (const double value : values) points << QPointF(index++, value);
  return points;
}

QToolButton* spectrumToggle(const QString& text, const QString& help, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setText(text);
  button->setToolTip(help);
  button->setAccessibleName(text);
  button->setAccessibleDescription(help);
  button->setCheckable(true);
  button->setProperty("toggle", true);
  parent->layout()->addWidget(button);
  return button;
}

}  // namespace

StudyChart spectrumChart(const KernelStudy& study, bool logY, bool grid) {
  StudyChart chart;
  chart.x = {SpectrumPane::tr("index"), {1, 40}, false, TickKind::Counts};
  chart.y = {SpectrumPane::tr("singular value"), {1e-6, 1}, logY, TickKind::Numbers};
  chart.verticalGrid = grid;
  if (!study || study.report->gram.empty()) return chart;
  const std::vector<double>& exact = study.report->gram.singularValues;
  chart.x.range = {1, std::max(2.0, static_cast<double>(exact.size()))};
  for (std::size_t i = 0; i < study.methods(); ++i) {
    const GramEstimate& gram = study.report->methods[i].gram;
    const auto series = static_cast<int>(i);
    const QString& letter = study.names[i].letter;
    chart.curves.push_back(
        {series, CurveLook::Line, spectrumPoints(gram.singularValues), study.names[i].both()});
    chart.curves.push_back({series, CurveLook::Thin, spectrumPoints(gram.differenceSingularValues),
                            SpectrumPane::tr("%1 − exact").arg(letter)});
  }
  chart.curves.push_back({0, CurveLook::Line, spectrumPoints(exact), {}});
  chart.y.range = rangeOfValues(chart, logY);
  if (logY && chart.y.range.lower < kSmallestShown * chart.y.range.upper)
    chart.y.range.lower = kSmallestShown * chart.y.range.upper;
  chart.curves.back().look = CurveLook::Reference;
  chart.curves.back().label = SpectrumPane::tr("exact");
  chart.note =
      SpectrumPane::tr("one draw, m = %1").arg(countText(study.report->methods.front().gram.features));
  return chart;
}

std::vector<TextSegment> spectrumReadout(const KernelStudy& study, std::optional<double> index,
                                         const Theme& theme) {
  if (!study || study.report->gram.empty()) return {};
  const std::vector<double>& exact = study.report->gram.singularValues;
  const auto place = static_cast<std::size_t>(index.value_or(1)) - 1;
  if (place >= exact.size()) return {};
  const QColor text = theme.colour(Colour::Text);
  std::vector<TextSegment> segments = {
      {SpectrumPane::tr("%1 of %2").arg(place + 1).arg(exact.size()), text, true, {}},
      {SpectrumPane::tr("exact %1").arg(significantText(exact[place], 3)), text, false, {}}};
  for (std::size_t i = 0; i < study.methods(); ++i) {
    const std::vector<double>& values = study.report->methods[i].gram.singularValues;
    if (place < values.size())
      segments.push_back({study.names[i].letter + QLatin1Char(' ') + significantText(values[place], 3),
                          seriesTextColour(theme, static_cast<int>(i)),
                          false,
                          {}});
  }
  return segments;
}

SpectrumPane::SpectrumPane(const ThemeController& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), controls_(new QWidget(this)) {
  auto* row = new QHBoxLayout(controls_);
  row->setContentsMargins({});
  plot_ = new StudyPlot(theme, this);
  plot_->setAccessibleName(tr("Singular values"));
  readout_ = new SegmentLine(
      theme, [this](const Theme& look) { return spectrumReadout(study_, plot_->cursor(), look); }, controls_);
  row->addWidget(readout_, 1);
  logY_ = spectrumToggle(tr("Log y"), tr("Values in decades (Shift+L)"), controls_);
  grid_ = spectrumToggle(tr("Grid"), tr("Vertical grid lines (G)"), controls_);
  logY_->setChecked(true);
  connect(logY_, &QToolButton::toggled, this, &SpectrumPane::refresh);
  connect(grid_, &QToolButton::toggled, this, &SpectrumPane::refresh);
  connect(plot_, &StudyPlot::cursorMoved, readout_, &SegmentLine::refresh);
  theme.follow(this, [this] {
    controls_->layout()->setSpacing(theme_.theme().u(2.5));
    for (QToolButton* button : {logY_, grid_}) {
      button->setFont(theme_.theme().font(FontRole::Small));
      button->setFixedHeight(theme_.theme().height(Height::Toggle));
    }
    layParts();
  });
}

void SpectrumPane::setStudy(const KernelStudy& study) {
  if (study && study.report->preview && study_.methods() == study.methods()) return;
  study_ = study;
  std::vector<double> stops;
  const std::size_t count = study_ ? study_.report->gram.singularValues.size() : 0;
  for (std::size_t i = 1; i <= count; ++i) stops.push_back(static_cast<double>(i));
  plot_->setStops(std::move(stops));
  refresh();
}

void SpectrumPane::refresh() {
  plot_->setChart(spectrumChart(study_, logY_->isChecked(), grid_->isChecked()));
  readout_->refresh();
  plot_->setAccessibleDescription(readout_->text());
}

void SpectrumPane::layParts() {
  const int margin = stageMargin(*this, theme_.theme());
  plot_->setGeometry(margin, 0, std::max(0, width() - 2 * margin), height());
}

void SpectrumPane::resizeEvent(QResizeEvent*) {
  layParts();
}

QAbstractButton& SpectrumPane::logYToggle() const {
  return *logY_;
}
QAbstractButton& SpectrumPane::gridToggle() const {
  return *grid_;
}

QString SpectrumPane::readout() const {
  return readout_->text();
}

}  // namespace kernelscope::ui
