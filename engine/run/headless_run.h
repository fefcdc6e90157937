#pragma once
// Runs an experiment from start to end without a window and leaves its folder. Used by kernelscope-run.

#include "engine/run/run_result.h"

#include <filesystem>
#include <functional>

namespace kernelscope {

struct HeadlessOptions {
  std::filesystem::path folder;
  bool resume = false;  // continue from the folder's checkpoints
  int threads = 1;
  std::int64_t stopAfter = 0;        // stop, resumable, after this step; 0: never
  std::int64_t checkpointEvery = 0;  // steps; 0: every ten seconds
  std::function<bool()> stopWanted;  // asked about 20 times a second
  // Newest snapshots about 20 times a second; both are there.
  std::function<void(const LaneSnapshots&)> progress;
  std::function<void(const std::string&)> note;  // what was done to the picture, say
};

struct HeadlessOutcome {
  RunStatus status = RunStatus::Finished;
  std::string message;
  LaneSnapshots lanes;
};

// Throws ConfigError, ContentError, IoError, DeviceError before training; IoError if results cannot be
// written.
HeadlessOutcome runHeadless(const ExperimentConfig& config, const HeadlessOptions& options);

}  // namespace kernelscope
