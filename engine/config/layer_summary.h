#pragma once
// A network in few words, as tiles and lists show it.

#include "engine/config/experiment_config.h"

#include <string>
#include <vector>

namespace kernelscope {

// The hidden layers: "3 × 128, sine", "2 × 128, sine + m = 32", "linear" when there are none. UTF-8.
std::string layersSummary(const std::vector<LayerSpec>& layers);

}  // namespace kernelscope
