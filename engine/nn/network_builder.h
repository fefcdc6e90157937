#pragma once
// Makes a network from what the user wrote.

#include "engine/config/experiment_config.h"
#include "engine/nn/network.h"

namespace kernelscope {

// The network of a lane for a task with `inWidth` inputs and `outWidth` outputs. Width 0 of the last layer
// means outWidth. Throws ConfigError with every issue, pointers relative to the lane ("/layers/2/width").
Network buildNetwork(const LaneSpec& lane, int inWidth, int outWidth);

// Throws ConfigError with every reason why the networks of an experiment cannot be made, which the schema
// does not know ("/lanes/B/layers/2/sigma").
void checkNetworks(const ExperimentConfig& config, int inWidth);

}  // namespace kernelscope
