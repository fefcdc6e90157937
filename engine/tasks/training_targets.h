#pragma once
// What a network is compared with at every pixel: the picture, or its derivatives, per unit of the
// coordinates that the network sees, which span [-1, 1]. Measured choices (engine/README.md): gradients are
// central differences of the picture as it is; Laplacians are those of the picture smoothed by a Gaussian
// (the Laplacian of a Gaussian of Marr and Hildreth 1980), because most of a photograph's Laplacian is its
// finest detail, beside which the broad shapes are never learnt.

#include "engine/config/supervision.h"
#include "engine/data/image_dataset.h"

#include <vector>

namespace kernelscope {

struct TrainingTargets {
  // [pixels, columns], row-major over the picture. Columns: the colour channels; for a gradient first all
  // derivatives along x, then all along y.
  std::vector<float> samples;
  int columns = 0;
  // The loss is the mean squared error divided by this, so that it does not depend on the size of a pixel: 1
  // for values; for derivatives the mean square of the target over training pixels and colour channels (a
  // constant picture then has loss 1).
  double lossUnit = 1;
};

inline constexpr double kLaplacianSmoothing = 2;  // pixels, standard deviation

TrainingTargets trainingTargets(const ImageDataset& data, Supervision supervision);

}  // namespace kernelscope
