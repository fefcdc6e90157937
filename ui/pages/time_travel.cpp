#include "ui/pages/time_travel.h"

#include "engine/run/kept_runs.h"
#include "ui/models/config_model.h"
#include "ui/pages/fork_command.h"
#include "ui/pages/run_display.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/time_scrubber.h"

#include <QShortcut>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr auto kScrubKey = "time-scrub", kForkKey = "lost-run";

RunMark markOf(RunPhase phase) {
  if (phase == RunPhase::Ended) return RunMark::Finished;
  return phase == RunPhase::Running ? RunMark::Running : RunMark::Paused;
}

}  // namespace

TimeTravel::TimeTravel(ConfigModel& model, RunPresenter& presenter, RunDisplay& display, StageColumn& stage,
                       BannerHost& banners, QObject* parent)
    : QObject(parent),
      model_(model),
      presenter_(presenter),
      display_(display),
      stage_(stage),
      banners_(banners),
      scrub_(presenter),
      back_(new QShortcut(QKeySequence(Qt::Key_Escape), &stage)) {
  back_->setEnabled(false);  // Esc belongs to others while the run itself is shown
  const TimeScrubber& scrubber = stage_.scrubber();
  connect(back_, &QShortcut::activated, &scrub_, &TimeScrub::live);
  connect(back_, &QShortcut::activatedAmbiguously, &scrub_, &TimeScrub::live);
  connect(&scrubber, &TimeScrubber::stepChosen, &scrub_, &TimeScrub::show);
  connect(&scrubber, &TimeScrubber::liveChosen, &scrub_, &TimeScrub::live);
  connect(&scrubber, &TimeScrubber::continueChosen, this, &TimeTravel::continueFromHere);
  connect(&scrub_, &TimeScrub::stepChanged, this, &TimeTravel::showStep);
  connect(&scrub_, &TimeScrub::picturesChanged, this, &TimeTravel::showPictures);
  connect(&scrub_, &TimeScrub::failed, this, [this](const Problem& problem) {
    banners_.say(BannerKind::Error, QString::fromLatin1(kScrubKey), problem.title, problem.detail);
  });
  connect(&presenter_, &RunPresenter::pictureWanted, &scrub_, &TimeScrub::refreshPictures);
  connect(&presenter_, &RunPresenter::laneUpdated, this, &TimeTravel::showSteps);
  connect(&presenter_, &RunPresenter::runStarted, this, &TimeTravel::showSteps);
  connect(&presenter_, &RunPresenter::phaseChanged, this, &TimeTravel::showSteps);
  showSteps();
}

void TimeTravel::showSteps() {
  std::int64_t head = 0;
  for (const LaneId lane : kLanes) {
    if (const auto& news = presenter_.snapshot(lane)) head = std::max(head, news->step);
  }
  TimeScrubber& scrubber = stage_.scrubber();
  scrubber.setSteps(scrub_.steps(), head);
  scrubber.setRun(markOf(presenter_.phase()));
}

void TimeTravel::showStep() {
  const std::optional<std::int64_t> step = scrub_.step();
  stage_.scrubber().setShown(step);
  stage_.chart().setShownStep(step);
  back_->setEnabled(step.has_value());
  display_.setTilesHeld(step.has_value());
}

// Words and picture of a tile change together.
void TimeTravel::showPictures() {
  const std::optional<PastLanes>& past = scrub_.lanes();
  if (!past) return;
  stage_.tiles().setView(presenter_.view());
  for (std::size_t lane = 0; lane < kLanes.size(); ++lane)
    stage_.tiles().setLane(keptContent(presenter_.config(), *past->states[lane], past->step),
                           past->pictures[lane]);
}

// Undo brings the run back from which the fork is cut.
void TimeTravel::continueFromHere() {
  const std::optional<std::int64_t> step = scrub_.step();
  if (!step) return;
  const int before = presenter_.position(), after = model_.undoStack().index() + 1;
  if (!presenter_.continueFrom(*step, after)) return;
  const auto lost = [this] {
    banners_.say(BannerKind::Notice, QString::fromLatin1(kForkKey), tr("That run is no longer kept."),
                 tr("The present run goes on. The last %1 replaced runs are kept, %2\u00A0MiB at most.")
                     .arg(KeptRuns::kMostRuns)
                     .arg(KeptRuns::kMostBytes >> 20));
  };
  model_.pushDone(std::make_unique<ForkCommand>(model_, presenter_, *step, before, after, lost));
}

}  // namespace kernelscope::ui
