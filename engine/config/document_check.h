#pragma once
// Judges the JSON document of an experiment against a schema.

#include "engine/config/schema.h"
#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace kernelscope {

// Every unknown key, wrong type and value out of range, in the order of the schema. Missing keys are right:
// they take their defaults.
std::vector<ConfigIssue> checkDocument(const Schema& schema, const nlohmann::json& document);

}  // namespace kernelscope
