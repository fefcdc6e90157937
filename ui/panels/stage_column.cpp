#include "ui/panels/stage_column.h"

#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/time_scrubber.h"
#include "ui/theme/theme_controller.h"

#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kLowU = 90, kSparedU = 8;  // below this height the plot gives way, too

}  // namespace

StageColumn::StageColumn(const ThemeController& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      tiles_(new StageTiles(theme, this)),
      chart_(new ChartStrip(theme, this)),
      scrubber_(new TimeScrubber(theme, *chart_->plot(), this)) {
  setAutoFillBackground(true);
  connect(tiles_, &StageTiles::modeChanged, this, &StageColumn::layParts);
  connect(chart_, &ChartStrip::heightChanged, this, &StageColumn::layParts);
  theme.follow(this, [this] {
    setPalette(theme_.theme().palette(Colour::Stage));
    layParts();
    updateGeometry();
  });
}

void StageColumn::layParts() {
  const int gap = theme_.theme().u(1.5);
  const int scrubber = scrubber_->sizeHint().height();
  const int spared = height() < theme_.theme().u(kLowU) ? theme_.theme().u(kSparedU) : 0;
  const int smallestChart = chart_->minimumSizeHint().height() + scrubber - spared;
  const int wanted = tiles_->preferredHeight(width());
  int chart = std::max(smallestChart, height() - wanted - gap);
  chart = std::min(chart, std::max(smallestChart, height() / 2));
  // What the tiles do not use is the chart's, up to half.
  const int used = tiles_->heightWithin(width(), std::max(0, height() - chart - gap));
  chart = std::max(chart, std::min(height() - used - gap, height() / 2));
  const int tiles = std::max(0, height() - chart - gap);
  tiles_->setGeometry(0, 0, width(), tiles);
  chart_->setGeometry(0, height() - chart, width(), chart - scrubber);
  scrubber_->setGeometry(0, height() - scrubber, width(), scrubber);
}

void StageColumn::resizeEvent(QResizeEvent*) {
  layParts();
}

QSize StageColumn::sizeHint() const {
  return {tiles_->sizeHint().width(),
          tiles_->sizeHint().height() + chart_->sizeHint().height() + scrubber_->sizeHint().height()};
}

QSize StageColumn::minimumSizeHint() const {
  const QSize tiles = tiles_->minimumSizeHint();
  const QSize chart = chart_->minimumSizeHint();
  const int scrubber = scrubber_->sizeHint().height();
  return {std::max(tiles.width(), chart.width()),
          tiles.height() + chart.height() + scrubber + theme_.theme().u(1.5)};
}

}  // namespace kernelscope::ui
