#include "ui/pages/stage_controls.h"

#include "ui/command_registry.h"
#include "ui/forms/form_row.h"
#include "ui/forms/schema_form.h"
#include "ui/models/config_model.h"
#include "ui/pages/hold_keys.h"
#include "ui/panels/crop_band.h"
#include "ui/panels/set_up_panel.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/tile_navigation.h"
#include "ui/plots/field_tile.h"
#include "ui/presenters/run_presenter.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/segment_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>
#include <array>
#include <utility>

namespace kernelscope::ui {

namespace {

constexpr auto kCropPointer = "/image/crop";
constexpr auto kSourcePointer = "/image/source";

constexpr std::array<std::pair<const char*, int>, 3> kQueries = {
    {{command::kQueryPixels, 1}, {command::kQueryTwice, 2}, {command::kQueryFourTimes, 4}}};
constexpr std::array<std::pair<const char*, StageMode>, 4> kModeCommands = {
    {{command::kStageTiles, StageMode::Tiles},
     {command::kStageWipe, StageMode::Wipe},
     {command::kStageBlink, StageMode::Blink},
     {command::kDifference, StageMode::Difference}}};

}  // namespace

StageControls::StageControls(const ThemeController& theme, CommandRegistry& commands, ConfigModel& model,
                             RunPresenter& presenter, StageTiles& tiles, SetUpPanel& setUp, QWidget& window,
                             QObject* parent)
    : QObject(parent),
      theme_(theme),
      commands_(commands),
      model_(model),
      presenter_(presenter),
      tiles_(tiles),
      setUp_(setUp) {
  buildQueryButton();
  buildModeBar();
  connectCommands();
  fillTileMenus();
  auto* hold = new HoldKeys(window, this);
  connect(hold, &HoldKeys::heldChanged, &tiles_, &StageTiles::setHeld);
  connect(&model_, &ConfigModel::documentChanged, this, &StageControls::showCropState);
  connect(&presenter_, &RunPresenter::dataChanged, this, [this] {
    endCrop();
    showCropState();
  });
  setQuery(1);
  showMode();
  showCropState();
}

QStringList StageControls::commands() {
  QStringList ids{QString::fromLatin1(command::kCrop), QString::fromLatin1(command::kWholePicture)};
  for (const auto& [id, mode] : kModeCommands) ids << QString::fromLatin1(id);
  for (const auto& [id, points] : kQueries) ids << QString::fromLatin1(id);
  return ids;
}

// A button that opens a list of commands.
QToolButton* StageControls::menuButton(const QString& name, const QString& help, const QStringList& entries) {
  auto* button = new QToolButton;
  button->setPopupMode(QToolButton::InstantPopup);
  button->setFocusPolicy(Qt::TabFocus);
  button->setAccessibleName(name);
  button->setToolTip(help);
  auto* menu = new QMenu(button);
  for (const QString& id : entries) menu->addAction(commands_.action(id));
  button->setMenu(menu);
  return button;
}

void StageControls::buildQueryButton() {
  QStringList entries;
  for (const auto& [id, points] : kQueries) entries << QString::fromLatin1(id);
  query_ =
      menuButton(tr("Points between pixels"),
                 tr("Ask the networks between the pixels, too: 2 × 2 or 4 × 4 points for each pixel. The "
                    "picture itself knows nothing there and stays in pixels."),
                 entries);
}

void StageControls::buildModeBar() {
  modes_ = new SegmentBar;
  modes_->setAccessibleName(tr("How the lanes are compared"));
  modes_->addSegment(tr("Tiles"), tr("Target, A and B side by side"));
  modes_->addSegment(tr("Wipe"), tr("A and B in one picture, divided by a line that you can drag"));
  modes_->addSegment(tr("Blink"), tr("A and B in turn, a change every second"));
  modes_->addSegment(tr("A−B"), tr("Lane A minus lane B, on a scale of its own (D)"));
  connect(modes_, &SegmentBar::selected, this,
          [this](int index) { setMode(kStageModes[static_cast<std::size_t>(index)]); });
  QStringList entries;
  for (const auto& [id, mode] : kModeCommands) entries << QString::fromLatin1(id);
  modeButton_ = menuButton(tr("How the lanes are compared"),
                           tr("Side by side, in one picture, in turn, or A minus B"), entries);
}

QWidget* StageControls::queryButton() {
  return query_;
}

QWidget* StageControls::modeBar() {
  return modes_;
}

QWidget* StageControls::modeButton() {
  return modeButton_;
}

void StageControls::connectCommands() {
  const auto on = [this](const char* id, auto slot) {
    connect(commands_.action(QString::fromLatin1(id)), &QAction::triggered, this, slot);
  };
  for (const auto& [id, mode] : kModeCommands) {
    on(id, [this, mode = mode] {
      const bool back = mode == StageMode::Difference && tiles_.mode() == mode;
      setMode(back ? before_ : mode);
    });
  }
  for (const auto& [id, points] : kQueries) on(id, [this, points = points] { setQuery(points); });
  on(command::kCrop, [this] { startCrop(); });
  on(command::kWholePicture, [this] { model_.setValue(kCropPointer, nullptr); });
  commands_.addKeyNote({tr("View"), tr("1, 2, 3 held"), tr("Show only lane A, lane B or the target")});
  commands_.addKeyNote(
      {tr("View"), tr("Wheel, + and −"), tr("Enlarge the pictures, make them smaller (on a tile)")});
  commands_.addKeyNote({tr("View"), tr("Arrows"), tr("Move the probe, with Ctrl what is seen (on a tile)")});
}

// The context menus of the tiles; whoever has more to offer adds to them.
void StageControls::fillTileMenus() {
  const auto add = [this](QWidget& widget, std::initializer_list<const char*> ids) {
    for (const char* id : ids) widget.addAction(commands_.action(QString::fromLatin1(id)));
  };
  auto* copy = new QAction(tr("Copy value"), this);
  copy->setToolTip(tr("Copy what the probe reads"));
  connect(copy, &QAction::triggered, this,
          [this] { QGuiApplication::clipboard()->setText(tiles_.probeWords()); });
  for (const std::size_t place : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
    FieldTile& tile = tiles_.tile(place);
    add(tile, {command::kFit});
    tile.addAction(copy);
    add(tile, {command::kExplain});
    if (place == 0) {
      add(tile, {command::kCrop, command::kWholePicture});
    } else {
      add(tile, {command::kQueryPixels, command::kQueryTwice, command::kQueryFourTimes});
    }
  }
  if (FormRow* row = setUp_.form().row(kSourcePointer)) add(*row, {command::kCrop, command::kWholePicture});
}

void StageControls::setView(FieldView view) {
  for (const auto& [id, points] : kQueries)
    commands_.setPossible(QString::fromLatin1(id), hasValuesBetweenPixels(view));
  query_->setEnabled(hasValuesBetweenPixels(view));
  if (view == FieldView::Spectrum) endCrop();
  showCropState();
}

void StageControls::setMode(StageMode mode) {
  if (mode == StageMode::Difference && tiles_.mode() != mode) before_ = tiles_.mode();
  tiles_.setMode(mode);
  showMode();
}

void StageControls::showMode() {
  modes_->setCurrentIndex(static_cast<int>(tiles_.mode()));
  modeButton_->setText(modes_->text(modes_->currentIndex()));
  for (const auto& [id, mode] : kModeCommands)
    commands_.action(QString::fromLatin1(id))->setChecked(mode == tiles_.mode());
}

void StageControls::setQuery(int pointsPerPixel) {
  presenter_.setQuery(pointsPerPixel);
  tiles_.setQueryWanted(pointsPerPixel);
  query_->setText(tr("%1×").arg(pointsPerPixel));
  query_->setAccessibleDescription(tr("%1 by %1 points for each pixel").arg(pointsPerPixel));
  for (const auto& [id, points] : kQueries)
    commands_.action(QString::fromLatin1(id))->setChecked(points == pointsPerPixel);
}

void StageControls::showCropState() {
  const bool there = presenter_.data().dataset != nullptr && tiles_.view() != FieldView::Spectrum;
  commands_.setPossible(QString::fromLatin1(command::kCrop), there);
  commands_.setPossible(QString::fromLatin1(command::kWholePicture), model_.config().image.crop.has_value());
}

void StageControls::startCrop() {
  const auto data = presenter_.data().dataset;
  if (crop_ != nullptr) return crop_->setFocus(Qt::OtherFocusReason);
  if (data == nullptr) return;
  const PictureOrigin origin = data->origin();
  crop_ = new CropBand(theme_, tiles_.tile(0), {data->width(), data->height()},
                       {origin.x, origin.y, origin.width, origin.height});
  connect(crop_, &CropBand::cancelled, this, &StageControls::endCrop);
  connect(crop_, &CropBand::applied, this, [this](const QRect& cut) {
    endCrop();
    model_.setValue(kCropPointer,
                    {{"x", cut.x()}, {"y", cut.y()}, {"width", cut.width()}, {"height", cut.height()}});
  });
  connect(&tiles_, &StageTiles::tilesChanged, crop_, &CropBand::followTile);
}

void StageControls::endCrop() {
  if (crop_ == nullptr) return;
  crop_->hide();
  crop_->deleteLater();
  crop_.clear();
  tiles_.tile(0).setFocus(Qt::OtherFocusReason);
}

}  // namespace kernelscope::ui
