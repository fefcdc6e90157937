#pragma once
// Counts the parameters and flops of a network.

#include "engine/nn/lane_cost.h"
#include "engine/nn/network.h"

namespace kernelscope {

// Costs of a network. An SNNK followed by a dense layer is two linear maps in a row; where one map
// [next out, featureColumns] with one bias has fewer numbers, mergedParameters counts that.
LaneCost networkCost(const Network& network);

}  // namespace kernelscope
