#include "engine/core/rng.h"

#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {
constexpr std::uint32_t kMultiplier0 = 0xD2511F53U, kMultiplier1 = 0xCD9E8D57U;
constexpr std::uint32_t kWeyl0 = 0x9E3779B9U, kWeyl1 = 0xBB67AE85U;
constexpr int kRounds = 10;

constexpr double toUnit(std::uint32_t high, std::uint32_t low) {
  const std::uint64_t mantissa = ((static_cast<std::uint64_t>(high) << 32) | low) >> 11;
  return static_cast<double>(mantissa) * 0x1.0p-53;
}
}  // namespace

std::array<std::uint32_t, 4> RngStream::words(std::uint64_t counter) const {
  std::array<std::uint32_t, 4> c = {
      static_cast<std::uint32_t>(counter), static_cast<std::uint32_t>(counter >> 32),
      static_cast<std::uint32_t>(stream_), static_cast<std::uint32_t>(stream_ >> 32)};
  std::uint32_t k0 = static_cast<std::uint32_t>(seed_), k1 = static_cast<std::uint32_t>(seed_ >> 32);
  for (int round = 0; round < kRounds; ++round) {
    const std::uint64_t p0 = static_cast<std::uint64_t>(kMultiplier0) * c[0];
    const std::uint64_t p1 = static_cast<std::uint64_t>(kMultiplier1) * c[2];
    c = {static_cast<std::uint32_t>(p1 >> 32) ^ c[1] ^ k0, static_cast<std::uint32_t>(p1),
         static_cast<std::uint32_t>(p0 >> 32) ^ c[3] ^ k1, static_cast<std::uint32_t>(p0)};
    k0 += kWeyl0;
    k1 += kWeyl1;
  }
  return c;
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
  const auto w = RngStream(seed_, ~stream_).words(index);
  return {seed_, (static_cast<std::uint64_t>(w[0]) << 32) | w[1]};
}

}  // namespace kernelscope
