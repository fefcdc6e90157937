#include "engine/config/presets.h"

#include "engine/config/config_codec.h"
#include "engine/config/experiment_document.h"
#include "engine/config/json_text.h"
#include "engine/config/nearest_name.h"
#include "engine/config/set_up_code.h"
#include "engine/core/error.h"
#include "engine/core/file_io.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace kernelscope {

namespace {

// resources/presets.json: [{ "name": ..., "description": ... }, ...] in the order of the list. Empty where
// the file is missing.
nlohmann::json presetIndex() {
  const std::filesystem::path file = resourceDirectory() / "presets.json";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return nlohmann::json::array();
  std::vector<ConfigIssue> issues;
  nlohmann::json index = parseJsonText(readTextFile(file, kMaximumExperimentBytes), file, issues);
  const auto isEntry = [](const nlohmann::json& entry) {
    return entry.is_object() && entry.contains("name") && entry.contains("description") &&
           entry["name"].is_string() && entry["description"].is_string();
  };
  if (!issues.empty() || !index.is_array() || !std::all_of(index.begin(), index.end(), isEntry))
    throw ContentError(file, "is not a list of presets, each with a name and a description");
  return index;
}

// A preset and its place in the index, whose size where it has none.
struct PlacedPreset {
  PresetInfo info;
  std::size_t place;
};

PlacedPreset placedPreset(const std::filesystem::path& file, const nlohmann::json& index) {
  const ExperimentDocument document = loadDocument(file);
  const std::string name = file.stem().string();
  const auto entry = std::find_if(index.begin(), index.end(),
                                  [&](const nlohmann::json& known) { return known["name"] == name; });
  const std::string description = entry == index.end() ? "" : entry->at("description").get<std::string>();
  const std::string title = document.title();
  return {{name, title.empty() ? name : title, description, document.task(), file},
          static_cast<std::size_t>(entry - index.begin())};
}

// By task, the preset that carries the task's name first, then by the index.
bool comesBefore(const PlacedPreset& a, const PlacedPreset& b) {
  const auto key = [](const PlacedPreset& preset) {
    return std::tuple(preset.info.task, preset.info.name != preset.info.task, preset.place, preset.info.name);
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<PresetInfo> listPresets() {
  const nlohmann::json index = presetIndex();
  std::vector<PlacedPreset> placed;
  for (const auto& entry : std::filesystem::directory_iterator(resourceDirectory() / "presets"))
    if (entry.path().extension() == ".json") placed.push_back(placedPreset(entry.path(), index));
  std::sort(placed.begin(), placed.end(), comesBefore);
  std::vector<PresetInfo> presets;
  for (PlacedPreset& preset : placed) presets.push_back(std::move(preset.info));
  return presets;
}

ExperimentDocument loadDocumentOrPreset(const std::string& nameOrPath) {
  if (isSetUpCode(nameOrPath)) return documentOfText(nameOrPath);
  const bool isName = nameOrPath.find('/') == std::string::npos;
  const std::filesystem::path preset = resourceDirectory() / "presets" / (nameOrPath + ".json");
  std::error_code ignored;
  if (isName && std::filesystem::is_regular_file(preset, ignored)) return loadDocument(preset);
  if (std::filesystem::exists(nameOrPath, ignored)) return loadDocument(nameOrPath);
  std::vector<std::string> names;
  for (const PresetInfo& known : listPresets()) names.push_back(known.name);
  throw IoError(nameOrPath, fmt::format("there is no such file and no such preset; the presets are {}",
                                        quotedList(names)));
}

ExperimentConfig loadExperimentOrPreset(const std::string& nameOrPath) {
  return trainingConfig(loadDocumentOrPreset(nameOrPath));
}

}  // namespace kernelscope
