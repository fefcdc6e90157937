#pragma once
// The arrays of an image-field run as files keep them: network units (targets in [-1, 1]), derivatives per
// unit coordinate, axes x (right) and y (down), float64.

#include "engine/data/image_dataset.h"
#include "engine/io/named_array.h"
#include "engine/observe/recovered_plane.h"
#include "engine/train/predictor.h"

#include <vector>

namespace kernelscope {

// "target" [h, w, c] and "train_mask" [h, w] (1 where a pixel was trained on).
std::vector<NamedArray> dataArrays(const ImageDataset& data);

// "A/value" [h, w, c], "A/gradient" [h, w, 2, c], "A/laplacian" [h, w, c], from a float64 predictor.
// `plane` is added to the values; may be empty.
std::vector<NamedArray> laneArrays(const ImageDataset& data, LaneId lane, const Predictor& predictor,
                                   const RecoveredPlane& plane);

}  // namespace kernelscope
