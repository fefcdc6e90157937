#include "engine/tasks/training_targets.h"

#include "engine/observe/field_derivatives.h"
#include "engine/observe/field_smoothing.h"

#include <cstddef>

namespace kernelscope {

namespace {

// Two pictures of `channels` numbers per pixel side by side.
std::vector<float> interleaved(const std::vector<float>& left, const std::vector<float>& right,
                               std::size_t channels) {
  std::vector<float> result;
  result.reserve(left.size() + right.size());
  for (std::size_t at = 0; at < left.size(); at += channels) {
    for (std::size_t c = 0; c < channels; ++c) result.push_back(left[at + c]);
    for (std::size_t c = 0; c < channels; ++c) result.push_back(right[at + c]);
  }
  return result;
}

// Over the training pixels, per colour channel. 1 where nothing changes: then there is nothing to divide by.
double meanSquare(const ImageDataset& data, const TrainingTargets& targets) {
  const auto columns = static_cast<std::size_t>(targets.columns);
  double sum = 0;
  for (const std::int32_t pixel : data.trainPixels()) {
    for (std::size_t c = 0; c < columns; ++c) {
      const double target = targets.samples[static_cast<std::size_t>(pixel) * columns + c];
      sum += target * target;
    }
  }
  const double mean = sum / static_cast<double>(data.trainPixels().size()) / data.channels();
  return mean > 0 ? mean : 1;
}

}  // namespace

TrainingTargets trainingTargets(const ImageDataset& data, Supervision supervision) {
  const int height = data.height(), width = data.width(), channels = data.channels();
  if (supervision == Supervision::Value) return {data.targets(), channels, 1};
  TrainingTargets targets;
  if (supervision == Supervision::Gradient) {
    const auto along = [&](FieldAxis axis) {
      return firstDerivative(data.targets(), height, width, channels, axis).samples;
    };
    targets = {interleaved(along(FieldAxis::X), along(FieldAxis::Y), static_cast<std::size_t>(channels)),
               2 * channels, 1};
  } else {
    const std::vector<float> smooth =
        gaussianSmoothed(data.targets(), height, width, channels, kLaplacianSmoothing);
    targets = {laplacian(smooth, height, width, channels).samples, channels, 1};
  }
  targets.lossUnit = meanSquare(data, targets);
  return targets;
}

}  // namespace kernelscope
