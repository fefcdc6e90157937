#pragma once
// Judges an experiment as a whole. Forms show these issues beside their fields; loading throws them.

#include "engine/config/experiment_config.h"
#include "engine/config/schema.h"
#include "engine/core/error.h"

#include <vector>

namespace kernelscope {

// Every issue of a config, in the order of the schema; empty when it can be run. Each names the JSON
// pointer, the value and what is allowed. Does not touch the file system.
std::vector<ConfigIssue> checkConfig(const ExperimentConfig& config);

// The schema of a task ("image-field"). Throws ConfigError for an unknown task, naming the known ones.
const Schema& taskSchema(const std::string& task);

// JSON Schema (2020-12) of a task's experiment document, generated from taskSchema.
nlohmann::ordered_json jsonSchema(const std::string& task);

}  // namespace kernelscope
