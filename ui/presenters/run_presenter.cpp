#include "ui/presenters/run_presenter.h"

#include "engine/config/config_diff.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr int kPollMilliseconds = 33;

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

RunPresenter::DataKey RunPresenter::dataKey(const ExperimentConfig& config) {
  const bool seeded = config.image.trainPixels == "fraction";
  return {config.image, config.baseDirectory, seeded ? config.seed : 0, config.supervise};
}

void RunPresenter::start(const ExperimentConfig& config) {
  wanted_ = config;
  wantedFromSeed_ = true;
  advance();
  updatePhase();
}

void RunPresenter::applyConfig(const ExperimentConfig& config) {
  wanted_ = config;
  advance();
  updatePhase();
}

void RunPresenter::restart() {
  if (!wanted_) wanted_ = config_;
  wantedFromSeed_ = true;
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
}

void RunPresenter::setQuery(int query) {
  query_ = query;
  if (experiment_) experiment_->setQuery(query);
}

void RunPresenter::prepare(const ExperimentConfig& config, std::function<void()> ready) {
  if (preparing_) loader_.forget(preparing_->ticket);
  preparing_ = Reading{dataKey(config), ++lastTicket_};
  prepared_ = std::move(ready);
  loader_.request(config, preparing_->ticket);
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
  std::int64_t left = 0;
  for (const LaneId lane : kLanes) {
    const auto& news = snapshot(lane);
    if (!terminal_[laneIndex(lane)]) left += config_.steps - (news ? news->step : 0);
  }
  return pace_.secondsFor(std::max<std::int64_t>(left, 0));
}

void RunPresenter::poll() {
  takeLoads();
  if (experiment_) {
    for (const LaneId lane : kLanes) takeNews(lane);
  }
  advance();
  std::erase_if(retired_, [](const auto& experiment) { return experiment->finished(); });
  updatePhase();
}

void RunPresenter::takeLoads() {
  while (const std::shared_ptr<const LoadResult> result = loader_.take()) {
    if (preparing_ && result->ticket == preparing_->ticket) {
      takePrepared(*result);
    } else if (reading_ && result->ticket == reading_->ticket) {
      const DataKey key = reading_->key;
      reading_.reset();
      if (!result->problem) {
        spare_ = Loaded{key, result->data};
        continue;
      }
      wanted_.reset();
      wantedFromSeed_ = false;
      Q_EMIT loadFailed(*result->problem, true);
    }
  }
}

void RunPresenter::takePrepared(const LoadResult& result) {
  const DataKey key = preparing_->key;
  preparing_.reset();
  const std::function<void()> ready = std::exchange(prepared_, {});
  if (result.problem) {
    Q_EMIT loadFailed(*result.problem, false);
    return;
  }
  spare_ = Loaded{key, result.data};
  ready();
}

void RunPresenter::takeNews(LaneId lane) {
  const std::size_t i = laneIndex(lane);
  if (auto checkpoint = experiment_->takeCheckpoint(lane)) checkpoints_[i] = std::move(checkpoint);
  std::shared_ptr<const TrainingSnapshot> news = experiment_->takeSnapshot(lane);
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

bool RunPresenter::dataReady(const ExperimentConfig& config) {
  const DataKey key = dataKey(config);
  if ((current_ && current_->key == key) || (spare_ && spare_->key == key)) return true;
  if (reading_ && reading_->key == key) return false;
  if (reading_) loader_.forget(reading_->ticket);
  reading_ = Reading{key, ++lastTicket_};
  loader_.request(config, reading_->ticket);
  return false;
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
bool RunPresenter::mustContinue(const ExperimentConfig& next) const {
  return std::ranges::any_of(snapshots_, [&](const auto& snapshot) {
    if (!snapshot || !terminal_[laneIndex(snapshot->lane)]) return false;
    if (snapshot->state == LaneState::Finished)
      return snapshot->step < next.steps && next.steps > config_.steps;
    const bool gentler = next.optimizer.learningRate < config_.optimizer.learningRate ||
                         next.stop.divergenceRatio > config_.stop.divergenceRatio;
    return snapshot->state == LaneState::Diverged && gentler;
  });
}

void RunPresenter::advance() {
  if (!wanted_ || !dataReady(*wanted_)) return;
  const LaneFlags fromSeed = lanesFromSeed();
  if (bothOf(fromSeed)) return launch(fromSeed);
  const bool live = !fromSeed[0] && !fromSeed[1] && !stopping_ && !mustContinue(*wanted_);
  if (live) {
    experiment_->applyLive(*wanted_);
    config_ = *wanted_;
    wanted_.reset();
    Q_EMIT configApplied();
    return;
  }
  if (!stopping_) experiment_->requestStop();
  stopping_ = true;
  if (!experiment_->finished()) return;
  for (const LaneId lane : kLanes) takeNews(lane);
  launch(fromSeed);
}

void RunPresenter::launch(LaneFlags fromSeed) {
  ExperimentOptions options;
  options.runId = ++lastRunId_;
  options.startPaused = paused_;
  options.view = view_;
  options.query = query_;
  std::array<std::int64_t, 2> resumeStep{};
  for (std::size_t i = 0; i < fromSeed.size(); ++i) {
    if (!checkpoints_[i]) fromSeed[i] = true;
    if (fromSeed[i]) continue;
    options.resumeFrom[i] = checkpoints_[i];
    resumeStep[i] = checkpoints_[i]->step;
  }
  const ExperimentConfig config = *std::exchange(wanted_, std::nullopt);
  wantedFromSeed_ = false;
  const bool newData = !current_ || current_->key != dataKey(config);
  const RunData& data = newData ? spare_->data : current_->data;
  try {
    auto experiment = std::make_unique<Experiment>(config, data.dataset, pool_, options);
    if (newData) current_ = std::exchange(spare_, std::nullopt);
    config_ = config;
    catchUpTo_ = {fromSeed[0] ? resumeStep[1] : 0, fromSeed[1] ? resumeStep[0] : 0};
    adopt(std::move(experiment), fromSeed);
    if (newData) Q_EMIT dataChanged();
    Q_EMIT runStarted(fromSeed[0], fromSeed[1]);
  } catch (const std::exception& error) {
    Q_EMIT startFailed(problemOf(tr("This set-up cannot be run."), error));
  }
}

void RunPresenter::adopt(std::unique_ptr<Experiment> experiment, const LaneFlags& fromSeed) {
  if (experiment_) {
    experiment_->requestStop();
    retired_.push_back(std::move(experiment_));
  }
  experiment_ = std::move(experiment);
  stopping_ = false;
  terminal_ = {};
  checkpoints_ = {};
  pace_.clear();
  if (bothOf(fromSeed)) ++runNumber_;
  for (std::size_t i = 0; i < fromSeed.size(); ++i) {
    if (fromSeed[i]) snapshots_[i].reset();
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
  if (experiment_) {
    experiment_->requestStop();
    retired_.push_back(std::move(experiment_));
  }
  const QDeadlineTimer deadline(patience);
  QEventLoop waiting;
  QTimer look;
  const auto ended = [this] {
    return loader_.idle() &&
           std::ranges::all_of(retired_, [](const auto& experiment) { return experiment->finished(); });
  };
  connect(&look, &QTimer::timeout, &waiting, [&] {
    if (ended() || deadline.hasExpired()) waiting.quit();
  });
  look.start(5);
  waiting.exec(QEventLoop::ExcludeUserInputEvents);
  return ended();
}

}  // namespace kernelscope::ui
