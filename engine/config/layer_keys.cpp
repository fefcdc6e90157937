#include "engine/config/layer_keys.h"

#include "engine/config/plain_number.h"

#include <algorithm>
#include <string_view>

namespace kernelscope {

namespace {

std::string textOr(const nlohmann::json& object, const char* key, const std::string& fallback) {
  if (!object.is_object() || !object.contains(key)) return fallback;
  const nlohmann::json& value = object.at(key);
  return value.is_string() ? value.get<std::string>() : "";
}

}  // namespace

bool layerHasKey(const LayerSpec& layer, const std::string& key) {
  return std::any_of(kLayerKeys.begin(), kLayerKeys.end(), [&](const LayerKey& entry) {
    if (layer.type != entry.type || key != entry.key) return false;
    return entry.isMetBy(std::string_view(entry.whenKey) == "activation" ? layer.activation : layer.map);
  });
}

std::int64_t featureColumns(const LayerSpec& layer, std::int64_t inputs) {
  if (layer.map == "arc-cosine") return layer.features;
  static constexpr std::array kGrowing = {"relu", "gelu", "silu", "softplus"};
  const bool grows =
      layer.map == "universal" && std::ranges::find(kGrowing, layer.activation) != kGrowing.end();
  return 2 * std::int64_t{layer.features} + (grows ? inputs : 0);
}

LayerSpec layerChoices(const nlohmann::json& layer) {
  LayerSpec choices;
  choices.type = textOr(layer, "type", choices.type);
  choices.activation = textOr(layer, "activation", choices.activation);
  choices.map = textOr(layer, "map", choices.map);
  return choices;
}

nlohmann::ordered_json encodeLayer(const LayerSpec& layer) {
  nlohmann::ordered_json object = {{"type", layer.type}};
  nlohmann::ordered_json values;
  visitLayer(layer, [&](const char* key, const auto& value) { values[key] = plainNumber(value); });
  for (const LayerKey& entry : kLayerKeys) {
    if (layer.type != entry.type || !layerHasKey(layer, entry.key)) continue;
    if (entry.key == std::string_view("width") && layer.width == 0) continue;
    object[entry.key] = values[entry.key];
  }
  return object;
}

nlohmann::ordered_json encodeLayers(const std::vector<LayerSpec>& layers) {
  auto list = nlohmann::ordered_json::array();
  for (const LayerSpec& layer : layers) list.push_back(encodeLayer(layer));
  return list;
}

LayerSpec decodeLayer(const nlohmann::json& layer) {
  LayerSpec spec;
  if (layer.contains("type")) layer.at("type").get_to(spec.type);
  if (spec.type == "snnk" && layer.value("map", "") == "universal") spec.activation = kUniversalActivation;
  visitLayer(spec, [&](const char* key, auto& member) {
    if (layer.contains(key)) layer.at(key).get_to(member);
  });
  return spec;
}

}  // namespace kernelscope
