// Compiled once per instruction level, as pointwise_kernels.cpp is.

#include "engine/backend/cpu/random_kernels.h"
#include "engine/backend/cpu/vector_math.h"
#include "engine/core/philox.h"

#include <algorithm>
#include <cmath>

#ifdef __AVX2__
#include <immintrin.h>
#endif

// glibc declares its vector variants only under -ffast-math, whose other liberties are not wanted.
extern "C" {
__attribute__((__simd__("notinbranch"))) double log(double) noexcept;
}

namespace kernelscope::KS_SIMD_NAMESPACE {

namespace {

constexpr std::size_t kBlock = 64;

// Words 0, 1 and words 2, 3 of a block of counters, each joined to 64 bits.
struct WordBlock {
  alignas(64) std::uint64_t first[kBlock], second[kBlock];
};

#ifdef __AVX2__

// Four counters at a time, a 32-bit word in each 64-bit lane.
void philox(const RngKey& key, std::uint64_t counter, WordBlock& words) {
  const __m256i low = _mm256_set1_epi64x(0xFFFFFFFFLL);
  const __m256i multiplier0 = _mm256_set1_epi64x(kPhiloxMultiplier0),
                multiplier1 = _mm256_set1_epi64x(kPhiloxMultiplier1);
  for (std::size_t i = 0; i < kBlock; i += 4) {
    const auto n = static_cast<long long>(counter + i);
    const __m256i count = _mm256_set_epi64x(n + 3, n + 2, n + 1, n);
    __m256i c0 = _mm256_and_si256(count, low), c1 = _mm256_srli_epi64(count, 32);
    __m256i c2 = _mm256_set1_epi64x(static_cast<long long>(key.stream & 0xFFFFFFFFU)),
            c3 = _mm256_set1_epi64x(static_cast<long long>(key.stream >> 32));
    auto k0 = static_cast<std::uint32_t>(key.seed), k1 = static_cast<std::uint32_t>(key.seed >> 32);
    for (int round = 0; round < kPhiloxRounds; ++round, k0 += kPhiloxWeyl0, k1 += kPhiloxWeyl1) {
      const __m256i p0 = _mm256_mul_epu32(multiplier0, c0), p1 = _mm256_mul_epu32(multiplier1, c2);
      const __m256i high0 = _mm256_srli_epi64(p0, 32), high1 = _mm256_srli_epi64(p1, 32);
      c0 = _mm256_xor_si256(_mm256_xor_si256(high1, c1), _mm256_set1_epi64x(k0));
      c1 = _mm256_and_si256(p1, low);
      c2 = _mm256_xor_si256(_mm256_xor_si256(high0, c3), _mm256_set1_epi64x(k1));
      c3 = _mm256_and_si256(p0, low);
    }
    _mm256_store_si256(reinterpret_cast<__m256i*>(words.first + i),
                       _mm256_or_si256(_mm256_slli_epi64(c0, 32), c1));
    _mm256_store_si256(reinterpret_cast<__m256i*>(words.second + i),
                       _mm256_or_si256(_mm256_slli_epi64(c2, 32), c3));
  }
}

#else

void philox(const RngKey& key, std::uint64_t counter, WordBlock& words) {
  for (std::size_t i = 0; i < kBlock; ++i) {
    const std::array<std::uint32_t, 4> w = philoxWords(key.seed, key.stream, counter + i);
    words.first[i] = (static_cast<std::uint64_t>(w[0]) << 32) | w[1];
    words.second[i] = (static_cast<std::uint64_t>(w[2]) << 32) | w[3];
  }
}

#endif

// In (0, 1): the middle of one of 2^52 equal parts.
[[gnu::always_inline]] inline double toUnit(std::uint64_t bits) {
  return std::bit_cast<double>((bits >> 12) | 0x3FF0000000000000ULL) - (1 - 0x1p-53);
}

template <class Block>
void inBlocks(std::uint64_t first, std::size_t count, double* a, double* b, const Block& block) {
  alignas(64) double restA[kBlock], restB[kBlock];
  for (std::size_t done = 0; done < count; done += kBlock) {
    const std::size_t width = std::min(kBlock, count - done);
    const bool whole = width == kBlock;
    block(first + done, whole ? a + done : restA, whole ? b + done : restB);
    if (whole) continue;
    std::copy(restA, restA + width, a + done);
    std::copy(restB, restB + width, b + done);
  }
}

}  // namespace

void uniformPairs(const RngKey& key, std::uint64_t first, std::size_t count, double* a, double* b) {
  inBlocks(first, count, a, b, [&key](std::uint64_t counter, double* __restrict one, double* __restrict two) {
    WordBlock words;
    philox(key, counter, words);
    for (std::size_t i = 0; i < kBlock; ++i)
      one[i] = toUnit(words.first[i]), two[i] = toUnit(words.second[i]);
  });
}

// Box and Muller 1958.
void normalPairs(const RngKey& key, std::uint64_t first, std::size_t count, double* a, double* b) {
  inBlocks(first, count, a, b, [&key](std::uint64_t counter, double* __restrict one, double* __restrict two) {
    WordBlock words;
    philox(key, counter, words);
    alignas(64) double logarithm[kBlock];
    for (std::size_t i = 0; i < kBlock; ++i) logarithm[i] = log(toUnit(words.first[i]));
    for (std::size_t i = 0; i < kBlock; ++i) {
      const double radius = std::sqrt(-2 * logarithm[i]), halfTurns = 2 * toUnit(words.second[i]);
      one[i] = radius * sineOfHalfTurns(halfTurns + 0.5);
      two[i] = radius * sineOfHalfTurns(halfTurns);
    }
  });
}

}  // namespace kernelscope::KS_SIMD_NAMESPACE
