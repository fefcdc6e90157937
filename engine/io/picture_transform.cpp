#include "engine/io/picture_transform.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace kernelscope {

namespace {

// A target pixel covers source pixels first, first + 1, ... with these weights, which sum to 1.
struct Coverage {
  std::size_t first = 0;
  std::vector<double> weights;
};

// Target pixel i covers the interval [i s, (i + 1) s) of the source, s = from / to >= 1. In units of
// 1 / to of a source pixel everything is an integer: weight = overlap of [i from, (i + 1) from) with
// [j to, (j + 1) to), divided by `from`.
std::vector<Coverage> coverages(int from, int to) {
  std::vector<Coverage> all(static_cast<std::size_t>(to));
  for (std::int64_t i = 0; i < to; ++i) {
    Coverage& coverage = all[static_cast<std::size_t>(i)];
    const std::int64_t begin = i * from, end = begin + from;
    coverage.first = static_cast<std::size_t>(begin / to);
    for (std::int64_t j = begin / to; j * to < end; ++j) {
      const std::int64_t overlap = std::min(end, (j + 1) * to) - std::max(begin, j * to);
      coverage.weights.push_back(static_cast<double>(overlap) / from);
    }
  }
  return all;
}

std::string sizeText(const Picture& picture) {
  return fmt::format("{} x {}", picture.width, picture.height);
}

}  // namespace

Picture cropped(const Picture& picture, const CropSpec& crop) {
  const auto inside = [](int first, int count, int size) {
    return first >= 0 && count >= 1 && first <= size && count <= size - first;
  };
  if (!inside(crop.x, crop.width, picture.width) || !inside(crop.y, crop.height, picture.height)) {
    throw ConfigError({{"/image/crop",
                        fmt::format("{} x {} pixels from ({}, {}) do not lie inside the picture of {} pixels",
                                    crop.width, crop.height, crop.x, crop.y, sizeText(picture))}});
  }
  Picture part;
  part.height = crop.height;
  part.width = crop.width;
  part.channels = picture.channels;
  part.notes = picture.notes;
  for (int y = 0; y < crop.height; ++y) {
    const std::ptrdiff_t pixel = static_cast<std::ptrdiff_t>(crop.y + y) * picture.width + crop.x;
    const auto first = picture.samples.begin() + pixel * picture.channels;
    part.samples.insert(part.samples.end(), first,
                        first + static_cast<std::ptrdiff_t>(crop.width) * picture.channels);
  }
  if (part.width != picture.width || part.height != picture.height) {
    part.notes.push_back(fmt::format("cropped from {} to {} pixels at ({}, {})", sizeText(picture),
                                     sizeText(part), crop.x, crop.y));
  }
  return part;
}

Picture toGrey(Picture picture) {
  if (picture.channels == 1) return picture;
  const std::size_t pixels = picture.samples.size() / 3;
  std::vector<float> grey(pixels);
  for (std::size_t i = 0; i < pixels; ++i) {
    const float* rgb = &picture.samples[3 * i];
    grey[i] = static_cast<float>(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
  }
  picture.samples = std::move(grey);
  picture.channels = 1;
  picture.notes.emplace_back("made grey (Rec. 709 luma)");
  return picture;
}

Picture shrunkToSide(Picture picture, int maximumSide) {
  if (maximumSide < 1) {
    throw ConfigError({{"/image/maximum_side", fmt::format("{} is below 1", maximumSide)}});
  }
  const int longer = std::max(picture.width, picture.height);
  if (longer <= maximumSide) return picture;
  const auto scaled = [&](int side) {
    const double exact = static_cast<double>(side) * maximumSide / longer;
    return std::max(1, static_cast<int>(std::lround(exact)));
  };
  Picture smaller = areaAveraged(picture, scaled(picture.height), scaled(picture.width));
  smaller.notes.push_back(fmt::format("averaged from {} to {} pixels", sizeText(picture), sizeText(smaller)));
  return smaller;
}

Picture areaAveraged(const Picture& picture, int height, int width) {
  if (height < 1 || width < 1 || height > picture.height || width > picture.width) {
    throw ShapeError(
        fmt::format("area average of {} pixels to {} x {}: each side must be from 1 to the source's",
                    sizeText(picture), width, height));
  }
  const std::vector<Coverage> columns = coverages(picture.width, width),
                              rows = coverages(picture.height, height);
  const auto channels = static_cast<std::size_t>(picture.channels);
  const std::size_t sourceRow = static_cast<std::size_t>(picture.width) * channels;
  const std::size_t targetRow = static_cast<std::size_t>(width) * channels;
  Picture result;
  result.height = height;
  result.width = width;
  result.channels = picture.channels;
  result.notes = picture.notes;
  result.samples.reserve(static_cast<std::size_t>(height) * targetRow);
  std::vector<double> sums(sourceRow);  // one target row, still at full width
  for (const Coverage& rowCoverage : rows) {
    std::fill(sums.begin(), sums.end(), 0.0);
    for (std::size_t k = 0; k < rowCoverage.weights.size(); ++k) {
      const float* source = &picture.samples[(rowCoverage.first + k) * sourceRow];
      for (std::size_t i = 0; i < sourceRow; ++i) sums[i] += rowCoverage.weights[k] * source[i];
    }
    for (const Coverage& columnCoverage : columns) {
      for (std::size_t c = 0; c < channels; ++c) {
        double sum = 0;
        for (std::size_t k = 0; k < columnCoverage.weights.size(); ++k) {
          sum += columnCoverage.weights[k] * sums[(columnCoverage.first + k) * channels + c];
        }
        result.samples.push_back(static_cast<float>(sum));
      }
    }
  }
  return result;
}

}  // namespace kernelscope
