#include "engine/data/image_dataset.h"

#include "engine/core/contract.h"
#include "engine/core/error.h"
#include "engine/core/rng.h"
#include "engine/data/random_permutation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace kernelscope {

namespace {

// One flag per pixel: whether it trains.
std::vector<char> drawnFraction(std::int64_t pixels, double fraction, std::uint64_t seed) {
  std::vector<char> trains(static_cast<std::size_t>(pixels), 0);
  const double wanted = std::round(fraction * static_cast<double>(pixels));
  if (!(wanted >= 1)) {
    throw ConfigError({{"/image/train_pixels/fraction",
                        fmt::format("{} of {} pixels leaves none to train on", fraction, pixels)}});
  }
  const auto count = std::min(static_cast<std::int64_t>(wanted), pixels);
  const std::vector<std::int32_t> order =
      randomPermutation(static_cast<std::int32_t>(pixels), randomStream(seed, RandomPurpose::PixelSplit));
  for (std::int64_t i = 0; i < count; ++i)
    trains[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = 1;
  return trains;
}

std::vector<char> trainingFlags(int height, int width, const ImageSpec& spec, std::uint64_t seed) {
  const std::int64_t pixels = static_cast<std::int64_t>(height) * width;
  if (spec.trainPixels == "fraction") return drawnFraction(pixels, spec.fraction, seed);
  std::vector<char> trains;
  trains.reserve(static_cast<std::size_t>(pixels));
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      if (spec.trainPixels == "all") {
        trains.push_back(1);
      } else if (spec.trainPixels == "every-other") {
        trains.push_back(row % 2 == 0 && column % 2 == 0);
      } else if (spec.trainPixels == "checkerboard") {
        trains.push_back((row + column) % 2 == 0);
      } else {
        throw ConfigError({{"/image/train_pixels", "\"" + spec.trainPixels +
                                                       "\" is not known; all, every-other, checkerboard or "
                                                       "{\"fraction\": number} are"}});
      }
    }
  }
  return trains;
}

}  // namespace

double pixelCoordinate(int index, int count) {
  if (count <= 1) return 0;
  return -1.0 + 2.0 * index / (count - 1);
}

ImageDataset::ImageDataset(Picture picture, const ImageSpec& spec, std::uint64_t seed,
                           std::optional<PictureOrigin> origin)
    : picture_(std::move(picture)),
      origin_(origin.value_or(PictureOrigin{0, 0, picture_.width, picture_.height})) {
  KS_EXPECT(picture_.samples.size() ==
                static_cast<std::size_t>(pixelCount()) * static_cast<std::size_t>(channels()),
            "a picture has height x width x channels samples");
  if (pixelCount() < 2) {
    throw ConfigError(
        {{"/image/source", fmt::format("the picture has {} x {} pixels: nothing to hold out; at least 2 "
                                       "pixels are needed",
                                       width(), height())}});
  }
  coordinates_.reserve(static_cast<std::size_t>(pixelCount()) * 2);
  for (int row = 0; row < height(); ++row) {
    for (int column = 0; column < width(); ++column) {
      coordinates_.push_back(static_cast<float>(pixelCoordinate(column, width())));
      coordinates_.push_back(static_cast<float>(pixelCoordinate(row, height())));
    }
  }
  targets_.reserve(picture_.samples.size());
  for (const float sample : picture_.samples) targets_.push_back(2 * sample - 1);
  std::vector<float>().swap(picture_.samples);  // the targets say the same
  const std::vector<char> trains = trainingFlags(height(), width(), spec, seed);
  for (std::size_t pixel = 0; pixel < trains.size(); ++pixel) {
    (trains[pixel] != 0 ? trainPixels_ : heldOutPixels_).push_back(static_cast<std::int32_t>(pixel));
  }
  if (heldOutPixels_.empty() && spec.trainPixels != "all") {
    throw ConfigError(
        {{"/image/train_pixels", fmt::format("\"{}\" of {} x {} pixels leaves nothing to hold out",
                                             spec.trainPixels, width(), height())}});
  }
}

}  // namespace kernelscope
