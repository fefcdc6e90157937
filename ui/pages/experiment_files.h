#pragma once
// Experiments and pictures that come into the image-field page, the experiment saved, the set-up copied and
// pasted as text. Everything that fails is said in a banner and leaves set-up and files as they were; no
// dialog stops the training.

#include <QObject>
#include <QString>
#include <functional>

class QFileDialog;

namespace kernelscope::ui {

class ApplicationSettings;
class BannerHost;
class ConfigModel;
class MainWindow;
class RunPresenter;

class ExperimentFiles final : public QObject {
  Q_OBJECT

 public:
  // All must outlive it. Connects the commands of the File menu and Copy set-up.
  ExperimentFiles(ApplicationSettings& settings, MainWindow& window, ConfigModel& model,
                  RunPresenter& presenter, BannerHost& banners, QObject* parent);

  // A .json file is an experiment, anything else a picture. Taken over only when it can be used.
  void openPath(const QString& path);

  void open();
  void openPicture();
  void save();
  void saveAs();
  // The set-up as one line on the clipboard.
  void copySetUp();
  // Opens what copySetUp put there, or the JSON text of an experiment.
  void pasteSetUp();
  void openText(const QString& text);

 private:
  void connectCommands();
  void openExperiment(const QString& path);
  void takePicture(const QString& path);
  void saveTo(const QString& path);
  void showTitle();
  QFileDialog* dialog(const QString& title, const QString& filters, const char* purpose, bool saving);
  // Runs `work`; a failure becomes a banner with this title.
  bool attempt(const QString& title, const std::function<void()>& work);

  ApplicationSettings& settings_;
  MainWindow& window_;
  ConfigModel& model_;
  RunPresenter& presenter_;
  BannerHost& banners_;
};

}  // namespace kernelscope::ui
