#pragma once
// The learning rate as a function of the step.

#include "engine/config/experiment_config.h"

#include <cstdint>

namespace kernelscope {

// The factor on the base rate at `step` (the first step is 1) of a run of `totalSteps`:
// min(1, step / warmupSteps) times
//   constant: 1
//   cosine:   f + (1 - f) (1 + cos(pi (step - 1) / (totalSteps - 1))) / 2, f = finalFraction: 1 at the first
//             step, f at the last and after it
//   step:     stepFactor ^ floor((step - 1) / stepEvery)
// Source of the cosine: Loshchilov and Hutter 2017, eq. 5, without restarts.
// Throws ConfigError with pointer "/optimizer/schedule/kind" for an unknown kind.
double scheduleFactor(const ScheduleSpec& schedule, std::int64_t step, std::int64_t totalSteps);

}  // namespace kernelscope
