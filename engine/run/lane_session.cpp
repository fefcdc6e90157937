#include "engine/run/lane_session.h"

#include "engine/core/error.h"
#include "engine/nn/network_builder.h"
#include "engine/nn/network_cost.h"
#include "engine/observe/image_quality.h"
#include "engine/optim/adam.h"
#include "engine/run/field_observer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kernelscope {

namespace {

// The record of an image-field lane, see training_snapshot.h.
MetricHistory emptyHistory() {
  return MetricHistory({"mse", "psnr_db", "heldout_mse", "heldout_psnr_db", "ssim"});
}

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

MeasurementSchedule scheduleFor(const ExperimentConfig& config, const ImageFieldTask& task,
                                const LaneCost& cost) {
  const auto forward = static_cast<double>(cost.flopsPerSample);
  const double step =
      static_cast<double>(task.batchSize()) * static_cast<double>(cost.trainingFlopsPerSample);
  return {config.steps, step, static_cast<double>(task.data().heldOutPixels().size()) * forward,
          static_cast<double>(task.data().pixelCount()) * forward};
}

}  // namespace

LaneSession::LaneSession(const LaneJob& job)
    : job_(job),
      settings_{job.config->optimizer, job.config->steps, job.config->stop, job.options.view},
      workers_(job.pool, job.config->backend),
      task_(job.data, workers_[0].backend, job.config->batch, job.config->seed),
      network_(std::make_shared<Network>(
          buildNetwork(job.config->lane(job.lane), task_.inWidth(), task_.outWidth()))),
      trainer_(network_, task_, workers_, startingParameters(job, *network_)),
      cost_(networkCost(*network_)),
      schedule_(scheduleFor(*job.config, task_, cost_)),
      rule_(job.config->stop),
      history_(emptyHistory()) {
  const auto& checkpoint = job.options.resumeFrom[laneIndex(job.lane)];
  if (checkpoint) resume(*checkpoint);
}

void LaneSession::resume(const Checkpoint& checkpoint) {
  trainer_.restore(checkpoint.step, checkpoint.firstMoment, checkpoint.secondMoment);
  timer_.setSeconds(checkpoint.seconds);
  history_ = checkpoint.history;
  const int psnr = history_.columnIndex("psnr_db"), mse = history_.columnIndex("mse");
  for (std::size_t row = 0; row < history_.size(); ++row) {
    rule_.judge(history_.value(row, static_cast<std::size_t>(mse)),
                history_.value(row, static_cast<std::size_t>(psnr)));
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
  const StopVerdict verdict = rule_.judge(loss, psnrDb(loss));
  if (verdict == StopVerdict::Diverged) {
    timer_.end();
    divergedAt_ = trainer_.stepsDone() + 1;
    trainer_.revertParameters();
    const std::array<double, 5> row = {loss, psnrDb(loss), MetricHistory::kMissing, MetricHistory::kMissing,
                                       MetricHistory::kMissing};
    history_.append(divergedAt_, timer_.seconds(), row);
    return verdict;
  }
  trainer_.update(adamStepAt(settings_.optimizer, trainer_.stepsDone() + 1, settings_.steps));
  timer_.end();
  record(loss);
  return verdict;
}

void LaneSession::record(double loss) {
  const std::int64_t step = trainer_.stepsDone();
  const bool last = step == settings_.steps;
  double heldOut = MetricHistory::kMissing, ssim = MetricHistory::kMissing;
  if (schedule_.pictureAt(step) || last) {
    const PictureMeasures measures = measurePicture(task_.data(), predict(task_.allInputs(), {}).values());
    heldOut = measures.heldOutMse;
    ssim = measures.ssim;
  } else if (schedule_.heldOutAt(step)) {
    heldOut = meanSquaredError(task_.data(), task_.data().heldOutPixels(),
                               predict(task_.heldOutInputs(), {}).values());
  }
  const std::array<double, 5> row = {loss, psnrDb(loss), heldOut, psnrDb(heldOut), ssim};
  history_.append(step, timer_.seconds(), row);
}

HostJet LaneSession::predict(const Tensor& inputs, const JetLayout& layout) {
  return evaluateNetwork(workers_, *network_, trainer_.parameters(), inputs, layout);
}

std::int64_t LaneSession::parameterStep() const {
  return divergedAt_ > 0 ? std::max<std::int64_t>(0, divergedAt_ - 2) : trainer_.stepsDone();
}

void LaneSession::observe() {
  auto observation = std::make_shared<Observation>();
  observation->step = parameterStep();
  const HostJet jet = predict(task_.allInputs(), viewLayout(settings_.view));
  observation->fields.push_back(predictedField(task_.data(), jet, settings_.view));
  observation_ = std::move(observation);
}

void LaneSession::measureFinal() {
  const PictureMeasures measures = measurePicture(task_.data(), predict(task_.allInputs(), {}).values());
  finalMetrics_ = {{"mse", measures.trainMse},
                   {"psnr_db", psnrDb(measures.trainMse)},
                   {"heldout_mse", measures.heldOutMse},
                   {"heldout_psnr_db", psnrDb(measures.heldOutMse)},
                   {"ssim", measures.ssim}};
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
