#include "engine/nn/network_builder.h"

#include "engine/core/error.h"
#include "engine/nn/layer_registry.h"

#include <fmt/format.h>

namespace kernelscope {

namespace {

constexpr double kInputBound = 1;  // tasks scale their coordinates to [-1, 1]

std::optional<double> lastSineOmega0(const LaneSpec& lane) {
  std::optional<double> omega0;
  for (const LayerSpec& spec : lane.layers) {
    if (spec.type == "dense" && spec.activation == activationName(ActivationKind::Sine)) omega0 = spec.omega0;
  }
  return omega0;
}

int resolvedWidth(const LayerSpec& spec, bool isLast, int outWidth) {
  if (!isLast) {
    if (spec.width < 1) {
      throw ConfigError({{"/width", fmt::format("is {}; a hidden layer needs at least 1 unit", spec.width)}});
    }
    return spec.width;
  }
  if (spec.width != 0 && spec.width != outWidth) {
    throw ConfigError({{"/width", fmt::format("is {}; the last layer has the {} outputs of the task",
                                              spec.width, outWidth)}});
  }
  return outWidth;
}

}  // namespace

Network buildNetwork(const LaneSpec& lane, int inWidth, int outWidth) {
  if (lane.layers.empty()) {
    throw ConfigError({ConfigIssue{"/layers", "is empty; a network needs at least one layer"}});
  }
  const std::optional<double> omega0 = lastSineOmega0(lane);
  std::vector<std::unique_ptr<Layer>> layers;
  std::vector<ConfigIssue> issues;
  int width = inWidth;
  double bound = kInputBound;
  for (std::size_t i = 0; i < lane.layers.size(); ++i) {
    const LayerSpec& spec = lane.layers[i];
    try {
      const int next = resolvedWidth(spec, i + 1 == lane.layers.size(), outWidth);
      layers.push_back(makeLayer(spec, {width, next, {i == 0, omega0}, bound}));
      width = next;
      bound = layers.back()->outputBound();
    } catch (const ConfigError& error) {
      for (const ConfigIssue& issue : error.issues()) {
        issues.push_back({fmt::format("/layers/{}{}", i, issue.path), issue.message});
      }
    }
  }
  if (!issues.empty()) throw ConfigError(std::move(issues));
  return Network(std::move(layers));
}

void checkNetworks(const ExperimentConfig& config, int inWidth) {
  std::vector<ConfigIssue> issues;
  for (const LaneId lane : kLanes) {
    try {
      buildNetwork(config.lane(lane), inWidth, 1);
    } catch (const ConfigError& error) {
      for (const ConfigIssue& issue : error.issues())
        issues.push_back({std::string("/lanes/") + laneName(lane) + issue.path, issue.message});
    }
  }
  if (!issues.empty()) throw ConfigError(std::move(issues));
}

}  // namespace kernelscope
