#include "tests/ui/synthetic_run.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kernelscope::testing {

namespace {

double hashNoise(std::int64_t i) {
  std::uint64_t x = static_cast<std::uint64_t>(i) * 0x9E3779B97F4A7C15ULL + 0x1234567ULL;
  x ^= x >> 31;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 29;
  return static_cast<double>(x >> 11) / static_cast<double>(1ULL << 53) - 0.5;
}

double edge(double distance, double width) {
  return 0.5 * (1 + std::tanh(distance / width));
}

// A dark figure and rings before a bright sky; x and y in 0..1.
double scene(double x, double y, double blur, int channel) {
  const double width = 0.004 + 0.008 * blur;
  const double sky = 0.78 - 0.1 * y - 0.08 * channel;
  const double ground = 0.45 + 0.05 * std::sin(40 * x) * std::exp(-blur) + 0.06 * channel;
  double value = sky + (ground - sky) * edge(y - 0.72, width);
  const double head = std::hypot(x - 0.38, (y - 0.24) * 0.9);
  const double body = std::hypot((x - 0.36) * 1.6, y - 0.62);
  value += (0.08 - value) * std::max(edge(0.13 - head, width), edge(0.3 - body, width));
  const double ring = std::hypot(x - 0.74, y - 0.4);
  const double waves = 0.5 + 0.5 * std::sin(2 * std::numbers::pi * 16 * ring / (1 + 0.2 * blur));
  value += (waves - value) * edge(0.15 - ring, width) * (1 / (1 + 0.5 * blur));
  return value;
}

Field2d emptyField(const std::string& name, const std::string& unit, int size, int channels) {
  Field2d field;
  field.name = name;
  field.unit = unit;
  field.height = field.width = size;
  field.channels = channels;
  field.samples.resize(static_cast<std::size_t>(size) * size * channels);
  return field;
}

}  // namespace

std::shared_ptr<const Observation> syntheticFields(int size, double blur, double noise, bool colored) {
  const int channels = colored ? 3 : 1;
  Field2d value = emptyField("value", "grey value", size, channels);
  Field2d error = emptyField("error", "grey value", size, channels);
  Field2d gradient = emptyField("gradient_magnitude", "per unit length", size, 1);
  Field2d laplacian = emptyField("laplacian", "per unit length²", size, 1);
  const auto at = [&](int row, int column, int channel) {
    const double x = (column + 0.5) / size, y = (row + 0.5) / size;
    return scene(x, y, blur, channel) +
           noise * 2 * hashNoise((static_cast<std::int64_t>(row) * size + column) * 3 + channel);
  };
  const double h = 2.0 / size;
  for (int row = 0; row < size; ++row) {
    for (int column = 0; column < size; ++column) {
      const std::size_t i = static_cast<std::size_t>(row) * size + column;
      for (int channel = 0; channel < channels; ++channel) {
        const double v = at(row, column, channel);
        value.samples[i * channels + channel] = static_cast<float>(v);
        const double exact = scene((column + 0.5) / size, (row + 0.5) / size, 0, channel);
        error.samples[i * channels + channel] = static_cast<float>(std::abs(v - exact));
      }
      const double dx = (at(row, column + 1, 0) - at(row, column - 1, 0)) / (2 * h);
      const double dy = (at(row + 1, column, 0) - at(row - 1, column, 0)) / (2 * h);
      gradient.samples[i] = static_cast<float>(std::hypot(dx, dy));
      laplacian.samples[i] =
          static_cast<float>((at(row, column + 1, 0) + at(row, column - 1, 0) + at(row + 1, column, 0) +
                              at(row - 1, column, 0) - 4 * at(row, column, 0)) /
                             (h * h));
    }
  }
  auto observation = std::make_shared<Observation>();
  observation->fields = {value, gradient, laplacian, error};
  return observation;
}

MetricHistory syntheticHistory(LaneId lane, std::int64_t steps) {
  MetricHistory history({"mse", "psnr_db", "heldout_mse", "heldout_psnr_db", "ssim"});
  const bool a = lane == LaneId::A;
  for (std::int64_t step = 1; step <= steps; ++step) {
    const double s = std::log10(static_cast<double>(step));
    const double early = (a ? 10.0 : 2.0) * std::exp(-1.6 * s) * (step % 2 == 0 ? -1 : 0.4);
    double psnr = (a ? 14 + 5.2 * s + 1.6 * s * s : 14.2 + 5.8 * s + 0.95 * s * s) + early +
                  0.35 * hashNoise(step + (a ? 0 : 7919));
    if (!a && step > 500 && step % 389 < 6) psnr -= 9 * (1 - (step % 389) / 6.0);
    const double heldOut = std::min(psnr - 0.3, 23.8 - 0.25 * s + (a ? 0.0 : 0.15));
    const bool measured = step % 8 == 0 || step == steps || step < 4;
    const double missing = MetricHistory::kMissing;
    const double ssim = measured ? 0.92 - 0.75 * std::exp(-0.8 * s) - (a ? 0 : 0.03) : missing;
    const double values[] = {std::pow(10, -psnr / 10), psnr, measured ? std::pow(10, -heldOut / 10) : missing,
                             measured ? heldOut : missing, ssim};
    history.append(step, 0.01 * static_cast<double>(step), values);
  }
  return history;
}

}  // namespace kernelscope::testing
