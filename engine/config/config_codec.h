#pragma once
// Experiments as JSON: reading (strict, every issue at once), writing (fixed key order), files.

#include "engine/config/experiment_config.h"
#include "engine/config/experiment_document.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace kernelscope {

using OrderedJson = nlohmann::ordered_json;

// Largest experiment file that is read.
inline constexpr std::size_t kMaximumExperimentBytes = 16u << 20;

// The fully resolved document of a config: every key, defaults included, in the fixed order of the schema.
OrderedJson encodeConfig(const ExperimentConfig& config);

// Reads a document; missing keys take their defaults. Throws ConfigError listing every unknown key, wrong
// type and value out of range (it calls checkConfig), each with its JSON pointer.
ExperimentConfig decodeConfig(const nlohmann::json& document);

// Reads an experiment file; baseDirectory becomes its folder. Throws IoError if it cannot be read,
// ContentError if it is not JSON (naming line and column), ConfigError as decodeConfig.
ExperimentConfig loadExperiment(const std::filesystem::path& file);

// The experiment of a document of a training task. Throws ConfigError as decodeConfig.
ExperimentConfig trainingConfig(const ExperimentDocument& document);

// The same experiment for a file in `folder`: a picture given by a relative path stays reachable, by a
// relative path where it lies in `folder` or below, else by its absolute path.
ExperimentConfig rebasedTo(const ExperimentConfig& config, const std::filesystem::path& folder);

// Writes the resolved document, rebased to the file's folder, whole or not at all. Throws IoError.
void saveExperiment(const ExperimentConfig& config, const std::filesystem::path& file);

// The resolved document as text, as saveExperiment writes it for a file in the config's own baseDirectory.
std::string experimentText(const ExperimentConfig& config);

}  // namespace kernelscope
