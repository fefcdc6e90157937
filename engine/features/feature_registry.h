#pragma once
// The random feature maps by the name that experiments give them.

#include "engine/config/experiment_config.h"
#include "engine/features/random_feature_map.h"

#include <memory>
#include <span>
#include <string_view>

namespace kernelscope {

// Where a map stands: |x_i| <= bound, infinite where inputs can be of any size; and, for the universal map,
// what it estimates.
struct FeatureInputs {
  int width = 0;
  double bound = 1;
  Activation estimated = {ActivationKind::Sine, 1, 1};
};

struct FeatureMapEntry {
  std::string_view name;  // LayerSpec::map
  std::unique_ptr<const RandomFeatureMap> (*make)(const LayerSpec&, const FeatureInputs&);
};

std::span<const FeatureMapEntry> featureMapRegistry();

// The map of an snnk layer. Throws ConfigError, with pointers relative to the layer ("/map"), for a name or
// number that no map has.
std::unique_ptr<const RandomFeatureMap> makeFeatureMap(const LayerSpec& spec, const FeatureInputs& inputs);

}  // namespace kernelscope
