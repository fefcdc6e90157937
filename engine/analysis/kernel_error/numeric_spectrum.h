#pragma once
// Any function of z as a finite sum of waves, exact on an interval: f times a smooth window (1 on [-L, L],
// 0 beyond 2L), sampled on [-2L, 2L) and Fourier transformed,
//   f(z) = constant + sum_k amplitude_k cos(s_k z + phase_k),   s_k = pi k / (2 L),   |z| <= L.

#include <functional>
#include <vector>

namespace kernelscope {

struct NumericSpectrum {
  double halfWidth = 0;  // L
  double constant = 0;
  std::vector<double> frequency, amplitude, phase;  // amplitude > 0
  double leftOut = 0;  // sum of the amplitudes that were dropped: bounds what they would add on [-L, L]

  double evaluate(double z) const;
};

inline constexpr int kSpectrumSamples = 4096;

// Waves are dropped, the fastest first, while the sum of their amplitudes stays below `tolerance` times the
// largest |f|: they are rounding noise that exponential features would magnify. Throws NumericalError where f
// is not finite on [-2L, 2L] times the window, naming the place.
NumericSpectrum numericSpectrum(const std::function<double(double z)>& f, double halfWidth, double tolerance);

}  // namespace kernelscope
