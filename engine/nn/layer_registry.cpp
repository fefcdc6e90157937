#include "engine/nn/layer_registry.h"

#include "engine/core/error.h"
#include "engine/features/feature_registry.h"
#include "engine/nn/dense_layer.h"
#include "engine/nn/snnk_layer.h"

#include <array>
#include <optional>
#include <string>

namespace kernelscope {

namespace {

Activation denseActivation(const LayerSpec& spec) {
  std::string known;
  for (int i = 0; i < kDenseActivationCount; ++i) {
    const auto kind = static_cast<ActivationKind>(i);
    if (activationName(kind) == spec.activation) {
      return {kind, kind == ActivationKind::Sine ? spec.omega0 : 1.0, 1.0};
    }
    known += (known.empty() ? "" : ", ") + std::string(activationName(kind));
  }
  throw ConfigError(
      {{"/activation", "\"" + spec.activation + "\" is not an activation; known are " + known}});
}

DenseOptions denseOptions(const Activation& activation, const LayerPlace& place) {
  return {place.inWidth, place.outWidth, activation,
          denseBounds(place.inWidth, place.outWidth, activation, place.position)};
}

std::unique_ptr<Layer> makeDense(const LayerSpec& spec, const LayerPlace& place) {
  return std::make_unique<DenseLayer>(denseOptions(denseActivation(spec), place));
}

// What a universal layer estimates; sines have the frequency of the network's sine layers.
Activation universalActivation(LayerSpec spec, const LayerPlace& place) {
  if (place.position.sineOmega0) spec.omega0 = *place.position.sineOmega0;
  return denseActivation(spec);
}

// The dense layer that an snnk layer starts as; none for a random start.
std::optional<DenseOptions> denseStart(const LayerSpec& spec, const LayerPlace& place) {
  if (spec.map != "universal" || spec.start == "random") return std::nullopt;
  if (spec.start == "dense") return denseOptions(universalActivation(spec, place), place);
  throw ConfigError({{"/start", "\"" + spec.start + "\" is not a start; known are random, dense"}});
}

std::unique_ptr<Layer> makeSnnk(const LayerSpec& spec, const LayerPlace& place) {
  FeatureInputs inputs{place.inWidth, place.inputBound, {}};
  if (spec.map == "universal") inputs.estimated = universalActivation(spec, place);
  return std::make_unique<SnnkLayer>(SnnkOptions{makeFeatureMap(spec, inputs),
                                                 projectionSamplingFromName(spec.projection), place.outWidth,
                                                 denseStart(spec, place)});
}

constexpr std::array<LayerEntry, 2> kLayers = {{{"dense", makeDense}, {"snnk", makeSnnk}}};

}  // namespace

std::span<const LayerEntry> layerRegistry() {
  return kLayers;
}

std::unique_ptr<Layer> makeLayer(const LayerSpec& spec, const LayerPlace& place) {
  std::string known;
  for (const LayerEntry& entry : kLayers) {
    if (entry.name == spec.type) return entry.make(spec, place);
    known += (known.empty() ? "" : ", ") + std::string(entry.name);
  }
  throw ConfigError({{"/type", "\"" + spec.type + "\" is not a layer; known are " + known}});
}

}  // namespace kernelscope
