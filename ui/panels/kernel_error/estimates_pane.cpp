#include "ui/panels/kernel_error/estimates_pane.h"

#include "ui/panels/kernel_error/gram_picture.h"
#include "ui/panels/kernel_error/segment_line.h"
#include "ui/panels/kernel_error/study_figures.h"
#include "ui/panels/stage_margin.h"
#include "ui/plots/study_plot.h"
#include "ui/theme/theme_controller.h"

#include <QHBoxLayout>
#include <algorithm>

namespace kernelscope::ui {

StudyChart scatterChart(const KernelStudy& study) {
  StudyChart chart;
  chart.x = {EstimatesPane::tr("exact K"), {0, 1}, false, TickKind::Numbers};
  chart.y = {EstimatesPane::tr("mean estimate, bars 10 to 90\u00A0%"), {0, 1}, false, TickKind::Numbers};
  if (!study) return chart;
  const std::vector<double>& exact = study.report->exact;
  for (std::size_t i = 0; i < study.methods(); ++i) {
    StudyCurve points{static_cast<int>(i), CurveLook::Points, {}, study.names[i].both()};
    const std::vector<EstimateRange>& ranges = study.report->methods[i].ranges;
    for (std::size_t p = 0; p < ranges.size(); ++p) {
      points.points << QPointF(exact[p], ranges[p].mean);
      points.bars.push_back({ranges[p].low, ranges[p].high});
    }
    chart.curves.push_back(points);
  }
  chart.y.range = rangeOfValues(chart, false);
  const auto [least, most] = std::minmax_element(exact.begin(), exact.end());
  const double room = std::max(0.05 * (*most - *least), 1e-6);
  chart.x.range = {*least - room, *most + room};
  const QPolygonF agreement(
      {QPointF(chart.x.range.lower, chart.x.range.lower), QPointF(chart.x.range.upper, chart.x.range.upper)});
  chart.curves.insert(chart.curves.begin(),
                      {0, CurveLook::Reference, agreement, EstimatesPane::tr("estimate = exact")});
  return chart;
}

EstimatesPane::EstimatesPane(const ThemeController& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), controls_(new QWidget(this)) {
  auto* row = new QHBoxLayout(controls_);
  row->setContentsMargins({});
  words_ = new SegmentLine(
      theme,
      [this](const Theme& look) -> std::vector<TextSegment> {
        return {{histogramWords(study_), look.colour(Colour::TextSecondary), false, {}}};
      },
      controls_);
  row->addWidget(words_, 1);
  histogram_ = new StudyPlot(theme, this);
  histogram_->setAccessibleName(tr("Histogram of the estimates"));
  scatter_ = new StudyPlot(theme, this);
  scatter_->setAccessibleName(tr("Estimates against exact values"));
  scatter_->hide();
  table_ = new StudyTable(theme, this);
  theme.follow(this, [this] { layParts(); });
}

void EstimatesPane::setStudy(const KernelStudy& study) {
  study_ = study;
  words_->refresh();
  histogram_->setChart(histogramChart(study_, false));
  scatter_->setChart(scatterChart(study_));
  scatter_->setVisible(study_ && study_.report->pairs.size() > 1);
  histogram_->setAccessibleDescription(histogramWords(study_));
  scatter_->setAccessibleDescription(
      tr("Mean estimate of each pair with its 10 to 90\u00A0% range against the exact value"));
  table_->setContent(estimatesTable(study_));
  layParts();
}

void EstimatesPane::layParts() {
  const Theme& theme = theme_.theme();
  const int margin = stageMargin(*this, theme), inner = std::max(0, width() - 2 * margin);
  const int table = std::min(table_->sizeHint().height(), height() / 2);
  const int plots = std::max(0, height() - table - theme.u(5));
  const int gap = theme.u(3);
  const bool both = !scatter_->isHidden();
  const int first = both ? (inner - gap) / 2 : inner;
  histogram_->setGeometry(margin, 0, first, plots);
  scatter_->setGeometry(margin + first + gap, 0, std::max(0, inner - first - gap), plots);
  table_->setGeometry(margin, plots + theme.u(2), inner, table);
}

void EstimatesPane::resizeEvent(QResizeEvent*) {
  layParts();
}

}  // namespace kernelscope::ui
