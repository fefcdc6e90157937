#include "ui/pages/experiment_files.h"

#include "engine/config/set_up_code.h"
#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/document_model.h"
#include "ui/pages/document_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/status_strip.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTime>
#include <QUndoStack>

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

ExperimentFiles::ExperimentFiles(ApplicationSettings& settings, MainWindow& window, QObject* parent)
    : QObject(parent), settings_(settings), window_(window) {
  connectCommands();
  connect(&window_, &MainWindow::openFileRequested, this, &ExperimentFiles::openPath);
  connect(&window_, &MainWindow::pageChanged, this, &ExperimentFiles::showTitle);
}

void ExperimentFiles::addPage(DocumentPage& page) {
  pages_ << &page;
  DocumentModel& model = page.document();
  connect(&model, &DocumentModel::fileChanged, this, &ExperimentFiles::showTitle);
  connect(&model.undoStack(), &QUndoStack::indexChanged, this, &ExperimentFiles::showTitle);
  showTitle();
}

DocumentPage* ExperimentFiles::pageOf(const std::string& task) const {
  for (DocumentPage* page : pages_)
    if (page->id().toStdString() == task) return page;
  return nullptr;
}

DocumentPage* ExperimentFiles::front() const {
  if (window_.currentPage() == nullptr) return pages_.value(0);
  for (DocumentPage* page : pages_)
    if (page == window_.currentPage()) return page;
  return nullptr;
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

void ExperimentFiles::say(const QString& title, const QString& detail) {
  Page* page = window_.currentPage() != nullptr ? window_.currentPage() : front();
  if (page != nullptr) page->banners().say(BannerKind::Error, QString::fromLatin1(kFilesKey), title, detail);
}

bool ExperimentFiles::attempt(const QString& title, const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception& error) {
    say(title, QString::fromUtf8(error.what()));
    return false;
  }
  for (DocumentPage* page : pages_) page->banners().withdraw(QString::fromLatin1(kFilesKey));
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
  if (!path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)) return takePicture(path);
  attempt(tr("%1 cannot be opened.").arg(nameOf(path)),
          [&] { take(loadDocument(pathOf(path)), path, tr("open %1").arg(nameOf(path))); });
}

bool ExperimentFiles::openDocument(const ExperimentDocument& document, const QString& text) {
  return attempt(tr("%1 cannot be opened.").arg(text), [&] { take(document, {}, text); });
}

// The page comes in front first, so that what it says is seen.
void ExperimentFiles::take(const ExperimentDocument& document, const QString& path, const QString& text) {
  DocumentPage* page = pageOf(document.task());
  if (page == nullptr)
    throw ConfigError({{"/task", "got \"" + document.task() + "\", for which this window has no page"}});
  window_.openPage(page->id());
  page->takeDocument(document, pathOf(path), text, [this, path] {
    if (!path.isEmpty()) window_.noteRecentFile(path);
  });
}

void ExperimentFiles::takePicture(const QString& path) {
  for (DocumentPage* page : pages_) {
    if (!page->takesPictures()) continue;
    page->banners().withdraw(QString::fromLatin1(kFilesKey));
    window_.openPage(page->id());
    return page->takePicture(path, [this, path] { window_.noteRecentFile(path); });
  }
}

void ExperimentFiles::save() {
  if (front() == nullptr) return;
  const std::filesystem::path& file = front()->document().file();
  if (file.empty()) return saveAs();
  saveTo(QString::fromStdString(file.string()));
}

void ExperimentFiles::saveAs() {
  if (front() == nullptr) return;
  const std::filesystem::path& file = front()->document().file();
  QFileDialog* ask = dialog(tr("Save the experiment"), tr("Experiments (*.json)"), "open", true);
  ask->setDefaultSuffix(QStringLiteral("json"));
  ask->selectFile(file.empty() ? QStringLiteral("experiment.json") : QString::fromStdString(file.string()));
  connect(ask, &QFileDialog::fileSelected, this, &ExperimentFiles::saveTo);
  ask->open();
}

void ExperimentFiles::saveTo(const QString& path) {
  DocumentPage* page = front();
  if (page == nullptr) return;
  const bool saved = attempt(tr("%1 could not be saved.").arg(nameOf(path)),
                             [&] { page->document().saveFile(pathOf(path)); });
  if (!saved) return;
  window_.noteRecentFile(path);
  window_.status().setSaved(tr("Saved %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss"))));
}

void ExperimentFiles::copySetUp() {
  if (front() == nullptr) return;
  QGuiApplication::clipboard()->setText(QString::fromStdString(setUpCode(front()->document().experiment())));
}

void ExperimentFiles::pasteSetUp() {
  openText(QGuiApplication::clipboard()->text());
}

void ExperimentFiles::openText(const QString& text) {
  attempt(tr("The copied text cannot be opened as a set-up."),
          [&] { take(documentOfText(text.toStdString()), {}, tr("paste set-up")); });
}

void ExperimentFiles::showTitle() {
  if (front() == nullptr) return window_.setDocument({}, false);
  DocumentModel& model = front()->document();
  const QString name = model.file().empty() ? tr("Untitled experiment")
                                            : QString::fromStdString(model.file().filename().string());
  window_.setDocument(name, model.modified());
}

}  // namespace kernelscope::ui
