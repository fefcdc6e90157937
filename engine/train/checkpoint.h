#pragma once
// Everything a lane needs to go on with the same bits: parameters, Adam's moments, step, record.
// Random numbers are counter-based (seed, stream, step), so no generator state is kept.

#include "engine/config/experiment_config.h"
#include "engine/observe/metric_history.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kernelscope {

// Why a lane takes no more steps although its budget is not used up.
enum class LaneEnd { None, StopRule, Diverged };

struct Checkpoint {
  LaneId lane = LaneId::A;
  std::int64_t step = 0;            // steps done
  double seconds = 0;               // the lane's own training seconds
  double firstLoss = 0;             // what divergence is measured against
  std::vector<float> parameters;    // flat, in the order of the network's ParameterLayout, frozen ones last
  std::vector<float> firstMoment;   // trainable parameters only
  std::vector<float> secondMoment;  // trainable parameters only
  MetricHistory history;
  LaneEnd end = LaneEnd::None;
  std::string endReason;        // the sentence for people
  std::int64_t divergedAt = 0;  // Diverged: the step whose loss diverged, `step` + 2
};

}  // namespace kernelscope
