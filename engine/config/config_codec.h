#pragma once
// Experiments as JSON: reading (strict, every issue at once), writing (fixed key order), files.

#include <filesystem>
#include <nlohmann/json.hpp>

#include "engine/config/experiment_config.h"

namespace kernelscope {

using OrderedJson = nlohmann::ordered_json;

// The fully resolved document of a config: every key, defaults included, in the fixed order of the schema.
OrderedJson encodeConfig(const ExperimentConfig& config);

// Reads a document; missing keys take their defaults. Throws ConfigError listing every unknown key, wrong
// type and value out of range (it calls checkConfig), each with its JSON pointer.
ExperimentConfig decodeConfig(const nlohmann::json& document);

// Reads an experiment file; baseDirectory becomes its folder. Throws IoError if it cannot be read,
// ContentError if it is not JSON (naming line and column), ConfigError as decodeConfig.
ExperimentConfig loadExperiment(const std::filesystem::path& file);

// Writes the resolved document, whole or not at all. Throws IoError.
void saveExperiment(const ExperimentConfig& config, const std::filesystem::path& file);

// The text that saveExperiment writes.
std::string experimentText(const ExperimentConfig& config);

}  // namespace kernelscope
