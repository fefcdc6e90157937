#pragma once
// Smoothing of a sampled picture before its derivatives are taken.

#include <span>
#include <vector>

namespace kernelscope {

// Every channel of `samples` [height, width, channels] convolved with a Gaussian of standard deviation
// `sigmaPixels` > 0, cut off at four of them; beyond the border the picture is mirrored.
// Cost: about 32 sigmaPixels flops per sample. Throws ShapeError if the number of samples does not fit.
std::vector<float> gaussianSmoothed(std::span<const float> samples, int height, int width, int channels,
                                    double sigmaPixels);

}  // namespace kernelscope
