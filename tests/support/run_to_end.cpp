#include "tests/support/run_to_end.h"

#include "engine/core/compute_pool.h"
#include "tests/support/small_experiment.h"

namespace kernelscope::test {

void take(Experiment& experiment, Ending& into) {
  for (const LaneId lane : kLanes) {
    if (auto checkpoint = experiment.takeCheckpoint(lane)) into.checkpoints[laneIndex(lane)] = checkpoint;
    if (auto snapshot = experiment.takeSnapshot(lane)) into.snapshots[laneIndex(lane)] = snapshot;
  }
}

Ending runToEnd(const ExperimentConfig& config, int threads, ExperimentOptions options, int side) {
  options.pictures = false;
  Experiment experiment(config, smallDataset(config, side), std::make_shared<ComputePool>(threads), options);
  experiment.join();
  Ending ending;
  take(experiment, ending);
  return ending;
}

}  // namespace kernelscope::test
