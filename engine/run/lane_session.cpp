#include "engine/run/lane_session.h"

#include "engine/core/error.h"
#include "engine/data/query_grid.h"
#include "engine/nn/network_builder.h"
#include "engine/nn/network_cost.h"
#include "engine/optim/adam.h"
#include "engine/run/field_observer.h"
#include "engine/run/field_query.h"
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
      history_(metrics_.emptyHistory()) {
  const auto& checkpoint = job.options.resumeFrom[laneIndex(job.lane)];
  if (checkpoint) resume(*checkpoint);
}

void LaneSession::resume(const Checkpoint& checkpoint) {
  trainer_.restore(checkpoint.step, checkpoint.firstMoment, checkpoint.secondMoment);
  timer_.setSeconds(checkpoint.seconds);
  history_ = checkpoint.history;
  for (std::size_t row = 0; row < history_.size(); ++row) {
    const double loss = history_.value(row, metrics_.lossColumn());
    rule_.judge(loss, metrics_.fitDb(loss));
  }
  if (checkpoint.firstLoss > 0) rule_.setFirstLoss(checkpoint.firstLoss);
}

void LaneSession::takeSettings(const LiveSettings& settings) {
  settings_ = settings;
  rule_.setSpec(settings.stop);
}

StopVerdict LaneSession::step() {
  timer_.begin();
  const double loss = trainer_.computeLossAndGradient();
  const StopVerdict verdict = rule_.judge(loss, metrics_.fitDb(loss));
  if (verdict == StopVerdict::Diverged) {
    timer_.end();
    divergedAt_ = trainer_.stepsDone() + 1;
    trainer_.revertParameters();
    history_.append(divergedAt_, timer_.seconds(), metrics_.stepRow(loss));
    return verdict;
  }
  trainer_.update(adamStepAt(settings_.optimizer, trainer_.stepsDone() + 1, settings_.steps));
  timer_.end();
  const StopVerdict target = rule_.judgeTarget(metrics_.psnrDb(record(loss)));
  return target == StopVerdict::GoOn ? verdict : target;
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
  HostJet jet = predict(task_.allInputs(), layout);
  if (metrics_.trainsValues()) return jet;
  plane_ = fittedPlane(task_.data(), task_.supervision(), jet.values());
  addPlane(task_.data(), plane_, jet.channels.front());
  return jet;
}

std::int64_t LaneSession::parameterStep() const {
  return divergedAt_ > 0 ? std::max<std::int64_t>(0, divergedAt_ - 2) : trainer_.stepsDone();
}

std::optional<Field2d> LaneSession::presentField(const std::function<bool()>& abandoned) {
  const ImageDataset& data = task_.data();
  const FieldView view = settings_.view;
  const int query = possibleQuery(data.height(), data.width(), settings_.query);
  if (query == 1 || !hasValuesBetweenPixels(view))
    return predictedField(data, predictPicture(viewLayout(view)), view);
  const bool addsPlane = !metrics_.trainsValues();
  if (addsPlane) predictPicture({});  // fits it at the pixels
  Backend& backend = workers_[0].backend;
  const auto network = [&](const HostTensor& inputs, const JetLayout& layout) {
    const Tensor points = backend.allocate(inputs.dtype(), inputs.rows(), inputs.cols());
    backend.upload(inputs, points);
    HostJet jet = predict(points, layout);
    if (addsPlane) addPlaneAt(inputs, plane_, jet.channels.front());
    return jet;
  };
  return queriedField(data, view, query, network, abandoned);
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
  return checkpoint;
}

}  // namespace kernelscope
