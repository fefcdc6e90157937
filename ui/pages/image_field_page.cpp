#include "ui/pages/image_field_page.h"

#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/config_model.h"
#include "ui/pages/chart_keys.h"
#include "ui/pages/clock_controls.h"
#include "ui/pages/control_menus.h"
#include "ui/pages/experiment_files.h"
#include "ui/pages/pasted_pictures.h"
#include "ui/pages/picture_intake.h"
#include "ui/pages/run_export.h"
#include "ui/pages/stage_controls.h"
#include "ui/pages/time_travel.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/explain_panel.h"
#include "ui/panels/set_up_panel.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_header.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/summary_card.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/collapsible_side.h"
#include "ui/widgets/tab_bar.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/transport_bar.h"
#include "ui/widgets/value_menu.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoStack>
#include <utility>

namespace kernelscope::ui {

namespace {

constexpr auto kFirstSubject = "/lanes/B/layers/*/features";
constexpr auto kPicturePattern = "/image/source";
constexpr int kPresetCount = 3;
constexpr auto kIssuesKey = "set-up-issues";
constexpr auto kLoadKey = "picture-problem";
constexpr auto kRefusedKey = "refused-set-up";
constexpr auto kNetworkKey = "impossible-networks";

// One tab for each view, in this order.
constexpr std::array kTabViews = {FieldView::Value, FieldView::Gradient, FieldView::Laplacian,
                                  FieldView::Error, FieldView::Spectrum};

// Topics of the explain panel, tab by tab.
const QStringList kViewTopics = {QStringLiteral("view:value"), QStringLiteral("view:gradient"),
                                 QStringLiteral("view:laplacian"), QStringLiteral("view:error"),
                                 QStringLiteral("view:spectrum")};
const QStringList kMetricTopics = {QStringLiteral("chart:psnr"), QStringLiteral("chart:loss"),
                                   QStringLiteral("chart:ssim")};

QString foldName(bool left) {
  return left ? QStringLiteral("image-field/set-up") : QStringLiteral("image-field/explain");
}

}  // namespace

ImageFieldPage::ImageFieldPage(const ThemeController& theme, ApplicationSettings& settings,
                               MainWindow& window, ExperimentFiles& files, ConfigModel& model,
                               RunPresenter& presenter, QObject* parent)
    : QObject(parent),
      theme_(theme),
      settings_(settings),
      window_(window),
      files_(files),
      model_(model),
      presenter_(presenter),
      root_(new QWidget) {
  buildColumns();
  display_ = new RunDisplay(presenter_,
                            {stage_->tiles(), stage_->chart(), *setUp_, *explain_, *banners_,
                             window_.transport(), window_.status(), window_.commands()},
                            this);
  files_.addPage(*this);
  exports_ = new RunExport(theme_, settings_, window_, presenter_, *stage_, *banners_, this);
  intake_ = new PictureIntake(theme_, window_, files_, *banners_, PastedPictures::defaultFolder(), this);
  connectCommands();
  connectModel();
  connectMenus();
  connectSummary();
  connectRun();
  timeTravel_ = new TimeTravel(model_, presenter_, *display_, *stage_, *banners_, this);
  const TimeScrub& scrub = timeTravel_->scrub();
  const auto tellShownStep = [this, &scrub] {
    exports_->setShownStep(scrub.lanes() ? std::optional(scrub.lanes()->step) : std::nullopt);
  };
  connect(&scrub, &TimeScrub::stepChanged, exports_, tellShownStep);
  connect(&scrub, &TimeScrub::picturesChanged, exports_, tellShownStep);
  clock_ = new ClockControls(
      window_, model_, presenter_, *race_, [this](const QString& topic) { showExplain(topic); }, this);
  explain_->explain(QString::fromLatin1(kFirstSubject));
  connect(root_, &QObject::destroyed, this, &ImageFieldPage::leaveWidgets);
}

// The window deletes the page's widgets; news of the run may still come until it has ended.
void ImageFieldPage::leaveWidgets() {
  disconnect(&presenter_, nullptr, this, nullptr);
  disconnect(&model_, nullptr, this, nullptr);
  for (QObject* part :
       std::initializer_list<QObject*>{timeTravel_, clock_, display_, intake_, exports_, controls_})
    delete part;
}

QWidget* ImageFieldPage::widget() {
  return root_;
}

QStringList ImageFieldPage::commands() const {
  using namespace command;
  QStringList ids;
  for (const char* id : {kOpen,       kSave,   kSaveAs,    kExportFigure, kExportNumbers, kExportWeights,
                         kUndo,       kRedo,   kCopySetUp, kPasteSetUp,   kLogAxis,       kLogValues,
                         kGrid,       kFit,    kPlayPause, kStep,         kReset,         kNewSeed,
                         kSlowMotion, kSlower, kFaster,    kExplain}) {
    ids << QString::fromLatin1(id);
  }
  return ids + StageControls::commands() + PictureIntake::commands();
}

void ImageFieldPage::buildColumns() {
  root_->installEventFilter(this);
  setUp_ = new SetUpPanel(theme_, model_, kPicturePattern, builtinPictureItems(kPresetCount));
  setUp_->setLines({});
  left_ = new CollapsibleSide(theme_, Side::SetUp, tr("Set-up"), setUp_);
  right_ = new CollapsibleSide(theme_, Side::Explain, tr("Explain"), buildRight());
  explain_->addHeaderControl(right_->makeFoldButton());
  auto* row = new QHBoxLayout(root_);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addWidget(left_);
  row->addWidget(buildStage(), 1);
  row->addWidget(right_);
  left_->setFoldedByUser(settings_.isFolded(foldName(true)));
  right_->setFoldedByUser(settings_.isFolded(foldName(false)));
  for (CollapsibleSide* side : {left_, right_}) {
    connect(side, &CollapsibleSide::foldedChanged, this,
            [this, side] { settings_.setFolded(foldName(side == left_), side->isFoldedByUser()); });
  }
}

QWidget* ImageFieldPage::buildStage() {
  auto* column = new Surface(theme_, Colour::Stage);
  banners_ = new BannerHost(theme_);
  views_ = new TabBar(theme_);
  for (const QString& name : {tr("Value"), tr("Gradient"), tr("Laplacian"), tr("Error"), tr("Spectrum")})
    views_->addTab(name);
  views_->setAccessibleName(tr("View of the picture"));
  views_->setToolTip(tr("What the pictures show of the target and of both networks"));
  race_ = new ThemedLabel(theme_, raceWords(model_.config()), FontRole::Small, Colour::TextSecondary);
  stage_ = new StageColumn(theme_);
  controls_ = new StageControls(theme_, window_.commands(), model_, presenter_, stage_->tiles(), *setUp_,
                                window_, this);
  auto* header = new StageHeader(
      theme_, {views_, race_, controls_->queryButton(), controls_->modeBar(), controls_->modeButton()});
  auto* parts = new QVBoxLayout(column);
  parts->setContentsMargins({});
  parts->setSpacing(0);
  parts->addWidget(banners_);
  parts->addWidget(header);
  parts->addWidget(stage_, 1);
  connect(views_, &QTabBar::currentChanged, this, &ImageFieldPage::chooseView);
  return column;
}

QWidget* ImageFieldPage::buildRight() {
  explain_ = new ExplainPanel(theme_, model_);
  explain_->setLines({});
  summary_ = new SummaryCard(theme_, nullptr);
  rightStack_ = new QStackedWidget;
  rightStack_->addWidget(explain_);
  rightStack_->addWidget(summary_);
  return rightStack_;
}

void ImageFieldPage::connectModel() {
  connect(&model_.undoStack(), &QUndoStack::canUndoChanged, this, &ImageFieldPage::showUndo);
  connect(&model_.undoStack(), &QUndoStack::canRedoChanged, this, &ImageFieldPage::showUndo);
  showUndo();
  connect(&model_, &ConfigModel::configSettled, this, [this](const ConfigUpdate& update) {
    if (canBeRun(update.after)) presenter_.applyConfig(update.after, {update.undoPosition, update.byHistory});
  });
  connect(&model_, &ConfigModel::edited, &presenter_, &RunPresenter::forgetRunsFrom);
  connect(&model_, &ConfigModel::documentChanged, this, &ImageFieldPage::showIssues);
  connect(setUp_, &SetUpPanel::touched, this, [this](const QString& pattern) {
    if (rightStack_->currentWidget() == explain_) explain_->explain(pattern);
  });
  connect(setUp_, &SetUpPanel::explainRequested, this, &ImageFieldPage::showExplain);
  connect(explain_, &ExplainPanel::symbolHovered, setUp_, &SetUpPanel::highlight);
}

// What the schema does not know of networks is said at the fields to blame; the run before goes on.
bool ImageFieldPage::canBeRun(const ExperimentConfig& config) {
  const QString key = QString::fromLatin1(kNetworkKey);
  try {
    checkRunnable(config);
  } catch (const ConfigError& error) {
    model_.setFindings(error.issues());
    QStringList lines;
    for (const ConfigIssue& issue : error.issues())
      lines << QString::fromStdString(issue.path + ' ' + issue.message);
    const bool runs = presenter_.phase() != RunPhase::Idle;
    banners_->say(BannerKind::Warning, key,
                  runs ? tr("These networks cannot be made; the run before goes on.")
                       : tr("These networks cannot be made."),
                  lines.join(QStringLiteral("; ")));
    return false;
  }
  banners_->withdraw(key);
  return true;
}

// Every control outside the set-up has a menu, and F1 explains whatever has the focus.
void ImageFieldPage::connectMenus() {
  const Explainer explain = [this](const QString& topic) { showExplain(topic); };
  const Explainer touched = [this](const QString& topic) {
    if (rightStack_->currentWidget() == explain_) explain_->explain(topic);
  };
  giveTabMenu(*views_, kViewTopics, explain, touched);
  setExplainTopic(stage_->tiles(), [this] { return kViewTopics.value(views_->currentIndex()); });
  ChartStrip& chart = stage_->chart();
  giveTabMenu(*chart.findChild<QTabBar*>(), kMetricTopics, explain, touched);
  giveToggleMenu(chart.logToggle(), QStringLiteral("chart:log-x"), chart.logX(), explain);
  giveToggleMenu(chart.logValuesToggle(), QStringLiteral("chart:log-y"), chart.logValues(), explain);
  giveToggleMenu(chart.gridToggle(), QStringLiteral("chart:grid"), chart.grid(), explain);
  giveSeedMenu(window_.transport(), model_, explain);
  noteChartKeys(window_.commands());
  window_.onCommand(*this, command::kExplain, *this, [this](bool) {
    const QString topic = explainTopic(QApplication::focusWidget());
    showExplain(topic.isEmpty() ? QString::fromLatin1(kFirstSubject) : topic);
  });
}

void ImageFieldPage::connectSummary() {
  connect(summary_, &SummaryCard::explainRequested, this,
          [this] { rightStack_->setCurrentWidget(explain_); });
  connect(summary_, &SummaryCard::halveFeaturesRequested, this, &ImageFieldPage::halveFeatures);
  connect(summary_, &SummaryCard::openPictureRequested, &files_, &ExperimentFiles::openPicture);
}

void ImageFieldPage::connectRun() {
  connect(&presenter_, &RunPresenter::phaseChanged, this, [this](RunPhase phase) {
    if (phase == RunPhase::Ended) showEnd();
  });
  connect(&presenter_, &RunPresenter::runStarted, this, [this](bool aFromSeed, bool bFromSeed) {
    if (aFromSeed && bFromSeed) stepsOfRun_ = presenter_.config().steps;
    rightStack_->setCurrentWidget(explain_);
    banners_->withdraw(QString::fromLatin1(kLoadKey));
  });
  const auto post = [this](const Problem& problem, const char* key) {
    banners_->say(BannerKind::Error, QString::fromLatin1(key), problem.title, problem.detail);
  };
  connect(&presenter_, &RunPresenter::startFailed, this,
          [post](const Problem& problem) { post(problem, kLoadKey); });
  connect(&presenter_, &RunPresenter::loadFailed, this, [this, post](const Problem& problem, bool wasEdit) {
    // A refused edit stays said while the set-up before it runs.
    post(problem, wasEdit ? kRefusedKey : kLoadKey);
    if (!wasEdit || !model_.undoStack().canUndo()) return;
    // The set-up goes back to what can be run; at the start nothing runs yet.
    model_.undoStack().undo();
    const RunPhase phase = presenter_.phase();
    if (phase == RunPhase::Idle || phase == RunPhase::Loading) presenter_.applyConfig(model_.config());
  });
}

void ImageFieldPage::playOrPause() {
  switch (presenter_.phase()) {
    case RunPhase::Running:
    case RunPhase::Loading:
      return presenter_.pause();
    case RunPhase::Ended:
      return runOn();
    case RunPhase::Paused:
    case RunPhase::Idle:
      return presenter_.play();
  }
}

// More steps: the budget grows by what the run began with, so that file, form and run stay one.
void ImageFieldPage::runOn() {
  if (!presenter_.canRunOn()) return;
  presenter_.play();
  const std::int64_t budget = presenter_.config().steps + std::max<std::int64_t>(stepsOfRun_, 1);
  model_.setValue("/steps", budget);
}

void ImageFieldPage::chooseView(int tab) {
  const FieldView view = kTabViews[static_cast<std::size_t>(std::max(tab, 0))];
  display_->setView(view);
  controls_->setView(view);
}

// The wrong values themselves are marked in the form; the banner says that the run goes on without them.
void ImageFieldPage::showIssues() {
  const QString key = QString::fromLatin1(kIssuesKey);
  if (model_.valid()) return banners_->withdraw(key);
  QStringList lines;
  for (const ConfigIssue& issue : model_.issues())
    lines << QString::fromStdString(issue.path + ": " + issue.message);
  banners_->say(BannerKind::Warning, key, tr("The set-up has a value that cannot be used."),
                tr("The run goes on as before. %1").arg(lines.join(QStringLiteral("; "))));
}

void ImageFieldPage::showEnd() {
  const RunResult result =
      runResult(presenter_.config(), display_->news(), presenter_.runNumber(), QStringLiteral("CPU"));
  summary_->setResult(result);
  updateHalveOffer();
  rightStack_->setCurrentWidget(summary_);
}

void ImageFieldPage::showExplain(const QString& pattern) {
  rightStack_->setCurrentWidget(explain_);
  right_->setFoldedByUser(false);
  explain_->explain(pattern);
}

void ImageFieldPage::updateHalveOffer() {
  const FieldState features = model_.state(kFirstSubject);
  const bool possible = features.present && !features.mixed && features.value.is_number_integer() &&
                        features.value.get<std::int64_t>() >= 2;
  const QString outcome =
      possible ? QStringLiteral("m = %1").arg(features.value.get<std::int64_t>() / 2) : QString();
  summary_->setHalveOffer(possible, outcome);
}

void ImageFieldPage::halveFeatures() {
  const FieldState features = model_.state(kFirstSubject);
  if (!features.present || !features.value.is_number_integer()) return;
  presenter_.play();
  model_.setValue(kFirstSubject, features.value.get<std::int64_t>() / 2);
}

bool ImageFieldPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched != root_) return QObject::eventFilter(watched, event);
  if (event->type() == QEvent::Resize) {
    const int width = window_.width();
    left_->fitWindowWidth(width);
    right_->fitWindowWidth(width);
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace kernelscope::ui
