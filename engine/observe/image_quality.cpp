#include "engine/observe/image_quality.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace kernelscope {

namespace {

constexpr double kSigma = 1.5;
constexpr int kRadius = 5;  // 11 taps
constexpr double kC1 = (0.01 * kDataRange) * (0.01 * kDataRange);
constexpr double kC2 = (0.03 * kDataRange) * (0.03 * kDataRange);

struct Plane {
  std::size_t height = 0, width = 0;
  std::vector<double> samples;
};

// Normalised Gaussian taps; as many as fit a side of `count` pixels, an odd number.
std::vector<double> gaussianTaps(std::size_t count) {
  const int radius = std::min(kRadius, static_cast<int>((count - 1) / 2));
  std::vector<double> taps;
  double sum = 0;
  for (int offset = -radius; offset <= radius; ++offset) {
    taps.push_back(std::exp(-0.5 * offset * offset / (kSigma * kSigma)));
    sum += taps.back();
  }
  for (double& tap : taps) tap /= sum;
  return taps;
}

// Windows wholly inside only: [h, w] -> [h - taps_y + 1, w - taps_x + 1].
Plane filtered(const Plane& in) {
  const std::vector<double> tapsX = gaussianTaps(in.width), tapsY = gaussianTaps(in.height);
  Plane rows{in.height, in.width - tapsX.size() + 1, {}};
  rows.samples.assign(rows.height * rows.width, 0.0);
  for (std::size_t y = 0; y < rows.height; ++y) {
    for (std::size_t k = 0; k < tapsX.size(); ++k) {
      const double* source = &in.samples[y * in.width + k];
      double* sum = &rows.samples[y * rows.width];
      for (std::size_t x = 0; x < rows.width; ++x) sum[x] += tapsX[k] * source[x];
    }
  }
  Plane out{in.height - tapsY.size() + 1, rows.width, {}};
  out.samples.assign(out.height * out.width, 0.0);
  for (std::size_t y = 0; y < out.height; ++y) {
    for (std::size_t k = 0; k < tapsY.size(); ++k) {
      const double* source = &rows.samples[(y + k) * rows.width];
      double* sum = &out.samples[y * out.width];
      for (std::size_t x = 0; x < out.width; ++x) sum[x] += tapsY[k] * source[x];
    }
  }
  return out;
}

// One channel of the product of two pictures (or of one picture when `b` is empty).
Plane product(std::span<const float> a, std::span<const float> b, std::size_t height, std::size_t width,
              std::size_t channels, std::size_t channel) {
  Plane plane{height, width, std::vector<double>(height * width)};
  for (std::size_t i = 0; i < height * width; ++i) {
    const std::size_t at = i * channels + channel;
    plane.samples[i] = b.empty() ? a[at] : static_cast<double>(a[at]) * b[at];
  }
  return plane;
}

double channelSimilarity(std::span<const float> a, std::span<const float> b, std::size_t height,
                         std::size_t width, std::size_t channels, std::size_t channel) {
  const auto mean = [&](std::span<const float> u, std::span<const float> v) {
    return filtered(product(u, v, height, width, channels, channel)).samples;
  };
  const std::vector<double> meanA = mean(a, {}), meanB = mean(b, {});
  const std::vector<double> meanAa = mean(a, a), meanBb = mean(b, b), meanAb = mean(a, b);
  double sum = 0;
  for (std::size_t i = 0; i < meanA.size(); ++i) {
    const double aa = meanA[i] * meanA[i], bb = meanB[i] * meanB[i], ab = meanA[i] * meanB[i];
    const double covariance = meanAb[i] - ab, variances = (meanAa[i] - aa) + (meanBb[i] - bb);
    sum += ((2 * ab + kC1) * (2 * covariance + kC2)) / ((aa + bb + kC1) * (variances + kC2));
  }
  return sum / static_cast<double>(meanA.size());
}

void expectPairs(const char* function, std::span<const float> a, std::span<const float> b) {
  if (a.size() == b.size() && !a.empty()) return;
  throw ShapeError(std::string(function) + ": " + std::to_string(a.size()) + " samples against " +
                   std::to_string(b.size()) + "; equal, positive numbers are needed");
}

double mean(std::span<const float> samples) {
  double sum = 0;
  for (const float sample : samples) sum += sample;
  return sum / static_cast<double>(samples.size());
}

}  // namespace

double meanSquaredError(std::span<const float> a, std::span<const float> b) {
  expectPairs("meanSquaredError", a, b);
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
    sum += difference * difference;
  }
  return sum / static_cast<double>(a.size());
}

double correlation(std::span<const float> a, std::span<const float> b) {
  expectPairs("correlation", a, b);
  const double meanA = mean(a), meanB = mean(b);
  double together = 0, aAlone = 0, bAlone = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double da = a[i] - meanA, db = b[i] - meanB;
    together += da * db;
    aAlone += da * da;
    bAlone += db * db;
  }
  return together / std::sqrt(aAlone * bAlone);  // 0 / 0 where one is constant
}

double psnrDb(double mse) {
  return -10.0 * std::log10(mse / (kDataRange * kDataRange));
}

double structuralSimilarity(std::span<const float> a, std::span<const float> b, int height, int width,
                            int channels) {
  const auto rows = static_cast<std::size_t>(std::max(height, 0));
  const auto columns = static_cast<std::size_t>(std::max(width, 0));
  const auto depth = static_cast<std::size_t>(std::max(channels, 0));
  const std::size_t samples = rows * columns * depth;
  if (samples == 0 || a.size() != samples || b.size() != samples) {
    throw ShapeError("structuralSimilarity: " + std::to_string(a.size()) + " and " +
                     std::to_string(b.size()) + " samples for a picture of " + std::to_string(height) +
                     " x " + std::to_string(width) + " x " + std::to_string(channels));
  }
  double sum = 0;
  for (std::size_t channel = 0; channel < depth; ++channel) {
    sum += channelSimilarity(a, b, rows, columns, depth, channel);
  }
  return sum / channels;
}

}  // namespace kernelscope
