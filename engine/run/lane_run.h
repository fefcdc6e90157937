#pragma once
// One lane from its first step to its end, on a thread of its own: trains, measures, publishes snapshots
// and checkpoints, and turns every exception into a terminal snapshot.

#include "engine/run/experiment.h"
#include "engine/run/latest_value.h"
#include "engine/run/step_governor.h"

#include <atomic>
#include <memory>

namespace kernelscope {

// What a running lane takes over at its next step.
struct LiveSettings {
  OptimizerSpec optimizer;
  std::int64_t steps = 0;
  StopSpec stop;
  FieldView view = FieldView::Value;
  int query = 1;  // cells per pixel and axis at which the view is asked for, see query_grid.h
};

// The boxes between a lane and its owner.
struct LaneBoxes {
  LatestValue<LiveSettings> settings;
  LatestValue<TrainingSnapshot> snapshots;
  LatestValue<Checkpoint> checkpoints;
  std::atomic<bool> ended = false;
};

// Everything a lane needs for its life; shared values are immutable.
struct LaneJob {
  LaneId lane = LaneId::A;
  std::shared_ptr<const ExperimentConfig> config;
  std::shared_ptr<const ImageDataset> data;
  std::shared_ptr<ComputePool> pool;
  ExperimentOptions options;
};

// The lane's whole life; sets boxes.ended last. Never throws.
void runLane(const LaneJob& job, LaneBoxes& boxes, StepGovernor& governor, std::stop_token stop);

}  // namespace kernelscope
