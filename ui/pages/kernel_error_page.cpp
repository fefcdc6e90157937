#include "ui/pages/kernel_error_page.h"

#include "ui/application_settings.h"
#include "ui/main_window.h"
#include "ui/models/kernel_error_model.h"
#include "ui/pages/experiment_files.h"
#include "ui/pages/kernel_error_export.h"
#include "ui/pages/kernel_error_words.h"
#include "ui/panels/kernel_error/study_names.h"
#include "ui/panels/kernel_error_explain.h"
#include "ui/panels/kernel_error_form.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/panels/set_up_panel.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/collapsible_side.h"
#include "ui/widgets/transport_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QToolButton>
#include <QUndoStack>

namespace kernelscope::ui {

namespace {

constexpr auto kStudyIssuesKey = "study-issues";
constexpr auto kStudyFailedKey = "study-failed";
constexpr auto kFirstTopic = "/gram_features";
constexpr int kPatienceMilliseconds = 300;

QString studyFoldName(bool left) {
  return left ? QStringLiteral("kernel-error/set-up") : QStringLiteral("kernel-error/explain");
}

QString issueLines(const std::vector<ConfigIssue>& issues) {
  QStringList lines;
  for (const ConfigIssue& issue : issues) lines << QString::fromStdString(issue.path + ": " + issue.message);
  return lines.join(QStringLiteral("; "));
}

}  // namespace

KernelErrorPage::KernelErrorPage(const ThemeController& theme, ApplicationSettings& settings,
                                 MainWindow& window, ExperimentFiles& files, KernelErrorModel& model,
                                 KernelErrorPresenter& presenter, QObject* parent)
    : QObject(parent),
      theme_(theme),
      settings_(settings),
      window_(window),
      model_(model),
      presenter_(presenter),
      root_(new QWidget) {
  patience_.setSingleShot(true);
  patience_.setInterval(kPatienceMilliseconds);
  connect(&patience_, &QTimer::timeout, this, [this] { setBusy(true); });
  buildColumns();
  exports_ = new KernelErrorExport(theme_, settings_, window_, *stage_, *banners_, this);
  files.addPage(*this);
  connectCommands();
  connectModel();
  connectMenus();
  connectStudy();
  explain_->setTopic(QString::fromLatin1(kFirstTopic));
  connect(root_, &QObject::destroyed, this, &KernelErrorPage::leaveWidgets);
}

void KernelErrorPage::leaveWidgets() {
  patience_.stop();
  disconnect(&presenter_, nullptr, this, nullptr);
  disconnect(&model_, nullptr, this, nullptr);
  delete exports_;
}

QWidget* KernelErrorPage::widget() {
  return root_;
}

void KernelErrorPage::buildColumns() {
  root_->installEventFilter(this);
  setUp_ = new SetUpPanel(theme_, model_, KernelErrorForm::sections(model_));
  setUp_->setLines({});
  new KernelErrorForm(theme_, model_, setUp_->form(), this);
  explain_ = new KernelErrorExplain(theme_, nullptr);
  left_ = new CollapsibleSide(theme_, Side::SetUp, tr("Set-up"), setUp_);
  right_ = new CollapsibleSide(theme_, Side::Explain, tr("Explain"), explain_);
  explain_->addHeaderControl(right_->makeFoldButton());
  auto* row = new QHBoxLayout(root_);
  row->setContentsMargins({});
  row->setSpacing(0);
  row->addWidget(left_);
  row->addWidget(buildStage(), 1);
  row->addWidget(right_);
  left_->setFoldedByUser(settings_.isFolded(studyFoldName(true)));
  right_->setFoldedByUser(settings_.isFolded(studyFoldName(false)));
  for (CollapsibleSide* side : {left_, right_}) {
    connect(side, &CollapsibleSide::foldedChanged, this,
            [this, side] { settings_.setFolded(studyFoldName(side == left_), side->isFoldedByUser()); });
  }
}

QWidget* KernelErrorPage::buildStage() {
  auto* column = new Surface(theme_, Colour::Stage);
  banners_ = new BannerHost(theme_);
  stage_ = new KernelErrorStage(theme_, column);
  auto* parts = new QVBoxLayout(column);
  parts->setContentsMargins({});
  parts->setSpacing(0);
  parts->addWidget(banners_);
  parts->addWidget(stage_, 1);
  return column;
}

void KernelErrorPage::connectModel() {
  connect(&model_.undoStack(), &QUndoStack::canUndoChanged, this, &KernelErrorPage::showUndo);
  connect(&model_.undoStack(), &QUndoStack::canRedoChanged, this, &KernelErrorPage::showUndo);
  connect(&model_, &DocumentModel::documentChanged, this, [this] {
    showIssues();
    showSeed();
    followEdits();
  });
  connect(&model_, &DocumentModel::settled, this, [this] {
    if (window_.isInFront(*this) && asked_ != model_.config()) compute();
  });
  connect(setUp_, &SetUpPanel::touched, this,
          [this](const QString& pointer) { explain_->setTopic(pointer); });
  connect(setUp_, &SetUpPanel::explainRequested, this, &KernelErrorPage::showExplain);
}

void KernelErrorPage::connectStudy() {
  connect(&presenter_, &KernelErrorPresenter::started, this, [this] {
    stage_->setComputing(true);
    patience_.start();
  });
  connect(&presenter_, &KernelErrorPresenter::progressed, this, [this](double share, double seconds) {
    if (busy_) showStatus(computingStatus(model_.config()->trials, share, seconds));
  });
  connect(&presenter_, &KernelErrorPresenter::reportArrived, this, &KernelErrorPage::take);
  connect(&presenter_, &KernelErrorPresenter::failed, this, &KernelErrorPage::fail);
  connect(&presenter_, &KernelErrorPresenter::cancelled, this, [this] {
    awaitsNews_ = false;
    settleDown();
    showStatus(stoppedStatus(false));
  });
  connect(stage_, &KernelErrorStage::featuresChosen, this,
          [this](int m) { model_.setValue(kFirstTopic, m); });
  connect(stage_, &KernelErrorStage::touched, explain_, &KernelErrorExplain::setTopic);
  connect(explain_, &KernelErrorExplain::trySetting, this,
          [this](const QString& pointer, const QString& value) {
            model_.setValue(pointer.toStdString(), nlohmann::json::parse(value.toStdString()));
          });
}

// While a slider moves: the next question as soon as there is something to see of the last one, so that none
// starves the others. The last edit of all is asked again in full when it settles.
void KernelErrorPage::followEdits() {
  if (!awaitsNews_ && model_.valid() && window_.isInFront(*this) && asked_ && asked_ != model_.config())
    compute();
}

void KernelErrorPage::compute() {
  awaitsNews_ = true;
  asked_ = model_.config();
  presenter_.request(asked_, model_.baseDirectory());
}

void KernelErrorPage::take(const std::shared_ptr<const KernelErrorReport>& report,
                           const std::shared_ptr<const KernelErrorConfig>& config) {
  stage_->setStudy(report, config);
  explain_->setStudy(report, config);
  exports_->studyChanged();
  awaitsNews_ = false;
  if (report->preview) return followEdits();
  banners_->withdraw(QString::fromLatin1(kStudyFailedKey));
  settleDown();
  showStatus(answeredStatus(*report));
  followEdits();
}

// The values to blame are marked in the form; the last picture stays.
void KernelErrorPage::fail(const Problem& problem, const std::vector<ConfigIssue>& issues) {
  awaitsNews_ = false;
  settleDown();
  if (model_.valid()) model_.setFindings(issues);
  banners_->say(BannerKind::Error, QString::fromLatin1(kStudyFailedKey), problem.title,
                issues.empty() ? problem.detail : issueLines(issues));
  showStatus(stoppedStatus(true));
}

void KernelErrorPage::settleDown() {
  patience_.stop();
  setBusy(false);
  stage_->setComputing(false);
}

void KernelErrorPage::setBusy(bool busy) {
  busy_ = busy;
  escape_->setEnabled(busy && window_.isInFront(*this) && !window_.isFullScreen());
  if (window_.isInFront(*this))
    window_.transport().setState(busy ? TransportState::Answering : TransportState::Answered);
}

void KernelErrorPage::showStatus(const RunStatus& status) {
  status_ = status;
  if (!window_.isInFront(*this)) return;
  StatusStrip& strip = window_.status();
  if (status.words.isEmpty())
    strip.clearRun();
  else
    strip.setRun(status);
  const std::vector<MethodName> names = methodNames(*model_.config());
  for (const LaneId lane : kLanes) {
    LaneStatus caption;
    if (laneIndex(lane) < names.size()) caption.caption = names[laneIndex(lane)].name;
    if (caption.caption.isEmpty())
      strip.clearLane(lane);
    else
      strip.setLane(lane, caption);
  }
}

void KernelErrorPage::showIssues() {
  const QString key = QString::fromLatin1(kStudyIssuesKey);
  if (model_.valid()) return banners_->withdraw(key);
  banners_->say(BannerKind::Warning, key, tr("The set-up has a value that cannot be used."),
                tr("The last answer stays. %1").arg(issueLines(model_.issues())));
}

void KernelErrorPage::showExplain(const QString& topic) {
  right_->setFoldedByUser(false);
  explain_->setTopic(topic);
}

bool KernelErrorPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == root_ && event->type() == QEvent::Resize) {
    left_->fitWindowWidth(window_.width());
    right_->fitWindowWidth(window_.width());
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace kernelscope::ui
