#pragma once
// What of a picture the lanes are compared with while they train (the key "supervise").

#include "engine/config/experiment_config.h"

namespace kernelscope {

enum class Supervision {
  Value,      // the picture itself
  Gradient,   // its first derivatives along x and y
  Laplacian,  // the sum of its second derivatives
};

// The supervision that a checked experiment names.
Supervision supervisionOf(const ExperimentConfig& config);

// "value", "gradient", "laplacian": as experiments and metric names spell it.
const char* supervisionName(Supervision supervision);

}  // namespace kernelscope
