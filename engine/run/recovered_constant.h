#pragma once
// A lane that was trained on derivatives knows its picture up to what the derivatives do not see: a constant
// (gradient), or a harmonic function (Laplacian). The constant is fitted and added to every value that is
// shown, measured or filed; of a harmonic function nothing but its constant is, so a slow drift stays
// visible.

#include "engine/data/image_dataset.h"
#include "engine/tensor/host_tensor.h"

#include <vector>

namespace kernelscope {

// Per colour channel the constant that brings `values` [pixels, channels] of the whole picture closest to the
// target on the training pixels, in the least-squares sense: the mean of target - value.
std::vector<double> fittedConstant(const ImageDataset& data, const HostTensor& values);

// Adds constant[c] to column c.
void addConstant(HostTensor& values, const std::vector<double>& constant);

}  // namespace kernelscope
