#pragma once
// The experiments that ship with the program, and where shipped resources lie.

#include "engine/config/experiment_config.h"
#include "engine/config/experiment_document.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kernelscope {

struct PresetInfo {
  std::string name;         // what the command line takes: "image-field"
  std::string title;        // what people read
  std::string description;  // what there is to see, in a sentence; may be empty
  std::string task;
  std::filesystem::path file;
};

// The folder with presets/ and examples/: $KERNELSCOPE_RESOURCES, else ../share/kernelscope beside the
// program, else the source tree that the program was built from. Throws IoError naming the places tried.
std::filesystem::path resourceDirectory();

// The shipped presets, the default one of each task first, then in the order of resources/presets.json, which
// has their descriptions; those it does not name come last, by name. Throws IoError, ContentError.
std::vector<PresetInfo> listPresets();

// A preset by name, a file by path, or a set-up code. Throws IoError (naming the presets) if it is neither.
ExperimentDocument loadDocumentOrPreset(const std::string& nameOrPath);
// The same, of a training task; throws ConfigError for others.
ExperimentConfig loadExperimentOrPreset(const std::string& nameOrPath);

// builtin:NAME -> the shipped picture; other paths relative to `base`. Throws ConfigError for an unknown
// builtin name, listing the known ones.
std::filesystem::path resolveImageSource(const std::string& source, const std::filesystem::path& base);

// The builtin names, without the prefix.
std::vector<std::string> builtinImages();

}  // namespace kernelscope
