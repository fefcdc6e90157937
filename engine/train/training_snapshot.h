#pragma once
// What a lane tells the world: one immutable value that carries progress, record, pictures and outcome
// together, so that a view can never see half a result.

#include "engine/config/experiment_config.h"
#include "engine/nn/lane_cost.h"
#include "engine/observe/field2d.h"
#include "engine/observe/metric_history.h"
#include "engine/observe/recovered_plane.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace kernelscope {

class CheckpointRing;

enum class LaneState { Waiting, Running, Paused, Finished, Stopped, Diverged, Failed };
constexpr bool isTerminal(LaneState state) {
  return state >= LaneState::Finished;
}

// The pictures of a lane at one step.
struct Observation {
  std::int64_t step = 0;
  std::vector<Field2d> fields;
  const Field2d* find(const std::string& name) const {
    for (const Field2d& field : fields) {
      if (field.name == name) return &field;
    }
    return nullptr;
  }
};

// Columns of an image-field lane's MetricHistory (see run/lane_metrics.h).
//   mse, psnr_db: of the step's batch, measured in its forward pass, before its update.
//   heldout_mse, heldout_psnr_db, ssim: of the state after the update, missing where not measured.
// Where derivatives are trained, loss and gradient_mse or laplacian_mse belong to the batch; psnr_db and all
// others to the picture recovered after the update.
struct TrainingSnapshot {
  std::uint64_t runId = 0;
  LaneId lane = LaneId::A;
  LaneState state = LaneState::Waiting;
  std::int64_t step = 0;           // steps done
  std::int64_t steps = 0;          // the budget
  double seconds = 0;              // the lane's own training seconds
  double millisecondsPerStep = 0;  // median of the recent steps
  LaneCost cost;
  MetricHistory history;
  std::shared_ptr<const CheckpointRing> kept;                // states to go back to
  std::shared_ptr<const Observation> observation;            // newest pictures, may be older than `step`
  std::vector<std::pair<std::string, double>> finalMetrics;  // terminal only: of the parameters kept
  // Terminal only: what was added to the network's outputs because derivatives leave it open (see
  // run/recovered_values.h). Empty where values are trained.
  RecoveredPlane plane;
  std::string message;          // why it ended, in a sentence; empty while running
  std::int64_t divergedAt = 0;  // step whose loss diverged; parameters kept are those of the step before

  // A final metric by name, kMissing if there is none.
  double finalMetric(const std::string& name) const {
    for (const auto& [key, value] : finalMetrics) {
      if (key == name) return value;
    }
    return MetricHistory::kMissing;
  }
};

}  // namespace kernelscope
