#include "ui/presenters/run_presenter.h"

#include "engine/config/config_diff.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr int kPollMilliseconds = 33;
constexpr double kCheckpointSeconds = 4;  // so that what a crash costs stays well below ten

bool bothOf(const std::array<bool, 2>& flags) {
  return flags[0] && flags[1];
}

}  // namespace

RunPresenter::RunPresenter(std::shared_ptr<ComputePool> pool, QObject* parent)
    : QObject(parent), pool_(std::move(pool)) {
  timer_.setInterval(kPollMilliseconds);
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &RunPresenter::poll);
  timer_.start();
}

RunPresenter::~RunPresenter() = default;

void RunPresenter::start(const ExperimentConfig& config) {
  wanted_ = config;
  wantedFromSeed_ = true;
  wantedRun_.reset();
  advance();
  updatePhase();
}

void RunPresenter::applyConfig(const ExperimentConfig& config, EditPlace place) {
  wantedPlace_ = place;
  const bool underWay = wanted_ && *wanted_ == config && wantedRun_;  // a run that goes on is being read
  if (!underWay) {
    wanted_ = config;
    wantedRun_.reset();
    const LaneFlags fromSeed = lanesFromSeed();
    if (place.byHistory && (fromSeed[0] || fromSeed[1]))
      wantedRun_ = replaced_.runs().find(config, place.position);
  }
  advance();
  updatePhase();
}

bool RunPresenter::continueFrom(std::int64_t step, int position) {
  if (!experiment_) return false;
  auto from = std::make_shared<KeptRun>(presentRun());
  for (std::size_t lane = 0; lane < 2; ++lane) {
    if (!from->kept[lane]) return false;
    from->checkpoints[lane] = from->kept[lane]->atOrBefore(step);
    from->news[lane].reset();
  }
  from->number = 0;
  from->complete = true;
  wanted_ = config_;
  wantedPlace_.position = position;
  wantedRun_ = std::move(from);
  wantedFromSeed_ = false;
  paused_ = false;
  advance();
  updatePhase();
  return true;
}

bool RunPresenter::returnTo(const ExperimentConfig& config, int position) {
  if (position_ == position && !wanted_) return true;
  std::shared_ptr<KeptRun> run = replaced_.runs().find(config, position);
  if (!run || run->position != position) return false;
  wanted_ = config;
  wantedPlace_ = {position, true};
  wantedRun_ = std::move(run);
  wantedFromSeed_ = false;
  advance();
  updatePhase();
  return true;
}

void RunPresenter::resume(const ExperimentConfig& config,
                          const std::array<std::shared_ptr<const Checkpoint>, 2>& checkpoints) {
  auto from = std::make_shared<KeptRun>();
  from->checkpoints = checkpoints;
  from->complete = true;
  wanted_ = config;
  wantedRun_ = std::move(from);
  wantedFromSeed_ = false;
  advance();
  updatePhase();
}

void RunPresenter::restart() {
  if (!wanted_) wanted_ = config_;
  wantedFromSeed_ = true;
  wantedRun_.reset();
  advance();
  updatePhase();
}

void RunPresenter::play() {
  paused_ = false;
  pace_.clear();
  if (experiment_) experiment_->play();
  updatePhase();
}

void RunPresenter::pause() {
  paused_ = true;
  if (experiment_) experiment_->pause();
  updatePhase();
}

void RunPresenter::singleStep() {
  paused_ = true;
  if (experiment_) experiment_->singleStep();
  updatePhase();
}

void RunPresenter::setView(FieldView view) {
  view_ = view;
  if (experiment_) experiment_->setView(view);
  Q_EMIT pictureWanted();
}

void RunPresenter::setQuery(int query) {
  query_ = query;
  if (experiment_) experiment_->setQuery(query);
  Q_EMIT pictureWanted();
}

void RunPresenter::setPace(double stepsPerSecond) {
  stepsPerSecond_ = stepsPerSecond;
  pace_.clear();
  if (experiment_) experiment_->setPace(stepsPerSecond);
}

bool RunPresenter::canRunOn() const {
  return phase_ == RunPhase::Ended && std::ranges::any_of(snapshots_, [](const auto& snapshot) {
           return snapshot && snapshot->state == LaneState::Finished && snapshot->step >= snapshot->steps;
         });
}

