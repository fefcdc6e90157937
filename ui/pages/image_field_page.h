#pragma once
// The page on which two networks fit a picture side by side: set-up at the left, stage with views, tiles and
// curves, and at the right what the control in hand does, or how the run ended.

#include "ui/pages/page.h"
#include "ui/pages/run_display.h"

#include <QPointer>
#include <QWidget>
#include <memory>

class QStackedWidget;

namespace kernelscope::ui {

class ApplicationSettings;
class ClockControls;
class CollapsibleSide;
class ConfigModel;
class ExperimentFiles;
class MainWindow;
class PictureIntake;
class RunExport;
class StageColumn;
class StageControls;
class SummaryCard;
class TabBar;
class ThemedLabel;
class TimeTravel;

class ImageFieldPage final : public QObject, public Page {
  Q_OBJECT

 public:
  // The window, model and presenter must outlive the page's widget.
  ImageFieldPage(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
                 ConfigModel& model, RunPresenter& presenter, QObject* parent = nullptr);

  QString id() const override { return QStringLiteral("image-field"); }
  QString title() const override { return tr("Image"); }
  QString iconName() const override { return QStringLiteral("page_image_field"); }
  QWidget* widget() override;
  QStringList commands() const override;
  BannerHost& banners() override { return *banners_; }

  ExperimentFiles& files() { return *files_; }
  RunExport& exports() { return *exports_; }
  PictureIntake& intake() { return *intake_; }
  StageColumn& stage() { return *stage_; }
  TimeTravel& timeTravel() { return *timeTravel_; }

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void leaveWidgets();
  void buildColumns();
  QWidget* buildStage();
  QWidget* buildRight();
  void connectCommands();
  void connectModel();
  void connectMenus();
  void connectSummary();
  void connectRun();
  void playOrPause();
  void runOn();
  void chooseView(int tab);
  void showIssues();
  void showEnd();
  void showExplain(const QString& pattern);
  void updateHalveOffer();
  void halveFeatures();

  const ThemeController& theme_;
  ApplicationSettings& settings_;
  MainWindow& window_;
  ConfigModel& model_;
  RunPresenter& presenter_;
  std::int64_t stepsOfRun_ = 0;  // what "Run on" adds

  QPointer<QWidget> root_;
  CollapsibleSide* left_ = nullptr;
  CollapsibleSide* right_ = nullptr;
  SetUpPanel* setUp_ = nullptr;
  ExplainPanel* explain_ = nullptr;
  SummaryCard* summary_ = nullptr;
  QStackedWidget* rightStack_ = nullptr;
  BannerHost* banners_ = nullptr;
  ThemedLabel* race_ = nullptr;
  TabBar* views_ = nullptr;
  StageColumn* stage_ = nullptr;
  StageControls* controls_ = nullptr;
  RunDisplay* display_ = nullptr;
  TimeTravel* timeTravel_ = nullptr;
  ClockControls* clock_ = nullptr;
  ExperimentFiles* files_ = nullptr;
  RunExport* exports_ = nullptr;
  PictureIntake* intake_ = nullptr;
};

}  // namespace kernelscope::ui
