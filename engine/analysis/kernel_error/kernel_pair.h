#pragma once
// An input and a weight whose kernel value is estimated.

#include "engine/analysis/kernel_error/exponential_features.h"

#include <vector>

namespace kernelscope {

struct KernelPair {
  std::vector<double> x, w;
  double bias = 0;
  PairGeometry geometry;  // of x, w and bias
};

// Throws ShapeError if x and w are empty or differ in length.
KernelPair makePair(std::vector<double> x, std::vector<double> w, double bias);

}  // namespace kernelscope
