#include "engine/run/headless_run.h"

#include "engine/backend/backend_registry.h"
#include "engine/core/compute_pool.h"
#include "engine/run/checkpoint_file.h"
#include "engine/run/experiment.h"
#include "engine/run/run_folder.h"

#include <chrono>
#include <thread>

namespace kernelscope {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kHeadlessPoll{50};

// The picture's path made absolute, so that the experiment in the run folder finds it again.
ExperimentConfig withAbsoluteSource(ExperimentConfig config) {
  const bool builtin = config.image.source.starts_with("builtin:");
  if (!builtin)
    config.image.source =
        std::filesystem::absolute(config.baseDirectory / config.image.source).lexically_normal();
  return config;
}

class HeadlessRunner {
 public:
  HeadlessRunner(const ExperimentConfig& config, const HeadlessOptions& options)
      : config_(withAbsoluteSource(config)), options_(options), folder_(options.folder) {}

  HeadlessOutcome run() {
    const Clock::time_point begun = Clock::now();
    checkRunnable(config_);
    const DeviceInfo device = makeBackend(config_.backend)->device();
    const std::shared_ptr<const ImageDataset> data = loadImageDataset(config_);
    for (const std::string& text : data->notes()) {
      if (options_.note) options_.note(text);
    }
    const ExperimentOptions experimentOptions = startingOptions();
    if (!options_.resume) folder_.begin(config_);
    auto pool = std::make_shared<ComputePool>(options_.threads);
    Experiment experiment(config_, data, pool, experimentOptions);
    follow(experiment);
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    return conclude(*data, pool, device, seconds);
  }

 private:
  ExperimentOptions startingOptions() {
    ExperimentOptions result;
    result.pictures = false;
    result.stopAfter = options_.stopAfter;
    result.checkpointEvery = options_.checkpointEvery;
    for (const LaneId lane : kLanes) {
      const std::filesystem::path file = folder_.checkpointFile(lane);
      if (options_.resume && std::filesystem::exists(file)) {
        checkpoints_[laneIndex(lane)] = result.resumeFrom[laneIndex(lane)] = loadCheckpoint(file);
      }
    }
    return result;
  }

  // Until both lanes have ended: passes on progress and the wish to stop, keeps checkpoints.
  void follow(Experiment& experiment) {
    while (true) {
      const bool ended = experiment.finished();
      take(experiment);
      if (ended) return;
      if (options_.stopWanted && options_.stopWanted()) experiment.requestStop();
      if (options_.progress && lanes_[0] && lanes_[1]) options_.progress(lanes_);
      std::this_thread::sleep_for(kHeadlessPoll);
    }
  }

  void take(Experiment& experiment) {
    for (const LaneId lane : kLanes) {
      if (auto checkpoint = experiment.takeCheckpoint(lane)) {
        saveCheckpoint(*checkpoint, folder_.checkpointFile(lane));
        checkpoints_[laneIndex(lane)] = std::move(checkpoint);
      }
      if (auto snapshot = experiment.takeSnapshot(lane)) lanes_[laneIndex(lane)] = std::move(snapshot);
    }
  }

  HeadlessOutcome conclude(const ImageDataset& data, const std::shared_ptr<ComputePool>& pool,
                           const DeviceInfo& device, double seconds) {
    const nlohmann::ordered_json result = runResult(config_, lanes_, device, options_.threads, seconds);
    folder_.finish(config_, data, checkpoints_, lanes_,
                   std::make_shared<WorkerContexts>(pool, config_.backend), result);
    return {runStatus(lanes_), result.at("message"), lanes_};
  }

  const ExperimentConfig config_;
  const HeadlessOptions& options_;
  RunFolder folder_;
  LaneSnapshots lanes_;
  RunFolder::Checkpoints checkpoints_;
};

}  // namespace

HeadlessOutcome runHeadless(const ExperimentConfig& config, const HeadlessOptions& options) {
  return HeadlessRunner(config, options).run();
}

}  // namespace kernelscope
