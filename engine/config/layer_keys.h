#pragma once
// Which keys a layer of an experiment has: one table for reading, writing, checking and the JSON Schema.

#include "engine/config/experiment_config.h"

#include <nlohmann/json.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kernelscope {

// A key that layers of `type` have; with a condition, only where `whenKey` is one of `whenValues`.
struct LayerKey {
  const char* type;
  const char* key;
  const char* whenKey = "";  // "" without a condition
  std::array<std::string_view, 2> whenValues = {};

  bool isMetBy(std::string_view value) const {
    return !*whenKey || (!value.empty() && (value == whenValues[0] || value == whenValues[1]));
  }
};

// In the order in which a layer is written, after "type".
inline constexpr std::array<LayerKey, 12> kLayerKeys = {{
    {"dense", "width"},
    {"dense", "activation"},
    {"dense", "omega0", "activation", {"sine"}},
    {"snnk", "width"},
    {"snnk", "map"},
    {"snnk", "activation", "map", {"universal"}},
    {"snnk", "features"},
    {"snnk", "sigma", "map", {"trigonometric", "universal"}},
    {"snnk", "radial", "map", {"trigonometric", "universal"}},
    {"snnk", "projection"},
    {"snnk", "start", "map", {"universal"}},
    {"snnk", "order", "map", {"arc-cosine"}},
}};
// What a universal layer estimates where it does not say.
inline constexpr const char* kUniversalActivation = "sine";
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
  visit("start", layer.start);
  visit("order", layer.order);
}

// Columns of an snnk layer's features: pairs of cosine and sine, and the inputs themselves where the
// estimated activation grows.
std::int64_t featureColumns(const LayerSpec& layer, std::int64_t inputs);

// Just the keys that choose which other keys a layer has: type, activation, map. Values of a wrong type
// read as "".
LayerSpec layerChoices(const nlohmann::json& layer);

// A layer as JSON: the keys it has, defaults included, in order; a width of 0 is left out.
nlohmann::ordered_json encodeLayer(const LayerSpec& layer);
nlohmann::ordered_json encodeLayers(const std::vector<LayerSpec>& layers);

// The reverse, for JSON that checkLayers found right. Missing keys take their defaults.
LayerSpec decodeLayer(const nlohmann::json& layer);

}  // namespace kernelscope
