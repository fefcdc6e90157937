#include "tests/support/small_experiment.h"

#include <cmath>

namespace kernelscope::test {

ExperimentConfig smallExperiment(std::int64_t steps) {
  ExperimentConfig config = defaultExperiment();
  config.steps = steps;
  for (LaneSpec& lane : config.lanes) {
    lane.layers.erase(lane.layers.begin());
    for (LayerSpec& layer : lane.layers) {
      if (layer.width > 0) layer.width = 16;
      layer.features = 8;
    }
  }
  config.lanes[1].layers[1].type = "snnk";
  return config;
}

std::shared_ptr<const ImageDataset> smallDataset(const ExperimentConfig& config, int side) {
  Picture picture;
  picture.height = picture.width = side;
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      const double x = pixelCoordinate(column, side), y = pixelCoordinate(row, side);
      picture.samples.push_back(static_cast<float>(0.5 + 0.4 * std::sin(4 * x + y) * std::cos(3 * y)));
    }
  }
  return std::make_shared<const ImageDataset>(std::move(picture), config.image, config.seed);
}

}  // namespace kernelscope::test
