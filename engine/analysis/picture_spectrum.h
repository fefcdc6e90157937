#pragma once
// How the power of a picture is spread over spatial frequencies: what the Spectrum view shows.

#include "engine/observe/field2d.h"

#include <span>
#include <vector>

namespace kernelscope {

// A picture is no period of a wave: without a window its opposite edges meet in a jump that draws a bright
// cross. Hann multiplies every axis by w_i = sin^2(pi (i + 1/2) / n), which fades the edges out.
enum class SpectrumWindow { None, Hann };

// Powers below this are shown as this: double precision knows nothing further down.
inline constexpr double kSpectrumFloorDecibels = -160;

// P(k, l) = |F(k, l)|^2 / (n^2 mean(w^2)), F the transform of w f and n the number of samples, averaged over
// the channels; [height, width] with frequency (0, 0) at row height / 2, column width / 2 (whole numbers).
// Row r, column c are r - height / 2 and c - width / 2 cycles per picture. Sum of P = mean(w^2 f^2) /
// mean(w^2) (Parseval). `samples` [height, width, channels]. Throws ShapeError if their number does not fit.
std::vector<double> spectralPower(std::span<const float> samples, int height, int width, int channels,
                                  SpectrumWindow window);

// 10 log10 P of the picture under the Hann window: decibels, 0 dB being the mean square of a picture that is
// 1 everywhere. One channel. A picture with a sample that is not finite gives NaN everywhere.
Field2d pictureSpectrum(std::span<const float> samples, int height, int width, int channels);

}  // namespace kernelscope
