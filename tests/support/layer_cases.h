#pragma once
// One case per layer type, activation, feature map, order and sampling, made from the registries: a new entry
// is tested without being listed here.

#include "engine/backend/jet_layout.h"
#include "engine/config/experiment_config.h"

#include <string>
#include <vector>

namespace kernelscope::test {

struct LayerCase {
  std::string name;  // letters, digits and underscores
  LayerSpec spec;
};

std::vector<LayerCase> layerCases();
// The cases of random feature maps alone.
std::vector<LayerCase> featureMapCases();

struct LayoutCase {
  std::string name;
  JetLayout layout;
};

// Values; with one, two, three first derivatives; with a plain and a weighted Laplacian.
std::vector<LayoutCase> layoutCases();

// "value", "derivative_0", "laplacian": what channel `channel` holds.
std::string channelName(const JetLayout& layout, int channel);

}  // namespace kernelscope::test
