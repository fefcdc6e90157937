#pragma once
// A lane that was trained on derivatives knows its picture up to what the derivatives do not see: a constant
// (gradient), or a harmonic function (Laplacian). What is fitted and added to every value that is shown,
// measured or filed: the constant; for a Laplacian a plane, the simplest harmonic functions. The rest of a
// harmonic function, a slow bend over the picture, stays visible.

#include "engine/config/supervision.h"
#include "engine/data/image_dataset.h"
#include "engine/observe/recovered_plane.h"
#include "engine/tensor/host_tensor.h"
#include "engine/train/predictor.h"

namespace kernelscope {

// Per colour channel what brings `values` [pixels, channels] of the whole picture closest to the target on
// the training pixels, in the least-squares sense: nothing for Value, a constant for Gradient, a plane for
// Laplacian.
RecoveredPlane fittedPlane(const ImageDataset& data, Supervision supervision, const HostTensor& values);

// Adds the plane to `values` [pixels, channels] of the whole picture.
void addPlane(const ImageDataset& data, const RecoveredPlane& plane, HostTensor& values);

// The same for values [points, channels] at float32 coordinates `points` [points, 2].
void addPlaneAt(const HostTensor& points, const RecoveredPlane& plane, HostTensor& values);

// What a network says about every pixel, with what its training left open fitted and added.
struct RecoveredPicture {
  HostJet jet;
  RecoveredPlane plane;  // empty where values are trained
};
RecoveredPicture recoveredPicture(const ImageDataset& data, HostJet jet, Supervision supervision);

}  // namespace kernelscope
