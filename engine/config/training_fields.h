#pragma once
// The fields that every training task shares: optimiser, budget, stop rules, machine.

#include "engine/config/schema.h"

#include <vector>

namespace kernelscope {

std::vector<Field> trainingFields();

}  // namespace kernelscope
