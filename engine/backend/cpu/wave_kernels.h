#pragma once
// exp(a) cos(p) and exp(a) sin(p) over arrays of doubles (vector_math.h) at the best instruction level of
// this processor. The value of an element does not depend on its neighbours or its place.

#include <span>

namespace kernelscope {

// out[i] = exp(exponent[i]) cos(phase[i]). All of one length.
void expCos(std::span<const double> exponent, std::span<const double> phase, std::span<double> out);
void expSin(std::span<const double> exponent, std::span<const double> phase, std::span<double> out);

// The same where exponent and phase are linear in three arrays: exponent = size[0] + size[1] x + size[2] y +
// size[3] z, phase = phase[0] + phase[1] x + phase[2] y. An empty z stands for zeros.
struct LinearWave {
  double size[4], phase[3];
};
void linearExpCos(const LinearWave& wave, std::span<const double> x, std::span<const double> y,
                  std::span<const double> z, std::span<double> out);
void linearExpSin(const LinearWave& wave, std::span<const double> x, std::span<const double> y,
                  std::span<const double> z, std::span<double> out);

}  // namespace kernelscope
