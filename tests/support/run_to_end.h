#pragma once
// A small experiment trained to its end on a synthetic picture, without pictures of its own.

#include "engine/run/experiment.h"

#include <array>
#include <memory>

namespace kernelscope::test {

// The newest that both lanes have told.
struct Ending {
  std::array<std::shared_ptr<const TrainingSnapshot>, 2> snapshots;
  std::array<std::shared_ptr<const Checkpoint>, 2> checkpoints;
};

// Takes what is new; what is not stays.
void take(Experiment& experiment, Ending& into);

// On smallDataset(config, side).
Ending runToEnd(const ExperimentConfig& config, int threads = 2, ExperimentOptions options = {},
                int side = 32);

}  // namespace kernelscope::test
