#pragma once
// Which keys a layer of an experiment has: one table for reading, writing, checking and the JSON Schema.

#include "engine/config/experiment_config.h"

#include <nlohmann/json.hpp>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace kernelscope {

// A key that layers of `type` have; with a condition, only where `whenKey` is `whenValue`.
struct LayerKey {
  const char* type;
  const char* key;
  const char* whenKey;  // "" without a condition
  const char* whenValue;
};

// In the order in which a layer is written, after "type".
inline constexpr std::array<LayerKey, 10> kLayerKeys = {{
    {"dense", "width", "", ""},
    {"dense", "activation", "", ""},
    {"dense", "omega0", "activation", "sine"},
    {"snnk", "width", "", ""},
    {"snnk", "map", "", ""},
    {"snnk", "features", "", ""},
    {"snnk", "sigma", "map", "trigonometric"},
    {"snnk", "radial", "map", "trigonometric"},
    {"snnk", "projection", "", ""},
    {"snnk", "order", "map", "arc-cosine"},
}};
inline constexpr std::array<const char*, 2> kLayerTypes = {"dense", "snnk"};

// Whether a layer with these values of "type" and of the condition keys has `key`.
bool layerHasKey(const LayerSpec& layer, const std::string& key);

// Calls visit(key, member) for every value of a layer but its type; Spec is LayerSpec or const LayerSpec.
template <class Spec, class Visitor>
void visitLayer(Spec& layer, Visitor&& visit) {
  visit("width", layer.width);
  visit("activation", layer.activation);
  visit("omega0", layer.omega0);
  visit("map", layer.map);
  visit("features", layer.features);
  visit("sigma", layer.sigma);
  visit("radial", layer.radial);
  visit("projection", layer.projection);
  visit("order", layer.order);
}

// Just the keys that choose which other keys a layer has: type, activation, map. Values of a wrong type
// read as "".
LayerSpec layerChoices(const nlohmann::json& layer);

// A layer as JSON: the keys it has, defaults included, in order; a width of 0 is left out.
nlohmann::ordered_json encodeLayer(const LayerSpec& layer);
nlohmann::ordered_json encodeLayers(const std::vector<LayerSpec>& layers);

// The reverse, for JSON that checkLayers found right. Missing keys take their defaults.
LayerSpec decodeLayer(const nlohmann::json& layer);

}  // namespace kernelscope
