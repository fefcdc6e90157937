#pragma once
// What goes in and out of the image-field page: experiments and pictures opened or dropped, the experiment
// saved, figures and numbers exported, the set-up copied. Everything that fails is said in a banner and
// leaves set-up and files as they were; no dialog stops the training.

#include "ui/pages/field_figures.h"

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
class StageColumn;
class ThemeController;

class ExperimentFiles final : public QObject {
  Q_OBJECT

 public:
  // All must outlive it. Connects the commands of the File menu and Copy set-up.
  ExperimentFiles(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
                  ConfigModel& model, RunPresenter& presenter, StageColumn& stage, BannerHost& banners,
                  QObject* parent);

  // A .json file is an experiment, anything else a picture. Taken over only when it can be used.
  void openPath(const QString& path);

  void open();
  void openPicture();
  void save();
  void saveAs();
  void exportFigure();
  void exportNumbers();
  void copySetUp();

 private:
  void connectCommands();
  void openExperiment(const QString& path);
  void takePicture(const QString& path);
  void saveTo(const QString& path);
  void showTitle();
  QFileDialog* dialog(const QString& title, const QString& filters, const char* purpose, bool saving);
  // Runs `work`; a failure becomes a banner with this title.
  bool attempt(const QString& title, const std::function<void()>& work);
  void say(const QString& title, const QString& detail);

  const ThemeController& theme_;
  ApplicationSettings& settings_;
  MainWindow& window_;
  ConfigModel& model_;
  RunPresenter& presenter_;
  StageColumn& stage_;
  BannerHost& banners_;
};

}  // namespace kernelscope::ui
