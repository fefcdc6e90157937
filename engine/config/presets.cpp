#include "engine/config/presets.h"

#include "engine/config/config_codec.h"
#include "engine/config/nearest_name.h"
#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace kernelscope {

namespace {

PresetInfo presetInfo(const std::filesystem::path& file) {
  const ExperimentConfig config = loadExperiment(file);
  const std::string name = file.stem().string();
  return {name, config.title.empty() ? name : config.title, config.task, file};
}

// By task, the preset that carries the task's name first.
bool comesBefore(const PresetInfo& a, const PresetInfo& b) {
  return std::tuple(a.task, a.name != a.task, a.name) < std::tuple(b.task, b.name != b.task, b.name);
}

}  // namespace

std::vector<PresetInfo> listPresets() {
  std::vector<PresetInfo> presets;
  for (const auto& entry : std::filesystem::directory_iterator(resourceDirectory() / "presets"))
    if (entry.path().extension() == ".json") presets.push_back(presetInfo(entry.path()));
  std::sort(presets.begin(), presets.end(), comesBefore);
  return presets;
}

ExperimentConfig loadExperimentOrPreset(const std::string& nameOrPath) {
  const bool isName = nameOrPath.find('/') == std::string::npos;
  const std::filesystem::path preset = resourceDirectory() / "presets" / (nameOrPath + ".json");
  std::error_code ignored;
  if (isName && std::filesystem::is_regular_file(preset, ignored)) return loadExperiment(preset);
  if (std::filesystem::exists(nameOrPath, ignored)) return loadExperiment(nameOrPath);
  std::vector<std::string> names;
  for (const PresetInfo& known : listPresets()) names.push_back(known.name);
  throw IoError(nameOrPath, fmt::format("there is no such file and no such preset; the presets are {}",
                                        quotedList(names)));
}

}  // namespace kernelscope
