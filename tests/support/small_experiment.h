#pragma once
// A picture and an experiment small enough to train in milliseconds.

#include "engine/config/experiment_config.h"
#include "engine/data/image_dataset.h"

#include <memory>

namespace kernelscope::test {

// 2-16-16-1 sine networks, the second hidden layer of lane B an SNNK with m = 8; `steps` full-batch steps.
ExperimentConfig smallExperiment(std::int64_t steps);

// A smooth grey picture of `side` x `side` pixels, split as config.image says.
std::shared_ptr<const ImageDataset> smallDataset(const ExperimentConfig& config, int side);

}  // namespace kernelscope::test
