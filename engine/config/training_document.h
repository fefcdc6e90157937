#pragma once
// Documents of training tasks and their values.

#include "engine/config/experiment_config.h"
#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace kernelscope {

// Reads a document that its schema found right; missing keys take their defaults.
ExperimentConfig readTraining(const nlohmann::json& document);

// Issues between values: a race by size that has no solution.
std::vector<ConfigIssue> trainingIssues(const nlohmann::json& document);

}  // namespace kernelscope
