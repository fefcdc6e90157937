#pragma once
// The random feature maps by the name that experiments give them.

#include "engine/config/experiment_config.h"
#include "engine/features/random_feature_map.h"

#include <memory>
#include <span>
#include <string_view>

namespace kernelscope {

struct FeatureMapEntry {
  std::string_view name;  // LayerSpec::map
  std::unique_ptr<const RandomFeatureMap> (*make)(const LayerSpec&, int inWidth);
};

std::span<const FeatureMapEntry> featureMapRegistry();

// The map of an snnk layer. Throws ConfigError, with pointers relative to the layer ("/map"), for a name or
// number that no map has.
std::unique_ptr<const RandomFeatureMap> makeFeatureMap(const LayerSpec& spec, int inWidth);

}  // namespace kernelscope