bool RunPresenter::catchingUp(LaneId lane) const {
  const auto& news = snapshot(lane);
  const std::int64_t target = catchUpTo_[laneIndex(lane)];
  return target > 0 && (!news || news->step < target) && !terminal_[laneIndex(lane)];
}

std::optional<double> RunPresenter::secondsLeft() const {
  if (phase_ != RunPhase::Running) return std::nullopt;
  std::int64_t left = 0, done = 0, furthest = 0;
  for (const LaneId lane : kLanes) {
    const auto& news = snapshot(lane);
    const std::int64_t step = news ? news->step : 0;
    if (!terminal_[laneIndex(lane)]) left += config_.steps - step;
    done += step;
    furthest = std::max(furthest, step);
  }
  // A time race ends with the lane that is furthest; the other one's share of the steps stays as it is.
  if (config_.race == "time" && furthest > 0)
    left = std::min(left, done * (config_.steps - furthest) / furthest);
  return pace_.secondsFor(std::max<std::int64_t>(left, 0));
}

void RunPresenter::poll() {
  takeLoads();
  if (experiment_) {
    for (const LaneId lane : kLanes) takeNews(lane);
  }
  advance();
  replaced_.poll();
  updatePhase();
}

void RunPresenter::takeNews(LaneId lane) {
  const std::size_t i = laneIndex(lane);
  if (auto checkpoint = experiment_->takeCheckpoint(lane)) {
    checkpoints_[i] = std::move(checkpoint);
    Q_EMIT checkpointTaken();
  }
  std::shared_ptr<const TrainingSnapshot> news = experiment_->takeSnapshot(lane);
  if (news && news->kept) kept_[i] = news->kept;
  // A lane that was stopped only to be continued has nothing to tell.
  if (!news || news->runId != experiment_->runId() || news->state == LaneState::Stopped) return;
  terminal_[i] = isTerminal(news->state);
  snapshots_[i] = std::move(news);
  if (phase_ == RunPhase::Running) {
    const auto stepOf = [](const auto& snapshot) { return snapshot ? snapshot->step : 0; };
    pace_.take(PaceEstimate::Clock::now(), stepOf(snapshots_[0]) + stepOf(snapshots_[1]));
  }
  Q_EMIT laneUpdated(lane);
}

RunPresenter::LaneFlags RunPresenter::lanesFromSeed() const {
  if (!experiment_ || wantedFromSeed_) return {true, true};
  switch (configDiff(config_, *wanted_)) {
    case ConfigChange::RestartBoth:
      return {true, true};
    case ConfigChange::RestartLaneA:
      return {true, false};
    case ConfigChange::RestartLaneB:
      return {false, true};
    case ConfigChange::Live:
    case ConfigChange::None:
      break;
  }
  return {false, false};
}

// Whether a lane that has ended must go on under the live values of `next`: it has steps left now, or it
// diverged and is given another chance from its last good state.
bool RunPresenter::mustContinue(LaneId lane, const ExperimentConfig& next) const {
  const auto& news = snapshot(lane);
  if (!news || !terminal_[laneIndex(lane)]) return false;
  if (news->state == LaneState::Finished) return news->step < next.steps && next.steps > config_.steps;
  const bool gentler = next.optimizer.learningRate < config_.optimizer.learningRate ||
                       next.stop.divergenceRatio > config_.stop.divergenceRatio;
  return news->state == LaneState::Diverged && gentler;
}

void RunPresenter::advance() {
  if (!wanted_ || !dataReady(*wanted_)) return;
  if (wantedRun_) {
    if (!wantedRun_->complete) return;
    replaced_.runs().remove(wantedRun_);
    launch(*std::exchange(wantedRun_, nullptr));
    return;
  }
  const LaneFlags fromSeed = lanesFromSeed();
  if (bothOf(fromSeed)) return launch({});
  const bool revived = mustContinue(LaneId::A, *wanted_) || mustContinue(LaneId::B, *wanted_);
  if (!fromSeed[0] && !fromSeed[1] && !stopping_ && !revived) {
    experiment_->applyLive(*wanted_);
    config_ = *wanted_;
    position_ = wantedPlace_.position;
    wanted_.reset();
    Q_EMIT configApplied();
    return;
  }
  if (!stopping_) experiment_->requestStop();
  stopping_ = true;
  if (!experiment_->finished()) return;
  for (const LaneId lane : kLanes) takeNews(lane);
  KeptRun from = presentRun();
  for (std::size_t lane = 0; lane < fromSeed.size(); ++lane) {
    if (fromSeed[lane]) from.checkpoints[lane].reset();
  }
  launch(from);
}

