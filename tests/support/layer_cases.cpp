#include "tests/support/layer_cases.h"

#include "engine/features/feature_registry.h"
#include "engine/nn/layer_registry.h"

#include <algorithm>
#include <cctype>

namespace kernelscope::test {

namespace {

std::string identifier(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return text;
}

void addDense(const LayerSpec& base, std::vector<LayerCase>& cases) {
  for (int i = 0; i < kDenseActivationCount; ++i) {
    LayerSpec spec = base;
    spec.activation = activationName(static_cast<ActivationKind>(i));
    spec.omega0 = 5;
    cases.push_back({identifier(spec.type + "_" + spec.activation), spec});
  }
}

}  // namespace

namespace {

// What sets layers of a map apart, with a name: order, activation, radial factor.
struct MapVariant {
  std::string name;
  int order = 1;
  std::string activation = LayerSpec().activation, radial = "off";
};

std::vector<MapVariant> variantsOf(std::string_view map) {
  if (map == "arc-cosine") return {{"_0", 0}, {"_1", 1}, {"_2", 2}};
  std::vector<MapVariant> variants;
  for (const char* radial : {"off", "exact"}) {
    const std::string suffix = std::string("_") + radial;
    if (map != "universal") {
      variants.push_back({suffix, 1, LayerSpec().activation, radial});
      continue;
    }
    // A line, an integral, and one that grows.
    for (const char* activation : {"sine", "tanh", "gelu"})
      variants.push_back({suffix + "_" + activation, 1, activation, radial});
  }
  return variants;
}

}  // namespace

std::vector<LayerCase> featureMapCases() {
  std::vector<LayerCase> cases;
  for (const FeatureMapEntry& entry : featureMapRegistry()) {
    for (const MapVariant& variant : variantsOf(entry.name)) {
      for (const char* projection : {"iid", "orthogonal"}) {
        LayerSpec spec;
        spec.type = "snnk";
        spec.map = entry.name;
        spec.features = 5;
        spec.sigma = 0.7;
        spec.order = variant.order;
        spec.activation = variant.activation;
        spec.radial = variant.radial;
        spec.projection = projection;
        cases.push_back({identifier(spec.map + variant.name + "_" + projection), spec});
      }
    }
  }
  return cases;
}

std::vector<LayerCase> layerCases() {
  std::vector<LayerCase> cases;
  for (const LayerEntry& entry : layerRegistry()) {
    LayerSpec spec;
    spec.type = entry.name;
    if (entry.name == "dense") {
      addDense(spec, cases);
    } else if (entry.name == "snnk") {
      for (const LayerCase& map : featureMapCases()) cases.push_back({"snnk_" + map.name, map.spec});
    } else {
      cases.push_back({identifier(spec.type), spec});
    }
  }
  return cases;
}

std::vector<LayoutCase> layoutCases() {
  return {{"value", {0, false, {}}},           {"one derivative", {1, false, {}}},
          {"two derivatives", {2, false, {}}}, {"three derivatives", {3, false, {}}},
          {"Laplacian of two", {2, true, {}}}, {"weighted Laplacian of three", {3, true, {1.0, 0.5, 2.0}}}};
}

std::string channelName(const JetLayout& layout, int channel) {
  if (channel == 0) return "value";
  if (channel <= layout.coordinates) return "derivative_" + std::to_string(channel - 1);
  return "laplacian";
}

}  // namespace kernelscope::test
