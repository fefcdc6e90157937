#include "engine/analysis/kernel_error/numeric_spectrum.h"

#include "engine/backend/cpu/fourier_plan.h"
#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {

// 1 for t <= 0, 0 for t >= 1, infinitely smooth between.
double smoothStepDown(double t) {
  if (t <= 0) return 1;
  if (t >= 1) return 0;
  const double up = std::exp(-1 / t), down = std::exp(-1 / (1 - t));
  return down / (up + down);
}

// f at the sample points times the window; the sample i stands at z = -2L + 4L i / n.
void fillSamples(std::span<double> samples, const std::function<double(double)>& f, double halfWidth) {
  const auto n = static_cast<double>(samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double z = -2 * halfWidth + 4 * halfWidth * static_cast<double>(i) / n;
    const double window = smoothStepDown((std::abs(z) - halfWidth) / halfWidth);
    samples[i] = window > 0 ? window * f(z) : 0;
    if (!std::isfinite(samples[i]))
      throw NumericalError(
          fmt::format("the function has no finite value at z = {:.6g}; its numerical transform "
                      "needs all values from {:.6g} to {:.6g}",
                      z, -2 * halfWidth, 2 * halfWidth));
  }
}

}  // namespace

double NumericSpectrum::evaluate(double z) const {
  double sum = constant;
  for (std::size_t k = 0; k < frequency.size(); ++k)
    sum += amplitude[k] * std::cos(frequency[k] * z + phase[k]);
  return sum;
}

NumericSpectrum numericSpectrum(const std::function<double(double)>& f, double halfWidth, double tolerance) {
  FourierPlan2d plan(1, kSpectrumSamples);
  fillSamples(plan.input(), f, halfWidth);
  double largest = 0;
  for (const double value : plan.input()) largest = std::max(largest, std::abs(value));
  const std::span<const std::complex<double>> transform = plan.transform();

  // The samples begin at -2L, so coefficient k carries a factor exp(i pi k) = (-1)^k.
  NumericSpectrum spectrum;
  spectrum.halfWidth = halfWidth;
  spectrum.constant = transform[0].real() / kSpectrumSamples;
  for (std::size_t k = 1; k < kSpectrumSamples / 2; ++k) {
    const std::complex<double> c = (k % 2 == 0 ? 1.0 : -1.0) * transform[k] / double{kSpectrumSamples};
    spectrum.frequency.push_back(std::numbers::pi * static_cast<double>(k) / (2 * halfWidth));
    spectrum.amplitude.push_back(2 * std::abs(c));
    spectrum.phase.push_back(std::arg(c));
  }
  while (!spectrum.amplitude.empty() && spectrum.leftOut + spectrum.amplitude.back() <= tolerance * largest) {
    spectrum.leftOut += spectrum.amplitude.back();
    spectrum.frequency.pop_back();
    spectrum.amplitude.pop_back();
    spectrum.phase.pop_back();
  }
  return spectrum;
}

}  // namespace kernelscope
