// Compiled once per instruction level, as pointwise_kernels.cpp is.

#include "engine/backend/cpu/vector_math.h"
#include "engine/backend/cpu/wave_kernels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace kernelscope::KS_SIMD_NAMESPACE {

namespace {

constexpr std::size_t kBlock = 64;

// out = exp(exponent) sin or cos(phase), a whole block, so that every element is computed by the same
// instructions.
template <bool sine>
[[gnu::always_inline]] inline void wholeBlock(const double* __restrict exponent,
                                              const double* __restrict phase, double* __restrict out) {
  int beyond = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    out[i] = vectorExp(exponent[i]) * vectorSine(phase[i], sine ? 0 : 0.5);
    beyond |= (phase[i] > kLargestAngle) | (phase[i] < -kLargestAngle);
  }
  if (!beyond) return;
  for (std::size_t i = 0; i < kBlock; ++i)
    if (!(std::abs(phase[i]) <= kLargestAngle))
      out[i] = vectorExp(exponent[i]) * (sine ? std::sin(phase[i]) : std::cos(phase[i]));
}

template <bool sine>
void all(std::size_t count, const double* exponent, const double* phase, double* out) {
  std::size_t done = 0;
  for (; done + kBlock <= count; done += kBlock) wholeBlock<sine>(exponent + done, phase + done, out + done);
  if (done == count) return;
  double e[kBlock] = {}, p[kBlock] = {}, o[kBlock];
  std::copy(exponent + done, exponent + count, e);
  std::copy(phase + done, phase + count, p);
  wholeBlock<sine>(e, p, o);
  std::copy(o, o + (count - done), out + done);
}

template <bool sine, bool hasZ>
void allLinear(const LinearWave& w, std::size_t count, const double* x, const double* y, const double* z,
               double* out) {
  double size[kBlock] = {}, phase[kBlock] = {}, rest[kBlock];
  for (std::size_t done = 0; done < count; done += kBlock) {
    const std::size_t width = std::min(kBlock, count - done);
    for (std::size_t i = 0; i < width; ++i) {
      const double u = x[done + i], v = y[done + i];
      size[i] = w.size[0] + w.size[1] * u + w.size[2] * v + (hasZ ? w.size[3] * z[done + i] : 0);
      phase[i] = w.phase[0] + w.phase[1] * u + w.phase[2] * v;
    }
    const bool whole = width == kBlock;
    wholeBlock<sine>(size, phase, whole ? out + done : rest);
    if (!whole) std::copy(rest, rest + width, out + done);
  }
}

}  // namespace

void linearExp(bool sine, const LinearWave& wave, std::size_t count, const double* x, const double* y,
               const double* z, double* out) {
  if (sine)
    z ? allLinear<true, true>(wave, count, x, y, z, out) : allLinear<true, false>(wave, count, x, y, z, out);
  else
    z ? allLinear<false, true>(wave, count, x, y, z, out)
      : allLinear<false, false>(wave, count, x, y, z, out);
}

void expCos(std::size_t count, const double* exponent, const double* phase, double* out) {
  all<false>(count, exponent, phase, out);
}
void expSin(std::size_t count, const double* exponent, const double* phase, double* out) {
  all<true>(count, exponent, phase, out);
}

}  // namespace kernelscope::KS_SIMD_NAMESPACE
