// The part of ImageFieldPage that it shares with other pages in turn: commands, what is shown of them while
// the page is in front, and the experiments it takes over.

#include "engine/config/config_codec.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/pages/clock_controls.h"
#include "ui/pages/control_menus.h"
#include "ui/pages/image_field_page.h"
#include "ui/pages/run_export.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/widgets/transport_bar.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QUndoStack>
#include <utility>

namespace kernelscope::ui {

void ImageFieldPage::connectCommands() {
  const auto on = [this](const char* id, std::function<void(bool checked)> slot) {
    window_.onCommand(*this, id, *this, std::move(slot));
  };
  on(command::kPlayPause, [this](bool) { playOrPause(); });
  on(command::kStep, [this](bool) { presenter_.singleStep(); });
  on(command::kReset, [this](bool) { presenter_.restart(); });
  on(command::kNewSeed,
     [this](bool) { model_.setValue("/seed", QRandomGenerator::global()->bounded(1, 10000)); });
  on(command::kUndo, [this](bool) { model_.undoStack().undo(); });
  on(command::kRedo, [this](bool) { model_.undoStack().redo(); });
  on(command::kExportFigure, [this](bool) { exports_->present(ExportKind::Figure); });
  on(command::kExportNumbers, [this](bool) { exports_->present(ExportKind::Numbers); });
  on(command::kExportWeights, [this](bool) { exports_->present(ExportKind::Weights); });
  ChartStrip& chart = stage_->chart();
  on(command::kLogAxis, [&chart](bool logarithmic) { chart.setLogX(logarithmic); });
  on(command::kLogValues, [&chart](bool logarithmic) { chart.setLogValues(logarithmic); });
  on(command::kGrid, [&chart](bool shown) { chart.setGrid(shown); });
  on(command::kFit, [this, &chart](bool) {
    chart.fit();
    stage_->tiles().fitLimits();
    stage_->tiles().fitPicture();
  });
  for (auto changed : {&ChartStrip::logXChanged, &ChartStrip::logValuesChanged, &ChartStrip::gridChanged})
    connect(&chart, changed, this, &ImageFieldPage::showToggles);
  showToggles();
  connect(&window_.transport(), &TransportBar::seedChosen, this, [this](quint64 seed) {
    if (window_.isInFront(*this)) model_.setValue("/seed", seed);
  });
}

void ImageFieldPage::showToggles() {
  if (!window_.isInFront(*this)) return;
  const ChartStrip& chart = stage_->chart();
  const auto show = [this](const char* id, bool on) {
    window_.commands().action(QString::fromLatin1(id))->setChecked(on);
    window_.commands().setPossible(QString::fromLatin1(id), true);
  };
  show(command::kLogAxis, chart.logX());
  show(command::kLogValues, chart.logValues());
  show(command::kGrid, chart.grid());
}

void ImageFieldPage::showUndo() {
  if (!window_.isInFront(*this)) return;
  window_.commands().setPossible(QString::fromLatin1(command::kUndo), model_.undoStack().canUndo());
  window_.commands().setPossible(QString::fromLatin1(command::kRedo), model_.undoStack().canRedo());
}

void ImageFieldPage::setInFront(bool inFront) {
  display_->setInFront(inFront);
  if (!inFront) return;
  showUndo();
  showToggles();
  clock_->showRace();
  giveSeedMenu(window_.transport(), model_, [this](const QString& topic) { showExplain(topic); });
}

DocumentModel& ImageFieldPage::document() {
  return model_;
}

void ImageFieldPage::takeDocument(const ExperimentDocument& document, const std::filesystem::path& file,
                                  const QString& text, std::function<void()> taken) {
  presenter_.prepare(trainingConfig(document), [this, document, file, text, taken = std::move(taken)] {
    if (file.empty()) {
      model_.setDocument(document, text);
    } else {
      model_.open(document, file);
    }
    presenter_.play();
    taken();
  });
}

// The crop of another picture would not fit this one.
void ImageFieldPage::takePicture(const QString& path, std::function<void()> taken) {
  ExperimentConfig config = model_.config();
  config.image.source = QFileInfo(path).absoluteFilePath().toStdString();
  config.image.crop.reset();
  presenter_.prepare(config, [this, config, path, taken = std::move(taken)] {
    model_.setConfig(config, tr("open %1").arg(QFileInfo(path).fileName()));
    presenter_.play();
    taken();
  });
}

}  // namespace kernelscope::ui
