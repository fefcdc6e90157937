#include "ui/pages/experiment_files.h"

#include "engine/config/config_codec.h"
#include "engine/core/file_io.h"
#include "engine/run/metrics_csv.h"
#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/presenters/run_presenter.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/status_strip.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTime>
#include <QUndoStack>
#include <array>
#include <utility>

namespace kernelscope::ui {

namespace {

constexpr auto kFilesKey = "files";

std::filesystem::path pathOf(const QString& text) {
  return std::filesystem::path(text.toStdString());
}

QString nameOf(const QString& path) {
  return QFileInfo(path).fileName();
}

struct FigureKind {
  FigurePart part;
  const char* words;
  const char* fileName;
};
// The kinds of figure, as the file dialog offers them.
constexpr std::array<FigureKind, 5> kFigures = {{
    {FigurePart::Page, QT_TRANSLATE_NOOP("kernelscope::ui::ExperimentFiles", "Tiles and curves"), "stage"},
    {FigurePart::Target, QT_TRANSLATE_NOOP("kernelscope::ui::ExperimentFiles", "Target tile"), "target"},
    {FigurePart::LaneA, QT_TRANSLATE_NOOP("kernelscope::ui::ExperimentFiles", "Tile of lane A"), "lane-a"},
    {FigurePart::LaneB, QT_TRANSLATE_NOOP("kernelscope::ui::ExperimentFiles", "Tile of lane B"), "lane-b"},
    {FigurePart::Chart, QT_TRANSLATE_NOOP("kernelscope::ui::ExperimentFiles", "Curves"), "curves"},
}};

}  // namespace

ExperimentFiles::ExperimentFiles(const ThemeController& theme, ApplicationSettings& settings,
                                 MainWindow& window, ConfigModel& model, RunPresenter& presenter,
                                 StageColumn& stage, BannerHost& banners, QObject* parent)
    : QObject(parent),
      theme_(theme),
      settings_(settings),
      window_(window),
      model_(model),
      presenter_(presenter),
      stage_(stage),
      banners_(banners) {
  connectCommands();
  connect(&window_, &MainWindow::openFileRequested, this, &ExperimentFiles::openPath);
  connect(&model_, &ConfigModel::fileChanged, this, &ExperimentFiles::showTitle);
  connect(&model_.undoStack(), &QUndoStack::cleanChanged, this, &ExperimentFiles::showTitle);
  showTitle();
}

void ExperimentFiles::connectCommands() {
  const auto on = [this](const char* id, void (ExperimentFiles::*slot)()) {
    connect(window_.commands().action(QString::fromLatin1(id)), &QAction::triggered, this, slot);
  };
  on(command::kOpen, &ExperimentFiles::open);
  on(command::kSave, &ExperimentFiles::save);
  on(command::kSaveAs, &ExperimentFiles::saveAs);
  on(command::kExportFigure, &ExperimentFiles::exportFigure);
  on(command::kExportNumbers, &ExperimentFiles::exportNumbers);
  on(command::kCopySetUp, &ExperimentFiles::copySetUp);
}

void ExperimentFiles::say(const QString& title, const QString& detail) {
  BannerMessage message;
  message.kind = BannerKind::Error;
  message.title = title;
  message.detail = detail;
  message.key = QString::fromLatin1(kFilesKey);
  banners_.post(message);
}

bool ExperimentFiles::attempt(const QString& title, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    say(title, QString::fromUtf8(error.what()));
    return false;
  }
  banners_.withdraw(QString::fromLatin1(kFilesKey));
  return true;
}

QFileDialog* ExperimentFiles::dialog(const QString& title, const QString& filters, const char* purpose,
                                     bool saving) {
  const QString key = QString::fromLatin1(purpose);
  auto* dialog = new QFileDialog(&window_, title, settings_.folder(key), filters);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(saving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
  dialog->setAcceptMode(saving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, key](const QString& path) { settings_.setFolder(key, QFileInfo(path).absolutePath()); });
  return dialog;
}

void ExperimentFiles::open() {
  QFileDialog* ask =
      dialog(tr("Open an experiment or a picture"),
             tr("Experiments and pictures (*.json *.png *.jpg *.jpeg *.pgm *.ppm);;"
                "Experiments (*.json);;Pictures (*.png *.jpg *.jpeg *.pgm *.ppm);;All files (*)"),
             "open", false);
  connect(ask, &QFileDialog::fileSelected, this, &ExperimentFiles::openPath);
  ask->open();
}

void ExperimentFiles::openPicture() {
  QFileDialog* ask = dialog(tr("Open a picture"),
                            tr("Pictures (*.png *.jpg *.jpeg *.pgm *.ppm);;All files (*)"), "open", false);
  connect(ask, &QFileDialog::fileSelected, this, &ExperimentFiles::takePicture);
  ask->open();
}

void ExperimentFiles::openPath(const QString& path) {
  if (path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)) {
    openExperiment(path);
  } else {
    takePicture(path);
  }
}

