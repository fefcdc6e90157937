#pragma once
// The folder of a run: experiment.json, result.json, metrics.csv, arrays.npz, weights/, checkpoints/.
// Every file is written whole or not at all.

#include "engine/data/image_dataset.h"
#include "engine/run/run_result.h"
#include "engine/train/checkpoint.h"
#include "engine/train/worker_contexts.h"

#include <filesystem>

namespace kernelscope {

class RunFolder {
 public:
  explicit RunFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  const std::filesystem::path& path() const { return folder_; }

  std::filesystem::path experimentFile() const { return folder_ / "experiment.json"; }
  std::filesystem::path resultFile() const { return folder_ / "result.json"; }
  std::filesystem::path metricsFile() const { return folder_ / "metrics.csv"; }
  std::filesystem::path arraysFile() const { return folder_ / "arrays.npz"; }
  std::filesystem::path weightsFile(LaneId lane) const;
  std::filesystem::path checkpointFile(LaneId lane) const;

  // Makes the folder, writes the resolved experiment, and removes the results of an earlier run there.
  // Throws IoError.
  void begin(const ExperimentConfig& config) const;

  // The experiment of an existing run. Throws IoError (not a run folder), ContentError, ConfigError.
  ExperimentConfig experiment() const;

  using Checkpoints = std::array<std::shared_ptr<const Checkpoint>, 2>;
  // Metrics and weights of the checkpoints (those that are not null), the arrays of both lanes in float64,
  // with the snapshots' planes added, then the result, last, so that a folder with a result is complete.
  // Throws IoError.
  void finish(const ExperimentConfig& config, const ImageDataset& data, const Checkpoints& checkpoints,
              const LaneSnapshots& snapshots, std::shared_ptr<WorkerContexts> workers,
              const nlohmann::ordered_json& result) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace kernelscope
