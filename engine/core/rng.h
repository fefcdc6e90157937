#pragma once
// Counter-based random numbers: the value at (seed, stream, counter) never depends on thread count, call
// order or what was drawn before. Source: Salmon et al. 2011, Philox4x32-10.

#include <array>
#include <cstdint>

namespace kernelscope {

// What a stream is.
struct RngKey {
  std::uint64_t seed, stream;
};

class RngStream {
 public:
  // Streams of one seed are independent; give every purpose its own.
  constexpr RngStream(std::uint64_t seed, std::uint64_t stream) : key_{seed, stream} {}

  const RngKey& key() const { return key_; }
  // Four independent 32-bit words.
  std::array<std::uint32_t, 4> words(std::uint64_t counter) const;
  // The first of the four words.
  std::uint32_t bits(std::uint64_t counter) const { return words(counter)[0]; }
  // Uniform in [0, 1), 53 bits.
  double uniform(std::uint64_t counter) const;
  // Standard normal, by Box and Muller from one counter value.
  double normal(std::uint64_t counter) const;

  // An independent stream for part `index` of this one.
  RngStream substream(std::uint64_t index) const;

 private:
  RngKey key_;
};

// The streams of an experiment; lanes share them, so equal layers start equal in both. Numbers stay as they
// are, so that old experiments give their old results.
enum class RandomPurpose : std::uint64_t {
  Initialisation = 1,
  Projection = 2,
  BatchOrder = 3,
  PixelSplit = 4,
  KernelTrials = 16,
  KernelBootstrap = 17,
  KernelPairs = 18
};
inline RngStream randomStream(std::uint64_t seed, RandomPurpose purpose) {
  return {seed, static_cast<std::uint64_t>(purpose)};
}

}  // namespace kernelscope