void ExperimentFiles::openExperiment(const QString& path) {
  const QString title = tr("%1 cannot be opened.").arg(nameOf(path));
  attempt(title, [&] {
    const ExperimentConfig config = loadExperiment(pathOf(path));
    presenter_.prepare(config, [this, path, title] {
      const bool opened = attempt(title, [&] { model_.loadFile(pathOf(path)); });
      if (!opened) return;
      window_.noteRecentFile(path);
      presenter_.play();
    });
  });
}

// The crop of another picture would not fit this one.
void ExperimentFiles::takePicture(const QString& path) {
  banners_.withdraw(QString::fromLatin1(kFilesKey));
  ExperimentConfig config = model_.config();
  config.image.source = QFileInfo(path).absoluteFilePath().toStdString();
  config.image.crop.reset();
  presenter_.prepare(config, [this, config, path] {
    model_.setConfig(config, tr("open %1").arg(nameOf(path)));
    window_.noteRecentFile(path);
    presenter_.play();
  });
}

void ExperimentFiles::save() {
  if (model_.file().empty()) return saveAs();
  saveTo(QString::fromStdString(model_.file().string()));
}

void ExperimentFiles::saveAs() {
  QFileDialog* ask = dialog(tr("Save the experiment"), tr("Experiments (*.json)"), "open", true);
  ask->setDefaultSuffix(QStringLiteral("json"));
  if (!model_.file().empty()) {
    ask->selectFile(QString::fromStdString(model_.file().string()));
  } else {
    ask->selectFile(QStringLiteral("experiment.json"));
  }
  connect(ask, &QFileDialog::fileSelected, this, &ExperimentFiles::saveTo);
  ask->open();
}

void ExperimentFiles::saveTo(const QString& path) {
  const bool saved =
      attempt(tr("%1 could not be saved.").arg(nameOf(path)), [&] { model_.saveFile(pathOf(path)); });
  if (!saved) return;
  window_.noteRecentFile(path);
  window_.status().setSaved(tr("Saved %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss"))));
}

void ExperimentFiles::exportFigure() {
  QStringList filters;
  for (const FigureKind& kind : kFigures) filters << tr("%1 (*.png)").arg(tr(kind.words));
  QFileDialog* ask = dialog(tr("Export figure"), filters.join(QStringLiteral(";;")), "export", true);
  ask->setDefaultSuffix(QStringLiteral("png"));
  ask->setLabelText(QFileDialog::FileType, tr("Figure:"));
  const auto nameFor = [](qsizetype index) {
    return QStringLiteral("kernelscope-%1.png")
        .arg(QLatin1String(kFigures[static_cast<std::size_t>(index)].fileName));
  };
  ask->selectFile(nameFor(0));
  connect(ask, &QFileDialog::filterSelected, ask, [ask, filters, nameFor](const QString& filter) {
    ask->selectFile(nameFor(std::max<qsizetype>(filters.indexOf(filter), 0)));
  });
  connect(ask, &QFileDialog::fileSelected, this, [this, ask, filters](const QString& path) {
    const qsizetype index = std::max<qsizetype>(filters.indexOf(ask->selectedNameFilter()), 0);
    attempt(tr("%1 could not be written.").arg(nameOf(path)), [&] {
      const Theme look = theme_.exportTheme();
      const FigurePart part = kFigures[static_cast<std::size_t>(index)].part;
      savePng(drawFigure(figuresOf(stage_, look), part, look), pathOf(path));
    });
  });
  ask->open();
}

void ExperimentFiles::exportNumbers() {
  const auto record = [this](LaneId lane) {
    const auto& told = presenter_.snapshot(lane);
    return told ? told->history : MetricHistory();
  };
  const std::array<MetricHistory, 2> lanes = {record(LaneId::A), record(LaneId::B)};
  const auto rows = static_cast<std::int64_t>(lanes[0].size() + lanes[1].size());
  QFileDialog* ask = dialog(tr("Export numbers: %1 rows, every recorded step").arg(countText(rows)),
                            tr("Comma-separated values (*.csv)"), "export", true);
  ask->setDefaultSuffix(QStringLiteral("csv"));
  ask->selectFile(QStringLiteral("metrics.csv"));
  connect(ask, &QFileDialog::fileSelected, this, [this, lanes](const QString& path) {
    attempt(tr("%1 could not be written.").arg(nameOf(path)),
            [&] { writeFileAtomically(pathOf(path), metricsCsv(lanes)); });
  });
  ask->open();
}

void ExperimentFiles::copySetUp() {
  QGuiApplication::clipboard()->setText(QString::fromStdString(experimentText(model_.config())));
}

void ExperimentFiles::showTitle() {
  const std::filesystem::path& file = model_.file();
  const QString name =
      file.empty() ? tr("Untitled experiment") : QString::fromStdString(file.filename().string());
  window_.setDocument(name, !model_.undoStack().isClean());
}

}  // namespace kernelscope::ui
