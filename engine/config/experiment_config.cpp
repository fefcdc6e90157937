#include "engine/config/experiment_config.h"

namespace kernelscope {

namespace {

LayerSpec sineLayer(int width) {
  LayerSpec layer;
  layer.width = width;
  layer.activation = "sine";
  return layer;
}

LayerSpec snnkLayer(int width) {
  LayerSpec layer;
  layer.type = "snnk";
  layer.width = width;
  return layer;
}

}  // namespace

ExperimentConfig defaultExperiment() {
  constexpr int kWidth = 128;
  ExperimentConfig config;
  config.lanes[laneIndex(LaneId::A)] = {
      "FFL", {sineLayer(kWidth), sineLayer(kWidth), sineLayer(kWidth), LayerSpec{}}};
  config.lanes[laneIndex(LaneId::B)] = {
      "SNNK", {sineLayer(kWidth), sineLayer(kWidth), snnkLayer(kWidth), LayerSpec{}}};
  return config;
}

}  // namespace kernelscope
