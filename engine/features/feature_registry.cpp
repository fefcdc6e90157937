#include "engine/features/feature_registry.h"

#include "engine/core/error.h"
#include "engine/features/arc_cosine_features.h"
#include "engine/features/trigonometric_features.h"
#include "engine/features/universal_features.h"

#include <fmt/format.h>

#include <array>
#include <string>

namespace kernelscope {

namespace {

bool hasExactRadialFactor(const LayerSpec& spec) {
  if (spec.radial == "off" || spec.radial == "exact") return spec.radial == "exact";
  throw ConfigError({{"/radial", "\"" + spec.radial + "\" is not a radial factor; known are off, exact"}});
}

std::unique_ptr<const RandomFeatureMap> makeTrigonometric(const LayerSpec& spec,
                                                          const FeatureInputs& inputs) {
  if (!hasExactRadialFactor(spec))
    return std::make_unique<TrigonometricFeatures>(inputs.width, spec.features, spec.sigma);
  return std::make_unique<UniversalFeatures>(
      UniversalFeatureOptions{inputs.width, spec.features, std::nullopt, spec.sigma, true, inputs.bound});
}

std::unique_ptr<const RandomFeatureMap> makeUniversal(const LayerSpec& spec, const FeatureInputs& inputs) {
  return std::make_unique<UniversalFeatures>(UniversalFeatureOptions{
      inputs.width, spec.features, inputs.estimated, spec.sigma, hasExactRadialFactor(spec), inputs.bound});
}

std::unique_ptr<const RandomFeatureMap> makeArcCosine(const LayerSpec& spec, const FeatureInputs& inputs) {
  return std::make_unique<ArcCosineFeatures>(inputs.width, spec.features, spec.order);
}

constexpr std::array<FeatureMapEntry, 3> kFeatureMaps = {
    {{"arc-cosine", makeArcCosine}, {"trigonometric", makeTrigonometric}, {"universal", makeUniversal}}};

}  // namespace

std::span<const FeatureMapEntry> featureMapRegistry() {
  return kFeatureMaps;
}

std::unique_ptr<const RandomFeatureMap> makeFeatureMap(const LayerSpec& spec, const FeatureInputs& inputs) {
  if (spec.features < 1) {
    throw ConfigError(
        {{"/features", fmt::format("is {}; a feature map needs at least 1 projection", spec.features)}});
  }
  std::string known;
  for (const FeatureMapEntry& entry : kFeatureMaps) {
    if (entry.name == spec.map) return entry.make(spec, inputs);
    known += (known.empty() ? "" : ", ") + std::string(entry.name);
  }
  throw ConfigError({{"/map", "\"" + spec.map + "\" is not a feature map; known are " + known}});
}

}  // namespace kernelscope
