#pragma once
// What a task is to the experiment format: the fields of its schema, and what the schema cannot say.

#include "engine/config/schema.h"
#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace kernelscope {

struct TaskDefinition {
  Schema schema;
  bool training = false;  // two lanes that learn; otherwise an analysis, which answers at once
  // Issues between values, of a resolved document that the schema found right.
  std::vector<ConfigIssue> (*furtherIssues)(const nlohmann::json& values) = nullptr;
};

// Throws ConfigError for an unknown task, naming the known ones.
const TaskDefinition& taskDefinition(const std::string& task);

}  // namespace kernelscope
