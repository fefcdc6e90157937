#pragma once
// An experiment of any task as a document: every key of the task's schema with its value, in the order of
// the schema. Training tasks are read on into an ExperimentConfig (config_codec.h), analyses into their own
// values.

#include "engine/core/error.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace kernelscope {

struct ExperimentDocument {
  nlohmann::ordered_json values;        // resolved
  std::filesystem::path baseDirectory;  // paths in the experiment are relative to this; not part of the file

  std::string task() const { return values.at("task"); }
  std::string title() const { return values.at("title"); }
  bool operator==(const ExperimentDocument&) const = default;
};

// Every issue of the document; empty when it can be resolved. Does not touch the file system.
std::vector<ConfigIssue> checkExperimentDocument(const nlohmann::json& document);

// The document with the defaults of what it leaves out. Throws ConfigError with every issue.
nlohmann::ordered_json resolvedValues(const nlohmann::json& document);

// The experiment of a task with every value at its default. Throws ConfigError for an unknown task.
ExperimentDocument defaultDocument(const std::string& task);

// Throws IoError if the file cannot be read, ContentError if it is not JSON, ConfigError as resolvedValues.
ExperimentDocument loadDocument(const std::filesystem::path& file);

// With assignments as --set takes them ("/trials=50"). Throws ConfigError with every issue.
ExperimentDocument withOverrides(const ExperimentDocument& document,
                                 const std::vector<std::string>& assignments);

// The same experiment for a file in `folder`: files that it names by a relative path stay reachable, by a
// relative path where they lie in `folder` or below, else by their absolute path.
ExperimentDocument rebasedTo(const ExperimentDocument& document, const std::filesystem::path& folder);

// The same experiment wherever it is read: relative paths become paths from where baseDirectory is relative
// to.
ExperimentDocument withFilesFromBase(const ExperimentDocument& document);

// As text, and written whole or not at all. Throws IoError.
std::string documentText(const ExperimentDocument& document);
void saveDocument(const ExperimentDocument& document, const std::filesystem::path& file);

}  // namespace kernelscope
