#pragma once
// Changes to the document of an experiment, value by value: the command line's --set, and rows of forms.

#include "engine/config/experiment_config.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace kernelscope {

// Sets the value at a JSON pointer; a last segment "-" appends to a list. The parent must exist. Where the
// value is the type, activation or map of a layer, keys that the layer then has no use for are removed.
// Throws ConfigError for a malformed pointer or a missing parent. Does not judge the value.
void setConfigValue(nlohmann::json& document, const std::string& pointer, const nlohmann::json& value);

// "/optimizer/learning_rate=1e-3": the text after the first "=" is read as JSON, and taken as text where it
// is not JSON. Throws ConfigError for a missing "=" and as setConfigValue.
void applyOverride(nlohmann::json& document, const std::string& assignment);

// `config` with overrides applied in order; keeps baseDirectory. Throws ConfigError with the issues of all
// overrides and of the resulting document.
ExperimentConfig withOverrides(const ExperimentConfig& config, const std::vector<std::string>& assignments);

}  // namespace kernelscope
