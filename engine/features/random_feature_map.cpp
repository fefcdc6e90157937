#include "engine/features/random_feature_map.h"

#include "engine/core/error.h"

namespace kernelscope {

void RandomFeatureMap::mapWeights(const FeatureDraw<HostTensor>&, const HostTensor&, const HostTensor&,
                                  HostTensor&, HostTensor&) const {
  throw ConfigError(
      {ConfigIssue{"/start", "\"dense\" needs a map that estimates a dense layer: \"universal\""}});
}

}  // namespace kernelscope
