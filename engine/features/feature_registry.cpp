#include "engine/features/feature_registry.h"

#include "engine/core/error.h"
#include "engine/features/arc_cosine_features.h"
#include "engine/features/trigonometric_features.h"

#include <fmt/format.h>

#include <array>
#include <string>

namespace kernelscope {

namespace {

std::unique_ptr<const RandomFeatureMap> makeTrigonometric(const LayerSpec& spec, int inWidth) {
  if (spec.radial != "off") {
    throw ConfigError({{"/radial", "\"" + spec.radial + "\" is not a radial factor; known is off"}});
  }
  return std::make_unique<TrigonometricFeatures>(inWidth, spec.features, spec.sigma);
}

std::unique_ptr<const RandomFeatureMap> makeArcCosine(const LayerSpec& spec, int inWidth) {
  return std::make_unique<ArcCosineFeatures>(inWidth, spec.features, spec.order);
}

constexpr std::array<FeatureMapEntry, 2> kFeatureMaps = {
    {{"arc-cosine", makeArcCosine}, {"trigonometric", makeTrigonometric}}};

}  // namespace

std::span<const FeatureMapEntry> featureMapRegistry() {
  return kFeatureMaps;
}

std::unique_ptr<const RandomFeatureMap> makeFeatureMap(const LayerSpec& spec, int inWidth) {
  if (spec.features < 1) {
    throw ConfigError(
        {{"/features", fmt::format("is {}; a feature map needs at least 1 projection", spec.features)}});
  }
  std::string known;
  for (const FeatureMapEntry& entry : kFeatureMaps) {
    if (entry.name == spec.map) return entry.make(spec, inWidth);
    known += (known.empty() ? "" : ", ") + std::string(entry.name);
  }
  throw ConfigError({{"/map", "\"" + spec.map + "\" is not a feature map; known are " + known}});
}

}  // namespace kernelscope
