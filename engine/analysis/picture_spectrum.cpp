#include "engine/analysis/picture_spectrum.h"

#include "engine/backend/cpu/fourier_plan.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <string>

namespace kernelscope {

namespace {

std::vector<double> windowOf(int count, SpectrumWindow window) {
  std::vector<double> weights(static_cast<std::size_t>(count), 1.0);
  if (window == SpectrumWindow::None) return weights;
  for (int i = 0; i < count; ++i) {
    const double s = std::sin(std::numbers::pi * (i + 0.5) / count);
    weights[static_cast<std::size_t>(i)] = s * s;
  }
  return weights;
}

double meanSquare(const std::vector<double>& weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight * weight;
  return sum / static_cast<double>(weights.size());
}

// Adds `scale` |F|^2 of one channel to `power`, zero frequency in the middle. Half of F is known; the other
// half is its mirror image.
void addPower(std::span<const std::complex<double>> bins, int height, int width, double scale,
              std::vector<double>& power) {
  const int half = width / 2 + 1;
  for (int k = 0; k < height; ++k) {
    for (int l = 0; l < width; ++l) {
      const bool known = l < half;
      const int row = known ? k : (height - k) % height;
      const int column = known ? l : width - l;
      const std::complex<double> bin = bins[static_cast<std::size_t>(row) * static_cast<std::size_t>(half) +
                                            static_cast<std::size_t>(column)];
      const int shownRow = (k + height / 2) % height, shownColumn = (l + width / 2) % width;
      power[static_cast<std::size_t>(shownRow) * static_cast<std::size_t>(width) +
            static_cast<std::size_t>(shownColumn)] += scale * std::norm(bin);
    }
  }
}

}  // namespace

std::vector<double> spectralPower(std::span<const float> samples, int height, int width, int channels,
                                  SpectrumWindow window) {
  const auto pixels =
      static_cast<std::size_t>(std::max(height, 0)) * static_cast<std::size_t>(std::max(width, 0));
  const auto stride = static_cast<std::size_t>(std::max(channels, 0));
  if (pixels * stride == 0 || samples.size() != pixels * stride) {
    throw ShapeError("picture spectrum: " + std::to_string(samples.size()) + " samples for a picture of " +
                     std::to_string(height) + " x " + std::to_string(width) + " x " +
                     std::to_string(channels));
  }
  FourierPlan2d plan(height, width);
  const std::vector<double> down = windowOf(height, window), across = windowOf(width, window);
  const double n = static_cast<double>(pixels);
  const double scale = 1 / (n * n * meanSquare(down) * meanSquare(across) * channels);
  std::vector<double> power(pixels);
  for (std::size_t channel = 0; channel < stride; ++channel) {
    const std::span<double> input = plan.input();
    for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
      const double weight = down[pixel / across.size()] * across[pixel % across.size()];
      input[pixel] = weight * static_cast<double>(samples[pixel * stride + channel]);
    }
    addPower(plan.transform(), height, width, scale, power);
  }
  return power;
}

Field2d pictureSpectrum(std::span<const float> samples, int height, int width, int channels) {
  const std::vector<double> power = spectralPower(samples, height, width, channels, SpectrumWindow::Hann);
  Field2d field{"spectrum", "dB", height, width, 1, {}};
  field.samples.reserve(power.size());
  for (const double p : power) {
    const double decibels = std::isfinite(p) ? 10 * std::log10(p) : std::nan("");
    field.samples.push_back(
        static_cast<float>(decibels < kSpectrumFloorDecibels ? kSpectrumFloorDecibels : decibels));
  }
  return field;
}

}  // namespace kernelscope
