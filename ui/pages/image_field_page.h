#pragma once
// The page on which two networks fit a picture side by side: set-up at the left, stage with views, tiles and
// curves, and at the right what the control in hand does, or how the run ended.

#include "ui/pages/document_page.h"
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

class ImageFieldPage final : public QObject, public DocumentPage {
  Q_OBJECT

 public:
  // The window, files, model and presenter must outlive the page's widget. Joins the pages of `files`.
  ImageFieldPage(const ThemeController& theme, ApplicationSettings& settings, MainWindow& window,
                 ExperimentFiles& files, ConfigModel& model, RunPresenter& presenter,
                 QObject* parent = nullptr);

  QString id() const override { return QStringLiteral("image-field"); }
  QString title() const override { return tr("Image"); }
  QString iconName() const override { return QStringLiteral("page_image_field"); }
  QWidget* widget() override;
  QStringList commands() const override;
  BannerHost& banners() override { return *banners_; }
  void setInFront(bool inFront) override;

  DocumentModel& document() override;
  void takeDocument(const ExperimentDocument& document, const std::filesystem::path& file,
                    const QString& text, std::function<void()> taken) override;
  bool takesPictures() const override { return true; }
  void takePicture(const QString& path, std::function<void()> taken) override;

  ExperimentFiles& files() { return files_; }
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
  bool canBeRun(const ExperimentConfig& config);
  void showUndo();
  void showToggles();
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
  ExperimentFiles& files_;
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
  RunExport* exports_ = nullptr;
  PictureIntake* intake_ = nullptr;
};

}  // namespace kernelscope::ui
