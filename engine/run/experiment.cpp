#include "engine/run/experiment.h"

#include "engine/backend/backend_registry.h"
#include "engine/config/config_check.h"
#include "engine/nn/network_builder.h"
#include "engine/run/lane_run.h"
#include "engine/tasks/image_field_task.h"

#include <thread>

namespace kernelscope {

struct Experiment::Internals {
  Internals(ExperimentConfig experiment, bool paused)
      : config(std::make_shared<const ExperimentConfig>(std::move(experiment))),
        governor(paused, raceKind(*config)),
        live{config->optimizer, config->steps, config->stop, FieldView::Value, 1} {}

  void publishLive() {
    for (LaneBoxes& box : boxes) box.settings.publish(std::make_shared<const LiveSettings>(live));
    governor.callAttention();
  }

  std::shared_ptr<const ExperimentConfig> config;
  StepGovernor governor;
  LiveSettings live;
  std::uint64_t runId = 0;
  std::array<LaneJob, 2> jobs;
  std::array<LaneBoxes, 2> boxes;
  std::array<std::jthread, 2> threads;  // last: they end before what they use
};

void checkRunnable(const ExperimentConfig& config) {
  if (std::vector<ConfigIssue> issues = checkConfig(config); !issues.empty())
    throw ConfigError(std::move(issues));
  checkNetworks(config, ImageFieldTask::kCoordinates);
}

Experiment::Experiment(ExperimentConfig config, std::shared_ptr<const ImageDataset> data,
                       std::shared_ptr<ComputePool> pool, ExperimentOptions options) {
  checkRunnable(config);
  makeBackend(config.backend);  // a missing device is said here, not by both lanes
  internals_ = std::make_unique<Internals>(std::move(config), options.startPaused);
  Internals& self = *internals_;
  self.runId = options.runId;
  self.live.view = options.view;
  self.live.query = options.query;
  self.governor.setPace(options.stepsPerSecond);
  // Both take part before either steps, so that the first steps are in turn too.
  for (const LaneId lane : kLanes) {
    const auto& checkpoint = options.resumeFrom[laneIndex(lane)];
    self.governor.join(lane, checkpoint ? checkpoint->step : 0, checkpoint ? checkpoint->seconds : 0);
  }
  for (const LaneId lane : kLanes) {
    const std::size_t i = laneIndex(lane);
    self.jobs[i] = {lane, self.config, data, pool, options};
    self.threads[i] = std::jthread([&self, i](std::stop_token stop) {
      runLane(self.jobs[i], self.boxes[i], self.governor, std::move(stop));
    });
  }
}

Experiment::~Experiment() {
  requestStop();
}

const ExperimentConfig& Experiment::config() const {
  return *internals_->config;
}
std::uint64_t Experiment::runId() const {
  return internals_->runId;
}
void Experiment::play() {
  internals_->governor.play();
}
void Experiment::pause() {
  internals_->governor.pause();
  internals_->governor.callAttention();
}
void Experiment::singleStep() {
  internals_->governor.singleStep();
}
void Experiment::setPace(double stepsPerSecond) {
  internals_->governor.setPace(stepsPerSecond);
}
bool Experiment::paused() const {
  return internals_->governor.paused();
}

void Experiment::requestStop() {
  for (std::jthread& thread : internals_->threads) thread.request_stop();
}

void Experiment::setView(FieldView view) {
  internals_->live.view = view;
  internals_->publishLive();
}

void Experiment::setQuery(int query) {
  internals_->live.query = query;
  internals_->publishLive();
}

void Experiment::applyLive(const ExperimentConfig& config) {
  LiveSettings& live = internals_->live;
  live.optimizer.learningRate = config.optimizer.learningRate;
  live.steps = config.steps;
  live.stop = config.stop;
  internals_->publishLive();
}

std::shared_ptr<const TrainingSnapshot> Experiment::takeSnapshot(LaneId lane) {
  return internals_->boxes[laneIndex(lane)].snapshots.take();
}

std::shared_ptr<const Checkpoint> Experiment::takeCheckpoint(LaneId lane) {
  return internals_->boxes[laneIndex(lane)].checkpoints.take();
}

bool Experiment::finished() const {
  return internals_->boxes[0].ended && internals_->boxes[1].ended;
}

void Experiment::join() {
  for (std::jthread& thread : internals_->threads) {
    if (thread.joinable()) thread.join();
  }
}

}  // namespace kernelscope
