#pragma once
// A picture as training data: coordinates, target values, and which pixels train and which are held out.

#include "engine/config/experiment_config.h"
#include "engine/io/picture.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kernelscope {

// The rectangle of the picture in its file, upright and in pixels, that a data set shows.
struct PictureOrigin {
  int x = 0, y = 0, width = 0, height = 0;
};

// Pixel centres lie at linspace(-1, 1, width) along x (right) and linspace(-1, 1, height) along y (down).
// A grey value g in 0..1 is the target 2 g - 1.
class ImageDataset {
 public:
  // Splits by ImageSpec::trainPixels. `all` trains on every pixel and holds nothing out; `every-other` keeps
  // the pixels of even rows and even columns, a quarter; `checkerboard` those whose row and column sum is
  // even, a half; `fraction` round(fraction * pixels) of them, drawn by `seed`. Throws ConfigError when
  // nothing would be left to train on or (but for `all`) to hold out, and for a picture of one pixel.
  // `origin` says what part of its file the picture is; without one it is the whole.
  ImageDataset(Picture picture, const ImageSpec& spec, std::uint64_t seed,
               std::optional<PictureOrigin> origin = std::nullopt);

  int height() const { return picture_.height; }
  int width() const { return picture_.width; }
  int channels() const { return picture_.channels; }
  std::int64_t pixelCount() const { return static_cast<std::int64_t>(height()) * width(); }
  const std::vector<std::string>& notes() const { return picture_.notes; }
  const PictureOrigin& origin() const { return origin_; }

  // [pixels, 2] (x, y) and [pixels, channels], row-major over the whole picture.
  const std::vector<float>& coordinates() const { return coordinates_; }
  const std::vector<float>& targets() const { return targets_; }
  // Pixel indices, ascending.
  const std::vector<std::int32_t>& trainPixels() const { return trainPixels_; }
  const std::vector<std::int32_t>& heldOutPixels() const { return heldOutPixels_; }

 private:
  Picture picture_;
  PictureOrigin origin_;
  std::vector<float> coordinates_, targets_;
  std::vector<std::int32_t> trainPixels_, heldOutPixels_;
};

// Coordinate of pixel `index` of `count` along an axis: linspace(-1, 1, count); 0 when count is 1.
double pixelCoordinate(int index, int count);

// Reads, crops, shrinks and splits the picture of an experiment. Throws IoError, ContentError, ConfigError.
std::shared_ptr<const ImageDataset> loadImageDataset(const ExperimentConfig& config);

}  // namespace kernelscope
