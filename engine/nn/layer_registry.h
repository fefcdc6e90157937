#pragma once
// The layer types by the name that experiments give them.

#include "engine/config/experiment_config.h"
#include "engine/nn/initializers.h"
#include "engine/nn/layer.h"

#include <memory>
#include <span>
#include <string_view>

namespace kernelscope {

// Shape and position that a layer gets from its network.
struct LayerPlace {
  int inWidth = 0, outWidth = 0;
  LayerPosition position;
  double inputBound = 1;  // |x_i| is at most this; infinite where inputs can be of any size
};

struct LayerEntry {
  std::string_view name;  // LayerSpec::type
  std::unique_ptr<Layer> (*make)(const LayerSpec&, const LayerPlace&);
};

std::span<const LayerEntry> layerRegistry();

// Throws ConfigError, with pointers relative to the layer ("/activation"), for a name or number that the
// layer cannot have.
std::unique_ptr<Layer> makeLayer(const LayerSpec& spec, const LayerPlace& place);

}  // namespace kernelscope
