#pragma once
// The fields of one lane, the same for every training task.

#include "engine/config/experiment_config.h"
#include "engine/config/schema.h"

#include <vector>

namespace kernelscope {

std::vector<Field> laneFields(LaneId lane);

// The networks offered in the list of a lane, besides those that people build.
std::vector<FieldChoice> networkChoices();

}  // namespace kernelscope
