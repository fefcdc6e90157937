#pragma once
// A scalar function as an affine part and an integral of waves,
//   f(z) = constant + slope z + int_0^inf amplitude(s) T(s z) ds,   T = cos, sin or 1 - cos,
// or as one wave alone. This is the Fourier transform F in the convention f(z) = int F(xi) exp(2 pi i xi z)
// dxi with s = 2 pi xi, folded to s > 0; growing functions with an even second derivative K2 = FT[f''] use 1
// - cos with amplitude K2 / (pi s^2). Each row is the construction that universal random features use.

#include "engine/backend/activation.h"

#include <functional>
#include <limits>
#include <optional>

namespace kernelscope {

enum class Wave { Cosine, Sine, OneMinusCosine };

// T at the phase s z.
double waveValue(Wave wave, double phase);

struct SpectralForm {
  double constant = 0, slope = 0;
  Wave wave = Wave::Cosine;
  std::optional<double> line;  // one wave: this frequency s with lineAmplitude, and no integral
  double lineAmplitude = 1;
  std::function<double(double s)> amplitude;  // s > 0; may have a pole at 0 that T(s z) takes away
  double upper = std::numeric_limits<double>::infinity();  // the integral ends here
  // f is analytic in |Im z| < strip, so amplitude decays as exp(-strip s): infinite for entire functions.
  double strip = std::numeric_limits<double>::infinity();
  double cutoffError = 0;  // bound of |f - what the integral up to `upper` gives|, 0 where it is exact

  // constant + slope z + the integral, by quadrature: absolute accuracy about 1e-9 for |z| <= 10.
  double evaluate(double z) const;
};

// The construction of an activation with frequency (y = s(frequency z), amplitude 1); nothing where none is
// known. ReLU is cut at s = 2 pi kReluCutoff: its variance is infinite and its bias at most cutoffError.
inline constexpr double kReluCutoff = 50;  // in xi
std::optional<SpectralForm> spectralForm(const Activation& activation);

}  // namespace kernelscope
