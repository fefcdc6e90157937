#include "ui/panels/stage_tiles.h"

#include "ui/panels/stage_margin.h"
#include "ui/plots/field_image.h"
#include "ui/plots/field_tile.h"
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

namespace kernelscope::ui {

namespace {

std::array<GrowingLimits, kFieldViews> limitsOfViews() {
  const auto of = [](FieldView view) { return GrowingLimits(fieldViewLook(view).sign); };
  return {of(FieldView::Value), of(FieldView::Gradient), of(FieldView::Laplacian), of(FieldView::Error)};
}

QString limitText(double limit) {
  return limit == std::round(limit) ? decimalText(limit, 0) : significantText(limit, 2);
}

MapName themedMap(MapName map, const Theme& theme) {
  return map == MapName::SignedLight ? theme.signedMap() : map;
}

}  // namespace

StageTiles::StageTiles(const ThemeController& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), limits_(limitsOfViews()) {
  for (FieldTile*& tile : tiles_) {
    tile = new FieldTile(theme, this);
    connect(tile, &FieldTile::probeMoved, this, &StageTiles::setProbe);
  }
  setAccessibleName(tr("Stage"));
  theme.follow(this, [this] {
    layTiles();
    renderTiles();
    updateGeometry();
  });
}

void StageTiles::setView(FieldView view) {
  if (view_ == view) return;
  view_ = view;
  fitLimits();
}

void StageTiles::setTarget(const TileContent& content, std::shared_ptr<const Observation> fields) {
  tiles_[kTarget]->setContent(content);
  fields_[kTarget] = std::move(fields);
  takeField(kTarget);
}

void StageTiles::setTargetPixels(std::int64_t trained, std::int64_t heldOut) {
  tiles_[kTarget]->setRows({{tr("trained"), tr("%1\u00A0px").arg(countText(trained)), std::nullopt},
                            {tr("held out"), tr("%1\u00A0px").arg(countText(heldOut)), std::nullopt}});
}

void StageTiles::setLane(const TileContent& content, std::shared_ptr<const Observation> fields) {
  const std::size_t tile = tileOf(content.lane.value_or(LaneId::A));
  tiles_[tile]->setContent(content);
  if (fields_[tile] == fields) return refreshSummary(tile);
  fields_[tile] = std::move(fields);
  takeField(tile);
}

void StageTiles::setCosts(LaneId lane, std::int64_t parameters, std::optional<double> millisecondsPerStep) {
  costs_[laneIndex(lane)] = {parameters, millisecondsPerStep};
  refreshCosts();
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
    tiles_[tileOf(lane)]->setRows({parameters, time});
  }
}

const Field2d* StageTiles::fieldOf(std::size_t tile) const {
  if (!fields_[tile]) return nullptr;
  const FieldViewLook& look = fieldViewLook(view_);
  const Field2d* field = fields_[tile]->find(tile == kTarget ? look.targetFieldName : look.fieldName);
  return field != nullptr && !field->empty() ? field : nullptr;
}

// A new field: the limits grow if they must, and then every tile is drawn again.
void StageTiles::takeField(std::size_t tile) {
  const Field2d* field = fieldOf(tile);
  GrowingLimits& limits = limits_[static_cast<std::size_t>(view_)];
  const FieldRange before = limits.range();
  if (field != nullptr && !(tile == kTarget && view_ == FieldView::Error)) limits.include(*field);
  if (limits.range().maximum != before.maximum) return renderTiles();
  renderTile(tile);
}

FieldImage StageTiles::render(std::size_t tile, const Theme& theme) const {
  const Field2d* field = fieldOf(tile);
  if (field == nullptr) return {};
  // Beside the errors the target keeps showing itself.
  const bool asPicture = tile == kTarget && view_ == FieldView::Error;
  const MapName map = asPicture ? MapName::Value : themedMap(fieldViewLook(view_).map, theme);
  FieldImage image =
      renderField(*field, asPicture ? FieldRange{0, 1} : limits(), ColorMap(theme.colourMap(map)),
                  {theme.colour(Colour::Diverged), theme.colour(Colour::Stage)});
  if (asPicture) image.clippedCells = 0;
  return image;
}

void StageTiles::renderTile(std::size_t tile) {
  const FieldImage image = render(tile, theme_.theme());
  clipped_[tile] = image.clippedCells;
  tiles_[tile]->setSamples(image.image);
  if (!probe_ && !image.image.isNull()) setProbe({image.image.width() / 2, image.image.height() / 2});
  refreshSummary(tile);
  update();
}

void StageTiles::renderTiles() {
  for (std::size_t i = 0; i < tiles_.size(); ++i) renderTile(i);
}

void StageTiles::fitLimits() {
  GrowingLimits& limits = limits_[static_cast<std::size_t>(view_)];
  limits.reset();
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    const Field2d* field = fieldOf(i);
    if (field != nullptr && !(i == kTarget && view_ == FieldView::Error)) limits.include(*field);
  }
  renderTiles();
}

