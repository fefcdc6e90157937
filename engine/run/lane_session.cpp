#include "engine/run/lane_session.h"

#include "engine/core/error.h"
#include "engine/nn/network_builder.h"
#include "engine/nn/network_cost.h"
#include "engine/optim/adam.h"
#include "engine/run/checkpoint_observer.h"
#include "engine/run/field_observer.h"
#include "engine/run/recovered_values.h"

#include <fmt/format.h>

#include <algorithm>

namespace kernelscope {

namespace {

HostTensor startingParameters(const LaneJob& job, const Network& network) {
  const auto& checkpoint = job.options.resumeFrom[laneIndex(job.lane)];
  if (!checkpoint) return network.initialParameters(job.config->seed);
  const std::int64_t count = network.parameterLayout().totalCount();
  if (static_cast<std::int64_t>(checkpoint->parameters.size()) != count) {
    throw ShapeError(fmt::format("the checkpoint of lane {} has {} parameters, its network {}",
                                 laneName(job.lane), checkpoint->parameters.size(), count));
  }
  return HostTensor::from<float>(checkpoint->parameters, 1, count);
}

// A step on derivatives multiplies a row for every channel of the jet.
LaneCost costOf(const Network& network, const ImageFieldTask& task) {
  LaneCost cost = networkCost(network);
  cost.trainingFlopsPerSample *= task.requiredJet().channels();
  return cost;
}

MeasurementSchedule scheduleFor(const ExperimentConfig& config, const ImageFieldTask& task,
                                const LaneCost& cost) {
  const auto forward = static_cast<double>(cost.flopsPerSample);
  const double step =
      static_cast<double>(task.batchSize()) * static_cast<double>(cost.trainingFlopsPerSample);
  const double picture = static_cast<double>(task.data().pixelCount()) * forward;
  // A picture recovered from derivatives needs all its pixels for its constant.
  if (const int channels = task.requiredJet().channels(); channels > 1)
    return {config.steps, step, picture * channels, picture * channels};
  return {config.steps, step, static_cast<double>(task.data().heldOutPixels().size()) * forward, picture};
}

// Of the larger lane, so that both keep the same steps.
int keptCountFor(const ExperimentConfig& config, const ImageFieldTask& task) {
  std::int64_t most = 0;
  for (const LaneId lane : kLanes) {
    const Network network = buildNetwork(config.lane(lane), task.inWidth(), task.outWidth());
    const ParameterLayout& layout = network.parameterLayout();
    most = std::max(most, layout.totalCount() + 2 * layout.trainableCount());
  }
  return keptCount(static_cast<std::size_t>(most) * sizeof(float));
}

// The rows of a record up to a step.
MetricHistory recordUpTo(const MetricHistory& history, std::int64_t step) {
  std::size_t rows = history.size();
  while (rows > 0 && history.step(rows - 1) > step) --rows;
  return history.prefix(rows);
}

}  // namespace

LaneSession::LaneSession(const LaneJob& job)
    : job_(job),
      settings_{job.config->optimizer, job.config->steps, job.config->stop, job.options.view,
                job.options.query},
      workers_(job.pool, job.config->backend),
      task_(job.data, workers_[0].backend, job.config->batch, job.config->seed, supervisionOf(*job.config)),
      metrics_(task_),
      network_(std::make_shared<Network>(
          buildNetwork(job.config->lane(job.lane), task_.inWidth(), task_.outWidth()))),
      trainer_(network_, task_, workers_, startingParameters(job, *network_)),
      cost_(costOf(*network_, task_)),
      schedule_(scheduleFor(*job.config, task_, cost_)),
      rule_(job.config->stop),
      keptCount_(keptCountFor(*job.config, task_)),
      keptSteps_(job.config->steps, keptCount_),
      kept_(std::make_shared<const CheckpointRing>(keptCount_)),
      history_(metrics_.emptyHistory()) {
  const auto& from = job.options.resumeFrom[laneIndex(job.lane)];
  if (from) resume(from);
  if (kept_->empty()) keep(from ? from : checkpoint());
}

void LaneSession::resume(const std::shared_ptr<const Checkpoint>& from) {
  const std::size_t lane = laneIndex(job_.lane);
  const Checkpoint& checkpoint = *from;
  if (const auto& before = job_.options.keptBefore[lane])
    kept_ = std::make_shared<const CheckpointRing>(before->upTo(checkpoint.step));
  trainer_.restore(checkpoint.step, checkpoint.firstMoment, checkpoint.secondMoment);
  timer_.resume(checkpoint.seconds, checkpoint.history);
  if (checkpoint.end != LaneEnd::None && !job_.options.revive[lane]) return stayEnded(checkpoint);
  history_ = recordUpTo(checkpoint.history, checkpoint.step);
  for (std::size_t row = 0; row < history_.size(); ++row) {
    const double loss = history_.value(row, metrics_.lossColumn());
    rule_.judge(loss, metrics_.fitDb(loss));
  }
  if (checkpoint.firstLoss > 0) rule_.setFirstLoss(checkpoint.firstLoss);
}

// As it was when it ended: after a divergence one more step was counted than the parameters show.
void LaneSession::stayEnded(const Checkpoint& checkpoint) {
  history_ = checkpoint.history;
  end_ = checkpoint.end;
  endReason_ = checkpoint.endReason;
  divergedAt_ = checkpoint.divergedAt;
  rule_.setFirstLoss(checkpoint.firstLoss);
  const std::int64_t step = end_ == LaneEnd::Diverged ? divergedAt_ - 1 : checkpoint.step;
  trainer_.restore(step, checkpoint.firstMoment, checkpoint.secondMoment);
}

void LaneSession::takeSettings(const LiveSettings& settings) {
  if (settings.steps != settings_.steps) keptSteps_ = KeptSteps(settings.steps, keptCount_);
  settings_ = settings;
  rule_.setSpec(settings.stop);
}

void LaneSession::step() {
  timer_.begin();
  const double loss = trainer_.computeLossAndGradient();
  const StopVerdict verdict = rule_.judge(loss, metrics_.fitDb(loss));
  if (verdict == StopVerdict::Diverged) {
    timer_.end();
    divergedAt_ = trainer_.stepsDone() + 1;
    trainer_.revertParameters();
    history_.append(divergedAt_, timer_.seconds(), metrics_.stepRow(loss));
    return noteEnd(verdict);
  }
  trainer_.update(adamStepAt(settings_.optimizer, trainer_.stepsDone() + 1, settings_.steps));
  timer_.end();
  const StopVerdict target = rule_.judgeTarget(metrics_.psnrDb(record(loss)));
  noteEnd(target == StopVerdict::GoOn ? verdict : target);
  if (keptSteps_.contains(trainer_.stepsDone())) keep(checkpoint());
}

void LaneSession::noteEnd(StopVerdict verdict) {
  if (verdict == StopVerdict::GoOn) return;
  end_ = verdict == StopVerdict::Diverged ? LaneEnd::Diverged : LaneEnd::StopRule;
  endReason_ = rule_.reason();
}

MetricRow LaneSession::record(double loss) {
  const std::int64_t step = trainer_.stepsDone();
  MetricRow row = metrics_.stepRow(loss);
  const bool heldOut = schedule_.heldOutAt(step);
  if (schedule_.pictureAt(step) || step == settings_.steps || (heldOut && !metrics_.trainsValues())) {
    metrics_.addPicture(row, predictPicture(task_.requiredJet()));
  } else if (heldOut) {
    metrics_.addHeldOut(row, predict(task_.heldOutInputs(), {}).values());
  }
  history_.append(step, timer_.seconds(), row);
  return row;
}

HostJet LaneSession::predict(const Tensor& inputs, const JetLayout& layout) {
  return evaluateNetwork(workers_, *network_, trainer_.parameters(), inputs, layout);
}

HostJet LaneSession::predictPicture(const JetLayout& layout) {
  RecoveredPicture picture =
      recoveredPicture(task_.data(), predict(task_.allInputs(), layout), task_.supervision());
  plane_ = std::move(picture.plane);
  return std::move(picture.jet);
}

std::int64_t LaneSession::parameterStep() const {
  return divergedAt_ > 0 ? std::max<std::int64_t>(0, divergedAt_ - 2) : trainer_.stepsDone();
}

std::optional<Field2d> LaneSession::presentField(const std::function<bool()>& abandoned) {
  const auto network = [this](const Tensor& inputs, const JetLayout& layout) {
    return predict(inputs, layout);
  };
  return shownField({task_.data(), task_.supervision(), workers_[0].backend, task_.allInputs(), network},
                    settings_.view, settings_.query, abandoned);
}

bool LaneSession::observe(const std::function<bool()>& abandoned) {
  std::optional<Field2d> field = presentField(abandoned);
  if (!field) return false;
  auto observation = std::make_shared<Observation>();
  observation->step = parameterStep();
  observation->fields.push_back(std::move(*field));
  observation_ = std::move(observation);
  return true;
}

void LaneSession::measureFinal() {
  finalMetrics_ = metrics_.finalFigures(predictPicture(task_.requiredJet()));
}

std::shared_ptr<TrainingSnapshot> LaneSession::snapshot(LaneState state, const std::string& message) const {
  auto snapshot = std::make_shared<TrainingSnapshot>();
  snapshot->runId = job_.options.runId;
  snapshot->lane = job_.lane;
  snapshot->state = state;
  snapshot->step = trainer_.stepsDone();
  snapshot->steps = settings_.steps;
  snapshot->seconds = timer_.seconds();
  snapshot->millisecondsPerStep = timer_.medianMilliseconds();
  snapshot->cost = cost_;
  snapshot->history = history_;
  snapshot->kept = kept_;
  snapshot->observation = observation_;
  snapshot->finalMetrics = finalMetrics_;
  if (!finalMetrics_.empty()) snapshot->plane = plane_;
  snapshot->message = message;
  snapshot->divergedAt = divergedAt_;
  return snapshot;
}

std::shared_ptr<const Checkpoint> LaneSession::checkpoint() {
  auto checkpoint = std::make_shared<Checkpoint>();
  checkpoint->lane = job_.lane;
  checkpoint->step = parameterStep();
  checkpoint->seconds = timer_.seconds();
  checkpoint->firstLoss = rule_.firstLoss();
  checkpoint->parameters = trainer_.downloadParameters();
  checkpoint->firstMoment = trainer_.downloadFirstMoment();
  checkpoint->secondMoment = trainer_.downloadSecondMoment();
  checkpoint->history = history_;
  checkpoint->end = end_;
  checkpoint->endReason = endReason_;
  checkpoint->divergedAt = divergedAt_;
  return checkpoint;
}

// After a divergence what was kept beyond the last good state goes.
void LaneSession::keep(std::shared_ptr<const Checkpoint> checkpoint) {
  CheckpointRing longer = kept_->upTo(checkpoint->step);
  longer.add(std::move(checkpoint));
  kept_ = std::make_shared<const CheckpointRing>(std::move(longer));
}

}  // namespace kernelscope
