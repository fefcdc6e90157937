#include "engine/run/run_folder.h"

#include "engine/config/config_codec.h"
#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/io/npz.h"
#include "engine/io/safetensors.h"
#include "engine/nn/network_builder.h"
#include "engine/run/field_arrays.h"
#include "engine/run/lane_weights.h"
#include "engine/run/metrics_csv.h"
#include "engine/tasks/image_field_task.h"

namespace kernelscope {

namespace {

std::string laneFile(LaneId lane) {
  return std::string(laneName(lane)) + ".safetensors";
}

void writeWeights(const ExperimentConfig& config, const Network& network, const Checkpoint& checkpoint,
                  const std::filesystem::path& file) {
  SafetensorsFile content;
  content.arrays = namedWeights(network.parameterLayout(), checkpoint.parameters);
  content.metadata = {{"format", "kernelscope-weights-1"},
                      {"lane", laneName(checkpoint.lane)},
                      {"name", config.lane(checkpoint.lane).name},
                      {"step", std::to_string(checkpoint.step)}};
  writeSafetensors(content, file);
}

}  // namespace

std::filesystem::path RunFolder::weightsFile(LaneId lane) const {
  return folder_ / "weights" / laneFile(lane);
}
std::filesystem::path RunFolder::checkpointFile(LaneId lane) const {
  return folder_ / "checkpoints" / laneFile(lane);
}

void RunFolder::begin(const ExperimentConfig& config) const {
  createDirectories(folder_ / "weights");
  createDirectories(folder_ / "checkpoints");
  std::error_code ignored;
  std::filesystem::remove(resultFile(), ignored);
  for (const LaneId lane : kLanes) std::filesystem::remove(checkpointFile(lane), ignored);
  saveExperiment(config, experimentFile());
}

ExperimentConfig RunFolder::experiment() const {
  if (!std::filesystem::exists(experimentFile())) {
    throw IoError(folder_, "is not the folder of a run: it holds no experiment.json");
  }
  return loadExperiment(experimentFile());
}

void RunFolder::finish(const ExperimentConfig& config, const ImageDataset& data,
                       const Checkpoints& checkpoints, const LaneSnapshots& snapshots,
                       std::shared_ptr<WorkerContexts> workers, const nlohmann::ordered_json& result) const {
  std::array<MetricHistory, 2> histories;
  std::vector<NamedArray> arrays = dataArrays(data);
  for (const auto& checkpoint : checkpoints) {
    if (!checkpoint) continue;
    const LaneId lane = checkpoint->lane;
    const auto network = std::make_shared<const Network>(
        buildNetwork(config.lane(lane), ImageFieldTask::kCoordinates, data.channels()));
    histories[laneIndex(lane)] = checkpoint->history;
    writeWeights(config, *network, *checkpoint, weightsFile(lane));
    const Predictor predictor(network, checkpoint->parameters, workers, DType::Float64);
    for (NamedArray& array : laneArrays(data, lane, predictor, snapshots[laneIndex(lane)]->plane))
      arrays.push_back(std::move(array));
  }
  writeNpz(arrays, arraysFile());
  writeFileAtomically(metricsFile(), metricsCsv(histories));
  writeFileAtomically(resultFile(), result.dump(2) + "\n");
}

}  // namespace kernelscope
