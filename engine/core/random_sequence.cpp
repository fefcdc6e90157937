#include "engine/core/random_sequence.h"

#include <cmath>
#include <numbers>

namespace kernelscope {

double RandomSequence::uniform() {
  return stream_.uniform(counter_++);
}

double RandomSequence::normal() {
  if (hasSpare_) {
    hasSpare_ = false;
    return spare_;
  }
  const auto words = stream_.words(counter_++);
  const auto unit = [](std::uint32_t high, std::uint32_t low) {
    const std::uint64_t bits = (static_cast<std::uint64_t>(high) << 32U) | low;
    return (static_cast<double>(bits >> 11U) + 0.5) * 0x1p-53;
  };
  const double radius = std::sqrt(-2 * std::log(unit(words[0], words[1])));
  const double angle = 2 * std::numbers::pi * unit(words[2], words[3]);
  spare_ = radius * std::sin(angle);
  hasSpare_ = true;
  return radius * std::cos(angle);
}

double RandomSequence::gamma(double shape) {
  if (shape < 1) {  // Gamma(k) = Gamma(k + 1) U^(1/k)
    const double more = gamma(shape + 1);
    return more * std::pow(1 - uniform(), 1 / shape);
  }
  const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  while (true) {
    const double x = normal(), root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root, u = 1 - uniform();
    if (std::log(u) < 0.5 * x * x + d * (1 - v + std::log(v))) return d * v;
  }
}

double RandomSequence::chiSquared(int degrees) {
  return 2 * gamma(0.5 * degrees);
}

}  // namespace kernelscope
