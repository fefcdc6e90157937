#include "ui/panels/stage_tiles.h"

#include "ui/panels/comparison_view.h"
#include "ui/panels/stage_margin.h"
#include "ui/panels/stage_readout.h"
#include "ui/panels/tile_navigation.h"
#include "ui/panels/wipe_divider.h"
#include "ui/plots/field_tile.h"
#include "ui/plots/text_segments.h"
#include "ui/plots/value_text.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

namespace kernelscope::ui {

StageTiles::StageTiles(const ThemeController& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), navigation_(new TileNavigation(this)) {
  for (FieldTile*& tile : tiles_) {
    tile = new FieldTile(theme, this);
    navigation_->follow(*tile);
  }
  dividerHandle_ = new WipeDivider(theme, *tiles_[1]);
  dividerHandle_->hide();
  connect(dividerHandle_, &WipeDivider::moved, this, &StageTiles::setDivider);
  connect(tiles_[1], &FieldTile::clicked, this, [this] {
    if (blinksByHand()) changeBlinkLane();
  });
  connect(navigation_, &TileNavigation::windowChanged, this, &StageTiles::refresh);
  connect(navigation_, &TileNavigation::probeChanged, this, [this] {
    refresh();
    Q_EMIT probeMoved(navigation_->probePixel().value_or(QPoint()));
  });
  blinkTimer_.setInterval(kBlinkMilliseconds);
  connect(&blinkTimer_, &QTimer::timeout, this, &StageTiles::changeBlinkLane);
  setAccessibleName(tr("Stage"));
  theme.follow(this, [this] {
    layTiles();
    restartBlink();
    renderAll();
    updateGeometry();
  });
}

void StageTiles::setView(FieldView view) {
  if (fields_.view() == view) return;
  fields_.setView(view);
  renderAll();
}

void StageTiles::setMode(StageMode mode) {
  if (mode_ == mode) return;
  mode_ = mode;
  blinkLane_ = LaneId::A;
  restartBlink();
  tiles_[2]->setVisible(!compares());
  layTiles();
  refresh();
  Q_EMIT modeChanged();
}

void StageTiles::setHeld(std::optional<StageSource> held) {
  if (held_ == held) return;
  held_ = held;
  refresh();
}

void StageTiles::setDivider(double place) {
  divider_ = std::clamp(place, 0.0, 1.0);
  refresh();
}

bool StageTiles::blinksByHand() const {
  return mode_ == StageMode::Blink && theme_.reducedMotion();
}

void StageTiles::restartBlink() {
  navigation_->setPinsByClick(!blinksByHand());
  if (mode_ == StageMode::Blink && !blinksByHand())
    blinkTimer_.start();
  else
    blinkTimer_.stop();
}

void StageTiles::changeBlinkLane() {
  blinkLane_ = blinkLane_ == LaneId::A ? LaneId::B : LaneId::A;
  if (!held_) refresh();
}

void StageTiles::setTarget(const TileContent& content, std::shared_ptr<const Observation> fields) {
  source(StageSource::Target).content = content;
  takeFields(StageSource::Target, std::move(fields));
}

void StageTiles::setTargetPixels(std::int64_t trained, std::int64_t heldOut) {
  source(StageSource::Target).rows = {
      {tr("trained"), tr("%1\u00A0px").arg(countText(trained)), std::nullopt},
      {tr("held out"), tr("%1\u00A0px").arg(countText(heldOut)), std::nullopt}};
  refresh();
}

void StageTiles::setLane(const TileContent& content, std::shared_ptr<const Observation> fields) {
  const StageSource lane = sourceOf(content.lane.value_or(LaneId::A));
  source(lane).content = content;
  if (fields_.observation(lane) == fields) return refresh();
  takeFields(lane, std::move(fields));
}

void StageTiles::setCosts(LaneId lane, std::int64_t parameters, std::optional<double> millisecondsPerStep) {
  costs_[laneIndex(lane)] = {parameters, millisecondsPerStep};
  refreshCosts();
}

void StageTiles::setQueryWanted(int pointsPerPixel) {
  queryWanted_ = pointsPerPixel;
  refresh();
}

void StageTiles::refreshCosts() {
  const double mostParameters = static_cast<double>(std::max(costs_[0].parameters, costs_[1].parameters));
  const double mostTime = std::max(costs_[0].milliseconds.value_or(0), costs_[1].milliseconds.value_or(0));
  for (const LaneId lane : kLanes) {
    const Costs& costs = costs_[laneIndex(lane)];
    TileRow parameters{tr("parameters"), countText(costs.parameters), 0.0};
    if (mostParameters > 0) parameters.share = static_cast<double>(costs.parameters) / mostParameters;
    TileRow time{tr("per step"), missingNumber(), 0.0};
    if (costs.milliseconds) {
      time.text = millisecondsText(*costs.milliseconds);
      if (mostTime > 0) time.share = *costs.milliseconds / mostTime;
    }
    source(sourceOf(lane)).rows = {parameters, time};
  }
  refresh();
}

// A new field: the limits grow if they must, and then every picture is drawn again.
void StageTiles::takeFields(StageSource from, std::shared_ptr<const Observation> fields) {
  const bool grew = fields_.take(from, std::move(fields));
  navigation_->setGrid(fields_.pixels(), fields_.samplesPerPixel());
  if (grew) return renderAll();
  renderSource(from);
  refresh();
}

void StageTiles::renderSource(StageSource from) {
  const FieldImage image = fields_.picture(from, theme_.theme());
  clipped_[sourceIndex(from)] = image.clippedCells;
  source(from).samples = image.image;
  differenceStale_ = true;
}

void StageTiles::renderAll() {
  navigation_->setGrid(fields_.pixels(), fields_.samplesPerPixel());
  for (const StageSource each : kStageSources) renderSource(each);
  refresh();
}

void StageTiles::fitLimits() {
  fields_.fitLimits();
  renderAll();
}

void StageTiles::fitPicture() {
  navigation_->fit();
}

// The target says what it is where the lanes show something else: no error of its own, no values between its
// pixels, frequencies instead of a name.
TileView StageTiles::sourceView(StageSource from, const Theme& theme) {
  TileView view = source(from);
  if (&theme != &theme_.theme()) view.samples = fields_.picture(from, theme).image;
  if (from != StageSource::Target) return view;
  TileContent& content = view.content;
  if (fields_.view() == FieldView::Error) {
    content.plate = PlateKind::Notice;
    content.plateText = tr("The picture itself, 0 to 1");
  } else if (fields_.view() == FieldView::Spectrum && !fields_.pixels().isEmpty()) {
    content.layersText = frequencyWords(fields_.pixels(), navigation_->window());
  } else if (fields_.samplesPerPixel() > 1) {
    content.plate = PlateKind::Notice;
    content.plateText = tr("Pixels: nothing between them");
  }
  if (mode_ == StageMode::Difference && fields_.view() != FieldView::Spectrum) {
    const StageReadout scale = stageReadout(fields_, *navigation_, {}, theme);
    content.heldOutText = tr("%1 to %2").arg(scale.lower, scale.upper);
  }
  return view;
}

QString StageTiles::differenceSteps() const {
  const auto &a = fields_.observation(StageSource::LaneA), &b = fields_.observation(StageSource::LaneB);
  if (!a || !b || a->step == b->step) return {};
  return tr("steps %1 and %2").arg(countText(a->step), countText(b->step));
}

QImage StageTiles::differencePicture(const Theme& theme) {
  if (&theme != &theme_.theme()) return fields_.differencePicture(theme).image;
  if (std::exchange(differenceStale_, false)) differenceImage_ = fields_.differencePicture(theme).image;
  return differenceImage_;
}

TileView StageTiles::comparedView(const Theme& theme) {
  const TileView a = sourceView(StageSource::LaneA, theme), b = sourceView(StageSource::LaneB, theme);
  switch (mode_) {
    case StageMode::Wipe:
      return wipeView(a, b, divider_);
    case StageMode::Blink:
      return blinkView(blinkLane_ == LaneId::A ? a : b, blinksByHand());
    case StageMode::Difference:
    case StageMode::Tiles:
      break;
  }
  return differenceView(a, b, differencePicture(theme), fields_.difference().rootMeanSquare,
                        fieldViewUnit(fields_.view()), differenceSteps());
}

TileView StageTiles::withNavigation(TileView view) const {
  view.window = navigation_->window();
  view.probe = navigation_->probePlace();
  view.pinned = navigation_->pinned();
  view.zeroTicks = fields_.view() == FieldView::Spectrum;
  return view;
}

TileView StageTiles::shownView(std::size_t place, const Theme& theme) {
  if (held_) return sourceView(*held_, theme);
  if (place == 1 && compares()) return comparedView(theme);
  return sourceView(kStageSources[place], theme);
}

void StageTiles::refresh() {
  const Theme& theme = theme_.theme();
  for (std::size_t place = 0; place < tileCount(); ++place) {
    const TileView view = withNavigation(shownView(place, theme));
    tiles_[place]->setView(view);
    const StageSource shown =
        held_.value_or(view.content.lane ? sourceOf(*view.content.lane) : StageSource::Target);
    tiles_[place]->setSummary(tileSummary(view, fields_, fields_.field(shown)));
  }
  dividerHandle_->setVisible(mode_ == StageMode::Wipe && !held_);
  dividerHandle_->setPlace(divider_);
  update();
  Q_EMIT tilesChanged();
}

StageReadout StageTiles::readout(const Theme& theme) {
  ReadoutOptions options;
  options.difference = mode_ == StageMode::Difference && !held_;
  options.queryWanted = queryWanted_;
  if (!options.difference) options.beyond = clipped_[0] + clipped_[1] + clipped_[2];
  return stageReadout(fields_, *navigation_, options, theme);
}

std::optional<QPoint> StageTiles::probe() const {
  return navigation_->probePixel();
}

void StageTiles::setProbe(QPoint pixel) {
  navigation_->setProbe(pixel);
}

QString StageTiles::probeWords() {
  return segmentsText(readout(theme_.theme()).probe);
}

StageFigure StageTiles::figure(const Theme& theme) {
  StageFigure result;
  for (const StageSource each : kStageSources)
    result.tiles[sourceIndex(each)] = withNavigation(sourceView(each, theme));
  if (compares()) result.compared = withNavigation(comparedView(theme));
  result.readout = readout(theme);
  result.picture = source(StageSource::Target).content.layersText;
  return result;
}

QRectF StageTiles::area() const {
  const int margin = stageMargin(*this, theme_.theme());
  return QRectF(rect()).adjusted(margin, 0, -margin, 0);
}

int StageTiles::preferredHeight(int width) const {
  return stageHeight(theme_.theme(), width - 2 * stageMargin(*this, theme_.theme()), tileCount());
}

int StageTiles::heightWithin(int width, int height) const {
  const int margin = stageMargin(*this, theme_.theme());
  const QRectF area(0, 0, width - 2 * margin, height);
  const double used = stageGeometry(theme_.theme(), area, tileCount()).readout.bottom();
  return std::min(height, static_cast<int>(std::ceil(used)));
}

QSize StageTiles::sizeHint() const {
  const int width = isVisible() ? this->width() : theme_.theme().u(180);
  return {width, preferredHeight(width)};
}

QSize StageTiles::minimumSizeHint() const {
  const Theme& theme = theme_.theme();
  return {theme.u(90), smallestStageHeight(theme)};
}

void StageTiles::resizeEvent(QResizeEvent*) {
  layTiles();
}

void StageTiles::layTiles() {
  const StageGeometry geometry = stageGeometry(theme_.theme(), area(), tileCount());
  for (std::size_t i = 0; i < tileCount(); ++i) tiles_[i]->setGeometry(geometry.tiles[i].toRect());
  dividerHandle_->setPlace(divider_);
  Q_EMIT tilesChanged();
}

void StageTiles::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Theme& theme = theme_.theme();
  paintReadout(painter, stageGeometry(theme, area(), tileCount()).readout, readout(theme), theme);
}

void StageTiles::mouseDoubleClickEvent(QMouseEvent* event) {
  const QRectF line = stageGeometry(theme_.theme(), area(), tileCount()).readout;
  if (line.contains(event->position())) fitLimits();
}

bool StageTiles::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const StageReadout content = readout(theme_.theme());
  const QRectF line = stageGeometry(theme_.theme(), area(), tileCount()).readout;
  const bool over = line.contains(help->pos());
  QToolTip::showText(help->globalPos(),
                     over ? content.description +
                                tr(".\nOne unit is half the width of the picture. Limits grow by themselves; "
                                   "double-click to fit them again.")
                          : QString(),
                     this);
  return true;
}

}  // namespace kernelscope::ui
