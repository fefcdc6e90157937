#pragma once
// A network in few words, as tiles and lists show it.

#include <string>
#include <vector>

#include "engine/config/experiment_config.h"

namespace kernelscope {

// The hidden layers: "3 × 128, sine", "2 × 128, sine + m = 32", "128 + 64, ReLU"; "linear" when there
// are none. UTF-8.
std::string layersSummary(const std::vector<LayerSpec>& layers);

}  // namespace kernelscope
