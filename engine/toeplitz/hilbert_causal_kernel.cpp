#include "engine/toeplitz/hilbert_causal_kernel.h"

#include "engine/backend/cpu/real_fourier_plan.h"
#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace kernelscope {

CausalResponse causalResponse(std::span<const double> realPart) {
  if (realPart.size() < 2)
    throw ShapeError(fmt::format("a frequency response of {} numbers; it needs at least 2", realPart.size()));
  const std::size_t half = realPart.size() - 1, length = 2 * half;
  const RealFourierPlan plan(length);
  FourierBuffer<std::complex<double>> bins(plan.bins());
  FourierBuffer<double> samples(length);
  std::copy(realPart.begin(), realPart.end(), bins.data());
  plan.inverse(bins, samples);
  CausalResponse causal;
  for (std::size_t lag = 0; lag <= half; ++lag) {
    const double once = samples.values()[lag] / static_cast<double>(length);
    causal.taps.push_back(lag == 0 || lag == half ? once : 2 * once);
  }
  std::ranges::fill(samples.values(), 0.0);
  std::ranges::copy(causal.taps, samples.data());
  plan.forward(samples, bins);
  causal.response.assign(bins.values().begin(), bins.values().end());
  return causal;
}

}  // namespace kernelscope
