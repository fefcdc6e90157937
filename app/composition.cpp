#include "app/composition.h"

#include "engine/config/presets.h"
#include "engine/config/set_up_code.h"
#include "engine/core/compute_pool.h"
#include "ui/pages/example_menu.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/status_strip.h"

#include <QFileInfo>
#include <QMenuBar>
#include <QStandardPaths>
#include <QUndoStack>
#include <algorithm>
#include <utility>

namespace kernelscope {

namespace {

ExperimentConfig firstExperiment(const CommandLine& line) {
  ExperimentConfig config = defaultExperiment();
  if (line.cpu) config.backend = "cpu";
  return config;
}

bool isPreset(const QString& name) {
  return std::ranges::any_of(listPresets(),
                             [&](const PresetInfo& preset) { return preset.name == name.toStdString(); });
}

}  // namespace

Composition::Composition(const CommandLine& line)
    : line_(line),
      settings_(line.screenshot.isEmpty() ? ui::ApplicationSettings::defaultFile()
                                          : scratch_.filePath(QStringLiteral("settings.ini"))),
      pool_(std::make_shared<ComputePool>(availableThreads())),
      model_(firstExperiment(line)),
      presenter_(pool_),
      studies_(pool_) {
  theme_.install();
  window_ = std::make_unique<ui::MainWindow>(theme_, settings_);
  files_ = std::make_unique<ui::ExperimentFiles>(settings_, *window_);
  page_ = std::make_unique<ui::ImageFieldPage>(theme_, settings_, *window_, *files_, model_, presenter_);
  studyPage_ = std::make_unique<ui::KernelErrorPage>(theme_, settings_, *window_, *files_, study_, studies_);
  window_->addPage(*page_);
  window_->addPage(*studyPage_);
  QMenuBar& bar = *window_->menuBar();
  bar.insertMenu(bar.actions().constLast(), new ui::ExampleMenu(*files_, &bar));  // before Help
  if (!line.page.isEmpty() && !window_->openPage(line.page))
    throw UsageError{
        QStringLiteral("--page is \"%1\"; expected %2 or %3").arg(line.page, page_->id(), studyPage_->id())};
  window_->status().setDevices(ui::MainWindow::tr("CPU %1 threads").arg(pool_->threads()),
                               ui::MainWindow::tr("No GPU"));
  applyLook();
}

void Composition::applyLook() {
  window_->restorePlace();
  if (line_.size) window_->resize(*line_.size);
  if (line_.theme.isEmpty()) return;
  theme_.setChoice(ui::themeChoiceFromName(line_.theme));
  const char* command =
      line_.theme == QLatin1String("dark") ? ui::command::kThemeDark : ui::command::kThemeLight;
  window_->commands().action(QString::fromLatin1(command))->setChecked(true);
}

void Composition::open() {
  window_->show();
  window_->setFocus();  // no control is chosen before the user chooses one
  if (!line_.autorun) presenter_.pause();
  if (!line_.experiment.isEmpty()) {
    openExperiment(line_.experiment);
  } else if (!line_.subject.isEmpty()) {
    openSubject();
  }
  openedAt_ = model_.undoStack().index();
  if (line_.screenshot.isEmpty()) keepJournal();
  if (window_->currentPage() == page_.get()) return startRun();
  QObject::connect(window_.get(), &ui::MainWindow::pageChanged, page_.get(), [this] {
    if (window_->currentPage() == page_.get()) startRun();
  });
}

void Composition::startRun() {
  const bool first = !std::exchange(runStarted_, true);
  if (first && presenter_.phase() == ui::RunPhase::Idle) presenter_.start(model_.config());
}

void Composition::keepJournal() {
  const QString place = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
  const std::filesystem::path root = std::filesystem::path(place.toStdString()) / "recovery";
  journal_ = std::make_unique<ui::SessionJournal>(presenter_, root);
  recovery_ = std::make_unique<ui::RecoveryOffer>(*journal_, model_, presenter_, page_->banners());
  journal_->begin();
}

void Composition::openSubject() {
  const bool isExperiment = line_.subject.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
  if (isExperiment || isPreset(line_.subject) || isSetUpCode(line_.subject.toStdString()))
    return openExperiment(line_.subject);
  ExperimentConfig config = model_.config();
  config.image.source = QFileInfo(line_.subject).absoluteFilePath().toStdString();
  model_.setConfig(config, ui::MainWindow::tr("open %1").arg(QFileInfo(line_.subject).fileName()));
}

void Composition::openExperiment(const QString& nameOrPath) {
  try {
    const bool isFile = !isPreset(nameOrPath) && !isSetUpCode(nameOrPath.toStdString());
    const ExperimentDocument document = loadDocumentOrPreset(nameOrPath.toStdString());
    ui::DocumentPage* page = files_->pageOf(document.task());
    if (page == nullptr) return;
    window_->openPage(page->id());
    if (isFile) return page->document().open(document, nameOrPath.toStdString());
    page->document().setDocument(document, nameOrPath);
  } catch (const std::exception& error) {
    window_->currentPage()->banners().say(
        ui::BannerKind::Error, {},
        ui::MainWindow::tr("%1 cannot be opened.").arg(QFileInfo(nameOrPath).fileName()),
        QString::fromUtf8(error.what()));
  }
}

bool Composition::close() {
  using namespace std::chrono_literals;
  const bool ended = presenter_.shutDown(3s);
  const bool unsaved = model_.modified() && model_.undoStack().index() != openedAt_;
  if (journal_) journal_->end(unsaved ? &model_.config() : nullptr);
  return ended;
}

}  // namespace kernelscope
