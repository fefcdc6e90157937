#include "ui/pages/experiment_files.h"

#include "engine/config/config_codec.h"
#include "engine/config/set_up_code.h"
#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/presenters/run_presenter.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/status_strip.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTime>
#include <QUndoStack>
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

}  // namespace

ExperimentFiles::ExperimentFiles(ApplicationSettings& settings, MainWindow& window, ConfigModel& model,
                                 RunPresenter& presenter, BannerHost& banners, QObject* parent)
    : QObject(parent),
      settings_(settings),
      window_(window),
      model_(model),
      presenter_(presenter),
      banners_(banners) {
  connectCommands();
  connect(&window_, &MainWindow::openFileRequested, this, &ExperimentFiles::openPath);
  connect(&model_, &ConfigModel::fileChanged, this, &ExperimentFiles::showTitle);
  connect(&model_.undoStack(), &QUndoStack::indexChanged, this, &ExperimentFiles::showTitle);
  showTitle();
}

void ExperimentFiles::connectCommands() {
  const auto on = [this](const char* id, void (ExperimentFiles::*slot)()) {
    connect(window_.commands().action(QString::fromLatin1(id)), &QAction::triggered, this, slot);
  };
  on(command::kOpen, &ExperimentFiles::open);
  on(command::kSave, &ExperimentFiles::save);
  on(command::kSaveAs, &ExperimentFiles::saveAs);
  on(command::kCopySetUp, &ExperimentFiles::copySetUp);
  on(command::kPasteSetUp, &ExperimentFiles::pasteSetUp);
}

bool ExperimentFiles::attempt(const QString& title, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    banners_.say(BannerKind::Error, QString::fromLatin1(kFilesKey), title, QString::fromUtf8(error.what()));
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

void ExperimentFiles::copySetUp() {
  QGuiApplication::clipboard()->setText(QString::fromStdString(setUpCode(model_.config())));
}

void ExperimentFiles::pasteSetUp() {
  openText(QGuiApplication::clipboard()->text());
}

void ExperimentFiles::openText(const QString& text) {
  attempt(tr("The copied text cannot be opened as a set-up."), [&] {
    const ExperimentConfig config = experimentOfText(text.toStdString());
    presenter_.prepare(config, [this, config] {
      model_.setConfig(config, tr("paste set-up"));
      presenter_.play();
    });
  });
}

void ExperimentFiles::showTitle() {
  const std::filesystem::path& file = model_.file();
  const QString name =
      file.empty() ? tr("Untitled experiment") : QString::fromStdString(file.filename().string());
  window_.setDocument(name, model_.modified());
}

}  // namespace kernelscope::ui
