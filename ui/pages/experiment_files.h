#pragma once
// Experiments and pictures that come into the window, each to the page of its task; the experiment of the
// page in front saved, its set-up copied as text. Everything that fails is said in a banner and leaves set-up
// and files as they were; no dialog stops a run.

#include "engine/config/experiment_document.h"

#include <QList>
#include <QObject>
#include <QString>
#include <functional>

class QFileDialog;

namespace kernelscope::ui {

class ApplicationSettings;
class BannerHost;
class DocumentModel;
class DocumentPage;
class MainWindow;

class ExperimentFiles final : public QObject {
  Q_OBJECT

 public:
  // Both must outlive it. Connects the commands of the File menu, Copy and Paste set-up.
  ExperimentFiles(ApplicationSettings& settings, MainWindow& window, QObject* parent = nullptr);

  // Called by the pages themselves; they must outlive the window's use of this.
  void addPage(DocumentPage& page);

  // A .json file is an experiment, anything else a picture. Taken over only when it can be used; the page it
  // belongs to comes in front.
  void openPath(const QString& path);
  // An experiment without a file; `text` names the undo step. False if no page takes it, which is said.
  bool openDocument(const ExperimentDocument& document, const QString& text);
  void openText(const QString& text);

  void open();
  void openPicture();
  void save();
  void saveAs();
  // The set-up as one line on the clipboard.
  void copySetUp();
  // Opens what copySetUp put there, or the JSON text of an experiment.
  void pasteSetUp();

  // The page of a task; null if there is none.
  DocumentPage* pageOf(const std::string& task) const;

 private:
  void connectCommands();
  // The page in front; null when that is none of these.
  DocumentPage* front() const;
  void take(const ExperimentDocument& document, const QString& path, const QString& text);
  void takePicture(const QString& path);
  void saveTo(const QString& path);
  void showTitle();
  QFileDialog* dialog(const QString& title, const QString& filters, const char* purpose, bool saving);
  // Runs `work`; a failure becomes a banner with this title.
  bool attempt(const QString& title, const std::function<void()>& work);
  void say(const QString& title, const QString& detail);

  ApplicationSettings& settings_;
  MainWindow& window_;
  QList<DocumentPage*> pages_;
};

}  // namespace kernelscope::ui
