#include "engine/run/run_result.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {

using Json = nlohmann::ordered_json;

const char* laneStateName(LaneState state) {
  switch (state) {
    case LaneState::Finished:
      return "finished";
    case LaneState::Diverged:
      return "diverged";
    case LaneState::Failed:
      return "failed";
    default:
      return "stopped";
  }
}

Json laneResult(const LaneSpec& spec, const TrainingSnapshot& lane) {
  Json metrics = Json::object();
  for (const auto& [name, value] : lane.finalMetrics) metrics[name] = value;
  metrics["milliseconds_per_step"] = lane.millisecondsPerStep;
  Json result = {{"name", spec.name},
                 {"status", laneStateName(lane.state)},
                 {"message", lane.message},
                 {"parameters", lane.cost.storedParameters},
                 {"trainable_parameters", lane.cost.trainableParameters},
                 {"merged_parameters", lane.cost.mergedParameters},
                 {"flops_per_sample", lane.cost.flopsPerSample},
                 {"training_flops_per_sample", lane.cost.trainingFlopsPerSample},
                 {"steps", lane.step},
                 {"seconds", lane.seconds}};
  if (lane.divergedAt > 0) result["diverged_at_step"] = lane.divergedAt;
  for (const auto& [a, b, c] : lane.plane.channels) {
    result["value_offset"].push_back(a);
    result["value_slope"].push_back({b, c});
  }
  result["metrics"] = std::move(metrics);
  return result;
}

std::string overallMessage(const ExperimentConfig& config, const LaneSnapshots& lanes) {
  std::string text;
  for (const LaneId id : kLanes) {
    const TrainingSnapshot& lane = *lanes[laneIndex(id)];
    if (!text.empty()) text += " ";
    text += std::string("Lane ") + laneName(id) + " (" + config.lane(id).name + ") " +
            laneStateName(lane.state) + " at step " +
            std::to_string(lane.divergedAt > 0 ? lane.divergedAt : lane.step) + ": " + lane.message + ".";
  }
  return text;
}

}  // namespace

std::string recoveryNote(Supervision supervision) {
  if (supervision == Supervision::Value) return {};
  const char* added =
      "The arrays A/value and B/value and all metrics of the picture include it: they are the network's "
      "output + "
      "value_offset + value_slope . (x, y), per colour channel. Weights and the output of evaluate do not.";
  if (supervision == Supervision::Gradient)
    return fmt::format(
        "The lanes were trained on the picture's gradient, which does not determine a constant; the one that "
        "fits the training pixels best was added. {}",
        added);
  return fmt::format(
      "The lanes were trained on the picture's Laplacian, which does not determine a harmonic function; of "
      "those the plane that fits the training pixels best was added, nothing else. {}",
      added);
}

const char* runStatusName(RunStatus status) {
  constexpr std::array<const char*, 4> kNames = {"finished", "stopped", "diverged", "failed"};
  return kNames[static_cast<std::size_t>(status)];
}

RunStatus runStatus(const LaneSnapshots& lanes) {
  const auto any = [&](LaneState state) { return lanes[0]->state == state || lanes[1]->state == state; };
  if (any(LaneState::Failed)) return RunStatus::Failed;
  if (any(LaneState::Stopped)) return RunStatus::Stopped;
  return any(LaneState::Diverged) ? RunStatus::Diverged : RunStatus::Finished;
}

Json backendResult(const DeviceInfo& device, int threads) {
  return {{"device", device.id},
          {"name", device.name},
          {"threads", threads},
          {"simd", device.simdLevel},
          {"blas", device.blasLibrary}};
}

Json runResult(const ExperimentConfig& config, const LaneSnapshots& lanes, const DeviceInfo& device,
               int threads, double seconds) {
  const TrainingSnapshot &a = *lanes[0], &b = *lanes[1];
  Json result = {{"schema", 1},
                 {"task", config.task},
                 {"status", runStatusName(runStatus(lanes))},
                 {"message", overallMessage(config, lanes)},
                 {"seed", config.seed},
                 {"backend", backendResult(device, threads)},
                 {"seconds", seconds}};
  if (const std::string note = recoveryNote(supervisionOf(config)); !note.empty()) result["note"] = note;
  result["lanes"]["A"] = laneResult(config.lane(LaneId::A), a);
  result["lanes"]["B"] = laneResult(config.lane(LaneId::B), b);
  result["metrics"] = {
      {"psnr_db_a_minus_b", a.finalMetric("psnr_db") - b.finalMetric("psnr_db")},
      {"heldout_psnr_db_a_minus_b", a.finalMetric("heldout_psnr_db") - b.finalMetric("heldout_psnr_db")},
      {"step_time_a_over_b",
       b.millisecondsPerStep > 0 ? a.millisecondsPerStep / b.millisecondsPerStep : MetricHistory::kMissing}};
  return result;
}

}  // namespace kernelscope
