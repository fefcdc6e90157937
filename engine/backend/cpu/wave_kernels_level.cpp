// Compiled once per instruction level, as pointwise_kernels.cpp is.

#include "engine/backend/cpu/wave_kernels.h"

#include <algorithm>
#include <cstddef>

// glibc declares its vector variants only under -ffast-math, whose other liberties are not wanted.
extern "C" {
__attribute__((__simd__("notinbranch"))) double exp(double) noexcept;
__attribute__((__simd__("notinbranch"))) double sin(double) noexcept;
__attribute__((__simd__("notinbranch"))) double cos(double) noexcept;
}

namespace kernelscope::KS_SIMD_NAMESPACE {

namespace {

constexpr std::size_t kBlock = 64;

template <bool sine>
void wholeBlock(const double* __restrict exponent, const double* __restrict phase, double* __restrict out) {
  for (std::size_t i = 0; i < kBlock; ++i) out[i] = exp(exponent[i]) * (sine ? sin(phase[i]) : cos(phase[i]));
}

// A rest is padded to a whole block, so that every element is computed by the same instructions.
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
void wholeLinearBlock(const LinearWave& w, const double* __restrict x, const double* __restrict y,
                      const double* __restrict z, double* __restrict out) {
  for (std::size_t i = 0; i < kBlock; ++i) {
    const double size = w.size[0] + w.size[1] * x[i] + w.size[2] * y[i] + (hasZ ? w.size[3] * z[i] : 0);
    const double phase = w.phase[0] + w.phase[1] * x[i] + w.phase[2] * y[i];
    out[i] = exp(size) * (sine ? sin(phase) : cos(phase));
  }
}

template <bool sine, bool hasZ>
void allLinear(const LinearWave& wave, std::size_t count, const double* x, const double* y, const double* z,
               double* out) {
  std::size_t done = 0;
  for (; done + kBlock <= count; done += kBlock)
    wholeLinearBlock<sine, hasZ>(wave, x + done, y + done, hasZ ? z + done : nullptr, out + done);
  if (done == count) return;
  double bx[kBlock] = {}, by[kBlock] = {}, bz[kBlock] = {}, o[kBlock];
  std::copy(x + done, x + count, bx);
  std::copy(y + done, y + count, by);
  if (hasZ) std::copy(z + done, z + count, bz);
  wholeLinearBlock<sine, hasZ>(wave, bx, by, bz, o);
  std::copy(o, o + (count - done), out + done);
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
