#pragma once
// A lane of a finished run folder: its network and weights, without its picture.

#include "engine/io/named_array.h"
#include "engine/run/run_folder.h"
#include "engine/train/predictor.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kernelscope {

struct TrainedLane {
  std::shared_ptr<const Network> network;
  std::vector<NamedArray> weights;  // as in the weights file
  std::vector<float> parameters;    // flat
};

// Throws IoError, ContentError, ConfigError.
TrainedLane loadTrainedLane(const RunFolder& folder, LaneId lane);

// A lane's parameters as they stand in its checkpoint: `parameters` flat in the order of the network's
// ParameterLayout, `outWidth` the channels of the picture. Throws ShapeError if they do not fit the network.
TrainedLane trainedLane(const LaneSpec& lane, int outWidth, const std::vector<float>& parameters);

// Evaluates the lane at the points of an .npy file [n, inWidth] and writes the outputs [n, outWidth].
// Computes in float32 for float32 input, else in float64. Throws IoError, ContentError.
void evaluateToFile(const TrainedLane& lane, const std::filesystem::path& input,
                    const std::filesystem::path& output, int threads);

// Writes the weights as safetensors, npz or csv (name, row, column, value). Throws IoError, ConfigError for
// another format, naming the known ones.
void exportWeights(const TrainedLane& lane, const std::string& format, const std::filesystem::path& file);

}  // namespace kernelscope
