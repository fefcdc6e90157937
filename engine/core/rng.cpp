#include "engine/core/rng.h"

#include "engine/core/philox.h"

#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {
constexpr double toUnit(std::uint32_t high, std::uint32_t low) {
  const std::uint64_t mantissa = ((static_cast<std::uint64_t>(high) << 32) | low) >> 11;
  return static_cast<double>(mantissa) * 0x1.0p-53;
}
}  // namespace

std::array<std::uint32_t, 4> RngStream::words(std::uint64_t counter) const {
  return philoxWords(key_.seed, key_.stream, counter);
}

double RngStream::uniform(std::uint64_t counter) const {
  const auto w = words(counter);
  return toUnit(w[0], w[1]);
}

double RngStream::normal(std::uint64_t counter) const {
  const auto w = words(counter);
  const double u = 1.0 - toUnit(w[0], w[1]);  // (0, 1]: the logarithm stays finite
  return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * toUnit(w[2], w[3]));
}

RngStream RngStream::substream(std::uint64_t index) const {
  const auto w = RngStream(key_.seed, ~key_.stream).words(index);
  return {key_.seed, (static_cast<std::uint64_t>(w[0]) << 32) | w[1]};
}

}  // namespace kernelscope
