#pragma once
// An experiment that trains in milliseconds: a picture of 12 x 10 pixels in a folder of the test's own and
// two networks of a few units.

#include "engine/config/experiment_config.h"
#include "engine/io/png_writer.h"

#include <cmath>
#include <filesystem>

namespace kernelscope::test {

// A smooth pattern, so that fitting it works.
inline void writeSmallPicture(const std::filesystem::path& file) {
  Picture picture{10, 12, 1, {}, {}};
  for (int row = 0; row < picture.height; ++row) {
    for (int column = 0; column < picture.width; ++column)
      picture.samples.push_back(static_cast<float>(0.5 + 0.4 * std::sin(0.7 * column) * std::cos(0.5 * row)));
  }
  writePng(picture, file);
}

inline ExperimentConfig smallExperiment(const std::filesystem::path& picture, std::int64_t steps) {
  ExperimentConfig config = defaultExperiment();
  config.image.source = picture.string();
  config.steps = steps;
  for (LaneSpec& lane : config.lanes) {
    for (LayerSpec& layer : lane.layers) {
      if (layer.width > 0) layer.width = 16;
      layer.features = 8;
    }
  }
  return config;
}

}  // namespace kernelscope::test
