#pragma once
// From the optimiser's settings to the numbers of one step. The update itself is a backend operation.

#include "engine/backend/backend.h"
#include "engine/config/experiment_config.h"

namespace kernelscope {

// Adam at `step` (the first step is 1) of a run of `totalSteps`, its rate scheduled. Source: Kingma and Ba
// 2015, algorithm 1. Throws ConfigError as scheduleFactor does.
AdamStep adamStepAt(const OptimizerSpec& optimizer, std::int64_t step, std::int64_t totalSteps);

}  // namespace kernelscope
