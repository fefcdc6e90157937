#include "engine/config/layer_check.h"

#include "engine/config/layer_keys.h"
#include "engine/config/nearest_name.h"
#include "engine/config/value_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

// One layer with what is needed to judge it.
struct LayerInPlace {
  const Schema& schema;
  const nlohmann::json& value;
  LayerSpec choices;
  std::string path;
  bool last;

  const Field* field(const std::string& key) const { return schema.find(path + '/' + key); }
};

std::vector<std::string> keysOfType(const std::string& type) {
  std::vector<std::string> keys = {"type"};
  for (const LayerKey& entry : kLayerKeys)
    if (type == entry.type) keys.emplace_back(entry.key);
  return keys;
}

bool isKnownChoice(const LayerInPlace& layer, const std::string& key, const std::string& value) {
  const Field* field = layer.field(key);
  return field && choiceIndex(*field, value) >= 0;
}

// Why a layer of a known type does not have a key that layers of other types or choices have.
std::string meaninglessKeyMessage(const LayerInPlace& layer, const std::string& key) {
  for (const LayerKey& entry : kLayerKeys) {
    if (key != entry.key || layer.choices.type != entry.type) continue;
    const std::string& choice =
        entry.whenKey == std::string("activation") ? layer.choices.activation : layer.choices.map;
    std::string values = fmt::format("\"{}\"", entry.whenValues[0]);
    if (!entry.whenValues[1].empty()) values += fmt::format(" or \"{}\"", entry.whenValues[1]);
    return fmt::format("has no meaning here: only a layer with {} {} has it, and this one has \"{}\"",
                       entry.whenKey, values, choice);
  }
  return fmt::format("has no meaning here: a layer of type \"{}\" has {}", layer.choices.type,
                     quotedList(keysOfType(layer.choices.type)));
}

bool belongsToSomeLayer(const std::string& key) {
  return std::any_of(kLayerKeys.begin(), kLayerKeys.end(),
                     [&](const LayerKey& entry) { return key == entry.key; });
}

// Whether the condition of a key of this type cannot be judged because the choice itself is wrong.
bool conditionIsWrong(const LayerInPlace& layer, const std::string& key) {
  for (const LayerKey& entry : kLayerKeys) {
    const std::string condition = entry.whenKey;
    if (condition.empty() || key != entry.key || layer.choices.type != entry.type) continue;
    return !isKnownChoice(layer, condition,
                          condition == "activation" ? layer.choices.activation : layer.choices.map);
  }
  return false;
}

void checkWidth(const LayerInPlace& layer, std::vector<ConfigIssue>& issues) {
  const Field* field = layer.field("width");
  const bool present = layer.value.contains("width");
  const std::string path = layer.path + "/width";
  if (layer.last) {
    if (present && layer.value.at("width") != 0)
      issues.push_back(
          {path, fmt::format("got {}; the last layer takes its width from the task: leave it out",
                             valueText(layer.value.at("width")))});
  } else if (!present) {
    issues.push_back(
        {path, fmt::format("is missing; needed: a whole number from {} to {} (only the last layer takes its "
                           "width from the task)",
                           numberText(field->minimum), numberText(field->maximum))});
  } else if (const std::string message = valueIssue(*field, layer.value.at("width")); !message.empty()) {
    issues.push_back({path, message});
  }
}

// Keys that the layer has, in the order in which they are written.
void checkOwnKeys(const LayerInPlace& layer, std::vector<ConfigIssue>& issues) {
  for (const LayerKey& entry : kLayerKeys) {
    const std::string key = entry.key;
    if (layer.choices.type != entry.type) continue;
    if (key == "width") {
      checkWidth(layer, issues);
      continue;
    }
    if (!layer.value.contains(key)) continue;
    const std::string path = layer.path + '/' + key;
    if (!layerHasKey(layer.choices, key) && !conditionIsWrong(layer, key))
      issues.push_back({path, meaninglessKeyMessage(layer, key)});
    else if (const std::string message = valueIssue(*layer.field(key), layer.value.at(key)); !message.empty())
      issues.push_back({path, message});
  }
}

void checkForeignKeys(const LayerInPlace& layer, bool typeIsKnown, std::vector<ConfigIssue>& issues) {
  std::vector<std::string> known = keysOfType(typeIsKnown ? layer.choices.type : "dense");
  if (!typeIsKnown)
    for (const std::string& key : keysOfType("snnk")) known.push_back(key);
  for (const auto& item : layer.value.items()) {
    if (issues.size() >= kMostIssues) return;
    if (std::find(known.begin(), known.end(), item.key()) != known.end()) continue;
    const bool meaningless = belongsToSomeLayer(item.key());
    issues.push_back({childPath(layer.path, item.key()), meaningless
                                                             ? meaninglessKeyMessage(layer, item.key())
                                                             : unknownKeyMessage(item.key(), known)});
  }
}

void checkLayer(const LayerInPlace& layer, std::vector<ConfigIssue>& issues) {
  if (!layer.value.is_object()) {
    issues.push_back(
        {layer.path, fmt::format("got {}; allowed: a layer such as {{\"type\": \"dense\", \"width\": 128}}",
                                 valueText(layer.value))});
    return;
  }
  const std::string typeIssue =
      layer.value.contains("type") ? valueIssue(*layer.field("type"), layer.value.at("type")) : "";
  if (!typeIssue.empty()) {
    issues.push_back({layer.path + "/type", typeIssue});
  } else {
    if (layer.last && layer.choices.type != "dense")
      issues.push_back(
          {layer.path + "/type", fmt::format("got \"{}\"; the last layer must be dense: add "
                                             "{{\"type\": \"dense\", \"activation\": \"identity\"}} after it",
                                             layer.choices.type)});
    const bool judgeAsLast = layer.last && layer.choices.type == "dense";
    checkOwnKeys({layer.schema, layer.value, layer.choices, layer.path, judgeAsLast}, issues);
  }
  checkForeignKeys(layer, typeIssue.empty(), issues);
}

}  // namespace

std::string childPath(const std::string& path, const std::string& key) {
  return path + (nlohmann::json::json_pointer() / key).to_string();
}

std::string unknownKeyMessage(const std::string& key, const std::vector<std::string>& known) {
  const std::string nearest = nearestName(key, known);
  const std::string meant = nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest);
  return fmt::format("is not a known key{} Allowed: {}", meant.empty() ? "." : meant, quotedList(known));
}

void checkLayers(const Schema& schema, const nlohmann::json& layers, const std::string& path,
                 std::vector<ConfigIssue>& issues) {
  const Field* field = schema.find(path);
  const std::string allowed =
      fmt::format("a list of {} to {} layers", numberText(field->minimum), numberText(field->maximum));
  if (!layers.is_array()) {
    issues.push_back({path, fmt::format("got {}; allowed: {}", valueText(layers), allowed)});
    return;
  }
  const auto count = static_cast<double>(layers.size());
  if (count < field->minimum || count > field->maximum) {
    issues.push_back({path, fmt::format("got {}; allowed: {}", valueText(layers), allowed)});
    return;
  }
  for (std::size_t index = 0; index < layers.size(); ++index) {
    const bool last = index + 1 == layers.size();
    checkLayer({schema, layers[index], layerChoices(layers[index]), path + '/' + std::to_string(index), last},
               issues);
  }
}

}  // namespace kernelscope