// The present run as it is known now.
KeptRun RunPresenter::presentRun() const {
  KeptRun run;
  run.config = config_;
  run.position = position_;
  run.number = runNumber_;
  run.checkpoints = checkpoints_;
  run.kept = kept_;
  run.news = snapshots_;
  return run;
}

ExperimentOptions RunPresenter::optionsFrom(const KeptRun& from) const {
  ExperimentOptions options;
  options.runId = lastRunId_;
  options.startPaused = paused_;
  options.view = view_;
  options.query = query_;
  options.checkpointSeconds = kCheckpointSeconds;
  options.stepsPerSecond = stepsPerSecond_;
  options.resumeFrom = from.checkpoints;
  options.keptBefore = from.kept;
  for (const LaneId lane : kLanes) options.revive[laneIndex(lane)] = mustContinue(lane, *wanted_);
  return options;
}

// Lanes without a checkpoint begin from the seed.
void RunPresenter::launch(const KeptRun& from) {
  ++lastRunId_;
  const ExperimentOptions options = optionsFrom(from);
  const ExperimentConfig config = *std::exchange(wanted_, std::nullopt);
  wantedFromSeed_ = false;
  const bool newData = !current_ || current_->key != dataKey(config);
  const RunData& data = newData ? spare_->data : current_->data;
  try {
    auto experiment = std::make_unique<Experiment>(config, data.dataset, pool_, options);
    if (newData) current_ = std::exchange(spare_, std::nullopt);
    adopt(std::move(experiment), from);
    config_ = config;
    position_ = wantedPlace_.position;
    if (newData) Q_EMIT dataChanged();
    Q_EMIT runStarted(!from.checkpoints[0], !from.checkpoints[1]);
  } catch (const std::exception& error) {
    Q_EMIT startFailed(problemOf(tr("This set-up cannot be run."), error));
  }
}

// The run that is replaced is kept for undo, unless it is reset: that can be repeated.
void RunPresenter::adopt(std::unique_ptr<Experiment> experiment, const KeptRun& from) {
  if (experiment_) {
    std::shared_ptr<KeptRun> before;
    if (position_ != wantedPlace_.position) {
      before = std::make_shared<KeptRun>(presentRun());
      replaced_.runs().add(before);
    }
    replaced_.retire(std::move(experiment_), std::move(before));
  }
  experiment_ = std::move(experiment);
  stopping_ = false;
  terminal_ = {};
  pace_.clear();
  const bool sameRun = from.number != 0 && (from.checkpoints[0] || from.checkpoints[1]);
  runNumber_ = sameRun ? from.number : ++lastRunNumber_;
  checkpoints_ = from.checkpoints;
  for (const LaneId lane : kLanes) {
    const std::size_t i = laneIndex(lane);
    const bool resumed = from.checkpoints[i] != nullptr;
    snapshots_[i] = resumed ? from.news[i] : nullptr;
    if (!resumed) kept_[i].reset();
    const auto& other = from.checkpoints[1 - i];
    catchUpTo_[i] = other && (!resumed || from.checkpoints[i]->step + 1 < other->step) ? other->step : 0;
  }
}

void RunPresenter::updatePhase() {
  RunPhase phase = paused_ ? RunPhase::Paused : RunPhase::Running;
  if (!experiment_) {
    phase = wanted_ ? RunPhase::Loading : RunPhase::Idle;
  } else if (bothOf(terminal_) && !wanted_) {
    phase = RunPhase::Ended;
  }
  if (phase == phase_) return;
  phase_ = phase;
  Q_EMIT phaseChanged(phase);
}

bool RunPresenter::shutDown(std::chrono::milliseconds patience) {
  timer_.stop();
  const auto last = std::make_shared<KeptRun>(presentRun());
  if (experiment_) replaced_.retire(std::move(experiment_), last);
  const QDeadlineTimer deadline(patience);
  QEventLoop waiting;
  QTimer look;
  const auto ended = [this] {
    replaced_.poll();
    return loader_.idle() && replaced_.allEnded();
  };
  connect(&look, &QTimer::timeout, &waiting, [&] {
    if (ended() || deadline.hasExpired()) waiting.quit();
  });
  look.start(5);
  waiting.exec(QEventLoop::ExcludeUserInputEvents);
  checkpoints_ = last->checkpoints;
  return ended();
}

}  // namespace kernelscope::ui
