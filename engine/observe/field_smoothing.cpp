#include "engine/observe/field_smoothing.h"

#include "engine/core/error.h"

#include <cmath>
#include <cstddef>
#include <string>

namespace kernelscope {

namespace {

constexpr double kCutOff = 4;  // standard deviations

std::vector<double> normalisedTaps(double sigmaPixels) {
  const int radius = static_cast<int>(std::ceil(kCutOff * sigmaPixels));
  std::vector<double> taps;
  double sum = 0;
  for (int offset = -radius; offset <= radius; ++offset) {
    taps.push_back(std::exp(-0.5 * offset * offset / (sigmaPixels * sigmaPixels)));
    sum += taps.back();
  }
  for (double& tap : taps) tap /= sum;
  return taps;
}

// The place of a pixel that may lie beyond the border, mirrored back as often as needed: -1 is 0, count is
// count - 1.
int mirrored(int index, int count) {
  const int period = 2 * count;
  const int inside = (index % period + period) % period;
  return inside < count ? inside : period - 1 - inside;
}

// Along one axis of lines of `count` samples, `stride` apart, one line for each start.
std::vector<float> smoothedAlong(std::span<const float> samples, int count, std::size_t stride,
                                 const std::vector<double>& taps) {
  const int radius = static_cast<int>(taps.size() / 2);
  const std::size_t block = stride * static_cast<std::size_t>(count);
  std::vector<float> result(samples.size());
  for (std::size_t start = 0; start < samples.size(); ++start) {
    if (start % block >= stride) continue;  // not the first of its line
    for (int at = 0; at < count; ++at) {
      double sum = 0;
      for (int offset = -radius; offset <= radius; ++offset) {
        const auto from = static_cast<std::size_t>(mirrored(at + offset, count));
        sum += taps[static_cast<std::size_t>(offset + radius)] * samples[start + from * stride];
      }
      result[start + static_cast<std::size_t>(at) * stride] = static_cast<float>(sum);
    }
  }
  return result;
}

}  // namespace

std::vector<float> gaussianSmoothed(std::span<const float> samples, int height, int width, int channels,
                                    double sigmaPixels) {
  const auto pixel = static_cast<std::size_t>(channels), row = pixel * static_cast<std::size_t>(width);
  if (samples.empty() || samples.size() != row * static_cast<std::size_t>(height)) {
    throw ShapeError("gaussianSmoothed: " + std::to_string(samples.size()) + " samples for a picture of " +
                     std::to_string(height) + " x " + std::to_string(width) + " x " +
                     std::to_string(channels));
  }
  const std::vector<double> taps = normalisedTaps(sigmaPixels);
  return smoothedAlong(smoothedAlong(samples, width, pixel, taps), height, row, taps);
}

}  // namespace kernelscope
