#include "engine/config/config_override.h"

#include "engine/config/config_codec.h"
#include "engine/config/experiment_document.h"
#include "engine/config/json_text.h"
#include "engine/config/layer_keys.h"
#include "engine/config/schema.h"
#include "engine/config/value_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace kernelscope {

namespace {

using nlohmann::json;

[[noreturn]] void refuse(const std::string& path, const std::string& message) {
  throw ConfigError({{path, message}});
}

json::json_pointer parsedPointer(const std::string& text) {
  try {
    const json::json_pointer pointer(text);
    if (!pointer.empty()) return pointer;
  } catch (const json::exception&) {  // answered below, as for the empty pointer
  }
  refuse(text, "is not a JSON pointer to a value; write it like /optimizer/learning_rate");
}

// Removes keys that a layer has no use for once its type, activation or map is another.
void dropUnusedKeys(json& layer) {
  const LayerSpec choices = layerChoices(layer);
  for (const LayerKey& entry : kLayerKeys)
    if (!layerHasKey(choices, entry.key)) layer.erase(entry.key);
}

bool choosesLayerKeys(const std::string& pointer) {
  static constexpr const char* kChoices[] = {"/type", "/activation", "/map"};
  return std::any_of(std::begin(kChoices), std::end(kChoices), [&](const char* key) {
    return pointerMatches(std::string("/lanes/A/layers/*") + key, pointer) ||
           pointerMatches(std::string("/lanes/B/layers/*") + key, pointer);
  });
}

json& existingParent(json& document, const json::json_pointer& pointer) {
  const json::json_pointer parent = pointer.parent_pointer();
  bool exists = false;
  try {
    exists = document.contains(parent);
  } catch (const json::exception&) {  // a list asked for something that is no index
  }
  if (!exists) refuse(pointer.to_string(), fmt::format("cannot be set: there is no {}", parent.to_string()));
  return document.at(parent);
}

void setInList(json& list, const std::string& segment, const json& value, const std::string& pointer) {
  const bool isIndex =
      !segment.empty() && segment.size() < 9 && segment.find_first_not_of("0123456789") == std::string::npos;
  if (segment == "-")
    list.push_back(value);
  else if (isIndex && std::stoul(segment) < list.size())
    list[std::stoul(segment)] = value;
  else
    refuse(pointer, fmt::format("cannot be set: the list has {} entries, numbered from 0; \"-\" appends one",
                                list.size()));
}

}  // namespace

void setConfigValue(nlohmann::json& document, const std::string& pointer, const nlohmann::json& value) {
  const json::json_pointer path = parsedPointer(pointer);
  json& parent = existingParent(document, path);
  if (parent.is_array())
    setInList(parent, path.back(), value, pointer);
  else if (parent.is_object())
    parent[path.back()] = value;
  else
    refuse(pointer, fmt::format("cannot be set: {} is {}, not an object or a list",
                                path.parent_pointer().to_string(), valueText(parent)));
  if (parent.is_object() && choosesLayerKeys(pointer)) dropUnusedKeys(parent);
}

void applyOverride(nlohmann::json& document, const std::string& assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string::npos)
    refuse("", fmt::format("override \"{}\" has no \"=\"; write it like /optimizer/learning_rate=1e-3",
                           assignment));
  const std::string pointer = assignment.substr(0, equals), text = assignment.substr(equals + 1);
  json value;
  std::vector<ConfigIssue> issues;
  try {
    value = parseJsonText(text, "", issues);
  } catch (const ContentError&) {
    value = text;
  } catch (const ConfigError&) {
    issues.push_back({"", fmt::format("got {}, which is too large to be a finite number", text)});
  }
  for (ConfigIssue& issue : issues) issue.path = pointer + issue.path;
  if (!issues.empty()) throw ConfigError(std::move(issues));
  setConfigValue(document, pointer, value);
}

ExperimentConfig withOverrides(const ExperimentConfig& config, const std::vector<std::string>& assignments) {
  return trainingConfig(
      withOverrides(ExperimentDocument{encodeConfig(config), config.baseDirectory}, assignments));
}

}  // namespace kernelscope