FieldRange StageTiles::limits() const {
  return limits_[static_cast<std::size_t>(view_)].range();
}

void StageTiles::setProbe(QPoint sample) {
  if (probe_ == sample) return;
  probe_ = sample;
  for (FieldTile* tile : tiles_) tile->setProbe(probe_);
  update(stageGeometry(theme_.theme(), area()).readout.toAlignedRect());
  Q_EMIT probeMoved(sample);
}

void StageTiles::refreshSummary(std::size_t tile) {
  const TileContent& content = tiles_[tile]->view().content;
  const Field2d* field = fieldOf(tile);
  QStringList words;
  if (field != nullptr) {
    words << tr("%1, %2 by %3 samples")
                 .arg(fieldViewWords(view_, field->channels == 3))
                 .arg(field->width)
                 .arg(field->height);
  }
  if (!content.metricText.isEmpty()) words << content.metricText + QLatin1Char(' ') + content.metricUnit;
  for (const QString& text : {content.heldOutText, content.plateText}) {
    if (!text.isEmpty()) words << text;
  }
  tiles_[tile]->setSummary(words.join(QStringLiteral(", ")));
}

StageReadout StageTiles::readout(const Theme& theme) const {
  StageReadout result;
  const FieldRange range = limits();
  result.lower = limitText(static_cast<double>(range.minimum));
  result.upper = limitText(static_cast<double>(range.maximum));
  result.map = ColorMap(theme.colourMap(themedMap(fieldViewLook(view_).map, theme)));
  const Field2d* any = nullptr;
  for (const std::size_t i : {std::size_t{1}, std::size_t{2}, kTarget}) {
    if (any == nullptr && !(i == kTarget && view_ == FieldView::Error)) any = fieldOf(i);
  }
  const QString words = fieldViewWords(view_, any != nullptr && any->channels == 3);
  const QString unit =
      any != nullptr && view_ != FieldView::Value ? QString::fromStdString(any->unit) : QString();
  result.description =
      (unit.isEmpty() ? words : words + QStringLiteral(", ") + unit) + tr(", one scale for all tiles");
  const std::int64_t beyond = clipped_[0] + clipped_[1] + clipped_[2];
  if (beyond > 0) result.description = words + tr(", one scale, %1 samples beyond").arg(countText(beyond));
  if (!probe_) return result;
  result.probe.push_back({tr("Probe (%1, %2)").arg(probe_->x()).arg(probe_->y()), theme.colour(Colour::Text),
                          true, tr("Probe (%1, %2)").arg(any ? any->width : 0).arg(any ? any->height : 0)});
  const QString names[] = {tr("target"), QStringLiteral("A"), QStringLiteral("B")};
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    const Field2d* field = fieldOf(i);
    const QString value = field ? sampleText(view_, *field, probe_->x(), probe_->y()) : missingNumber();
    const QString limit = significantText(static_cast<double>(-range.maximum) * 1.111, 3);
    QStringList widest(field ? field->channels : 1,
                       range.minimum < 0 || range.maximum > 1 ? limit : decimalText(-0.88, 2));
    result.probe.push_back({names[i] + QLatin1Char(' ') + value,
                            i == kTarget ? theme.colour(Colour::Text) : theme.laneText(kLanes[i - 1]), false,
                            names[i] + QLatin1Char(' ') + widest.join(QLatin1Char(' '))});
  }
  return result;
}

StageFigure StageTiles::figure(const Theme& theme) const {
  StageFigure result;
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    result.tiles[i] = tiles_[i]->view();
    result.tiles[i].focused = false;
    result.tiles[i].samples = render(i, theme).image;
  }
  result.readout = readout(theme);
  return result;
}

QRectF StageTiles::area() const {
  const int margin = stageMargin(*this, theme_.theme());
  return QRectF(rect()).adjusted(margin, 0, -margin, 0);
}

int StageTiles::preferredHeight(int width) const {
  return stageHeight(theme_.theme(), width - 2 * stageMargin(*this, theme_.theme()));
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
  const StageGeometry geometry = stageGeometry(theme_.theme(), area());
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->setGeometry(geometry.tiles[i].toRect());
}

void StageTiles::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintReadout(painter, stageGeometry(theme_.theme(), area()).readout, readout(theme_.theme()),
               theme_.theme());
}

void StageTiles::mouseDoubleClickEvent(QMouseEvent* event) {
  const QRectF line = stageGeometry(theme_.theme(), area()).readout;
  if (line.contains(event->position())) fitLimits();
}

bool StageTiles::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const StageReadout content = readout(theme_.theme());
  const QRectF bar = colorBarRect(theme_.theme(), stageGeometry(theme_.theme(), area()).readout, content);
  const bool over = bar.adjusted(-4, -4, 4, 4).contains(help->pos());
  QToolTip::showText(help->globalPos(),
                     over ? tr("Limits grow by themselves. Double-click to fit them again.") : QString(),
                     this);
  return true;
}

}  // namespace kernelscope::ui
