#pragma once
// How close a fitted picture is to its target, for values in [-1, 1] (data range 2). Outputs are compared
// as they are, never clipped. Sums are float64 in a fixed order.

#include <span>

namespace kernelscope {

inline constexpr double kDataRange = 2.0;  // targets span [-1, 1]

// mean (a - b)^2.  Throws ShapeError unless a and b have the same, positive number of samples.
double meanSquaredError(std::span<const float> a, std::span<const float> b);

// Pearson's correlation coefficient over all samples; NaN where one of the two is constant. Throws
// ShapeError as above.
double correlation(std::span<const float> a, std::span<const float> b);

// PSNR = -10 log10(mse / 4), in dB: 4 is the squared data range. +infinity for mse 0, NaN for NaN.
double psnrDb(double mse);

// Mean structural similarity of two pictures [height, width, channels]: 11 x 11 Gaussian window of sigma
// 1.5, K1 = 0.01, K2 = 0.03, data range 2; the mean over the windows that lie inside the picture, then
// over the channels. Along a side below 11 pixels the window is the largest odd one that fits.
// Cost: about 120 flops per sample. Throws ShapeError if the sizes do not fit.
// Source: Wang, Bovik, Sheikh, Simoncelli 2004, eq. 13, with biased (1/N) variances as there.
double structuralSimilarity(std::span<const float> a, std::span<const float> b, int height, int width,
                            int channels);

}  // namespace kernelscope
