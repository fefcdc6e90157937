#include "engine/backend/cpu/wave_kernels.h"

#include "engine/backend/cpu/pointwise_table.h"
#include "engine/core/contract.h"

#include <string_view>

namespace kernelscope {

namespace simd_baseline {
void expCos(std::size_t count, const double* exponent, const double* phase, double* out);
void expSin(std::size_t count, const double* exponent, const double* phase, double* out);
void linearExp(bool sine, const LinearWave& wave, std::size_t count, const double* x, const double* y,
               const double* z, double* out);
}  // namespace simd_baseline
#ifdef __x86_64__
namespace simd_v3 {
void expCos(std::size_t count, const double* exponent, const double* phase, double* out);
void expSin(std::size_t count, const double* exponent, const double* phase, double* out);
void linearExp(bool sine, const LinearWave& wave, std::size_t count, const double* x, const double* y,
               const double* z, double* out);
}  // namespace simd_v3
#endif

namespace {

using WaveKernel = void (*)(std::size_t, const double*, const double*, double*);
using LinearKernel = void (*)(bool, const LinearWave&, std::size_t, const double*, const double*,
                              const double*, double*);

struct WaveKernelTable {
  WaveKernel cosine, sine;
  LinearKernel linear;
};

WaveKernelTable chosenKernels() {
#ifdef __x86_64__
  if (std::string_view(choosePointwiseTable().level) != "x86-64")
    return {simd_v3::expCos, simd_v3::expSin, simd_v3::linearExp};
#endif
  return {simd_baseline::expCos, simd_baseline::expSin, simd_baseline::linearExp};
}

const WaveKernelTable& kernels() {
  static const WaveKernelTable chosen = chosenKernels();
  return chosen;
}

void linear(bool sine, const LinearWave& wave, std::span<const double> x, std::span<const double> y,
            std::span<const double> z, std::span<double> out) {
  KS_EXPECT(x.size() >= out.size() && y.size() >= out.size() && (z.empty() || z.size() >= out.size()),
            "arrays are as long as the result");
  kernels().linear(sine, wave, out.size(), x.data(), y.data(), z.empty() ? nullptr : z.data(), out.data());
}

}  // namespace

void linearExpCos(const LinearWave& wave, std::span<const double> x, std::span<const double> y,
                  std::span<const double> z, std::span<double> out) {
  linear(false, wave, x, y, z, out);
}

void linearExpSin(const LinearWave& wave, std::span<const double> x, std::span<const double> y,
                  std::span<const double> z, std::span<double> out) {
  linear(true, wave, x, y, z, out);
}

void expCos(std::span<const double> exponent, std::span<const double> phase, std::span<double> out) {
  KS_EXPECT(exponent.size() == out.size() && phase.size() == out.size(), "arrays have one length");
  kernels().cosine(out.size(), exponent.data(), phase.data(), out.data());
}

void expSin(std::span<const double> exponent, std::span<const double> phase, std::span<double> out) {
  KS_EXPECT(exponent.size() == out.size() && phase.size() == out.size(), "arrays have one length");
  kernels().sine(out.size(), exponent.data(), phase.data(), out.data());
}

}  // namespace kernelscope
