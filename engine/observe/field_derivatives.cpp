#include "engine/observe/field_derivatives.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace kernelscope {

namespace {

// One line of samples through a pixel: `at` is the pixel's place among `count`, `stride` apart in memory.
struct Line {
  const float* first;
  std::ptrdiff_t stride;
  int count;
  double operator[](int index) const { return first[index * stride]; }
  double spacing() const { return 2.0 / (count - 1); }
};

double slope(const Line& f, int at) {
  if (f.count == 1) return 0;
  if (f.count == 2) return (f[1] - f[0]) / f.spacing();
  const int last = f.count - 1;
  if (at == 0) return (-3 * f[0] + 4 * f[1] - f[2]) / (2 * f.spacing());
  if (at == last) return (3 * f[last] - 4 * f[last - 1] + f[last - 2]) / (2 * f.spacing());
  return (f[at + 1] - f[at - 1]) / (2 * f.spacing());
}

double curvature(const Line& f, int at) {
  if (f.count < 3) return 0;
  const int inner = std::clamp(at, 1, f.count - 2);
  return (f[inner + 1] - 2 * f[inner] + f[inner - 1]) / (f.spacing() * f.spacing());
}

// Fills a field with `combine(alongX, alongY)` of `derivative` along both axes.
template <typename Derivative, typename Combine>
Field2d mapped(std::span<const float> samples, int height, int width, int channels, Derivative derivative,
               Combine combine) {
  const auto total = static_cast<std::size_t>(std::max(height, 0)) *
                     static_cast<std::size_t>(std::max(width, 0)) *
                     static_cast<std::size_t>(std::max(channels, 0));
  if (total == 0 || samples.size() != total) {
    throw ShapeError("field derivatives: " + std::to_string(samples.size()) + " samples for a picture of " +
                     std::to_string(height) + " x " + std::to_string(width) + " x " +
                     std::to_string(channels));
  }
  Field2d field;
  field.height = height;
  field.width = width;
  field.channels = channels;
  field.samples.reserve(samples.size());
  const std::ptrdiff_t pixel = channels, row = pixel * width;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (int c = 0; c < channels; ++c) {
        const Line alongX{samples.data() + y * row + c, pixel, width};
        const Line alongY{samples.data() + x * pixel + c, row, height};
        field.samples.push_back(static_cast<float>(combine(derivative(alongX, x), derivative(alongY, y))));
      }
    }
  }
  return field;
}

}  // namespace

Field2d firstDerivative(std::span<const float> samples, int height, int width, int channels, FieldAxis axis) {
  Field2d field = mapped(samples, height, width, channels, slope, [axis](double alongX, double alongY) {
    return axis == FieldAxis::X ? alongX : alongY;
  });
  field.name = axis == FieldAxis::X ? "derivative_x" : "derivative_y";
  field.unit = "per unit length";
  return field;
}

Field2d gradientMagnitude(std::span<const float> samples, int height, int width, int channels) {
  Field2d field = mapped(samples, height, width, channels, slope,
                         [](double alongX, double alongY) { return std::hypot(alongX, alongY); });
  field.name = "gradient_magnitude";
  field.unit = "per unit length";
  return field;
}

Field2d laplacian(std::span<const float> samples, int height, int width, int channels) {
  Field2d field = mapped(samples, height, width, channels, curvature,
                         [](double alongX, double alongY) { return alongX + alongY; });
  field.name = "laplacian";
  field.unit = "per unit length squared";
  return field;
}

}  // namespace kernelscope
