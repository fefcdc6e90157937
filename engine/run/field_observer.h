#pragma once
// Turns a prediction of every pixel into the pictures of a view and into whole-picture measurements.
// Pictures for people are in grey values, 0 black to 1 white, and unit coordinates: half of what the
// network computes, whose outputs span [-1, 1]. Views of derivatives and errors have one channel: the root
// mean square over colour channels (gradient, error) or their mean (Laplacian); the spectrum is the mean
// power.

#include "engine/config/supervision.h"
#include "engine/data/image_dataset.h"
#include "engine/observe/field2d.h"
#include "engine/observe/field_view.h"
#include "engine/train/predictor.h"

#include <vector>

namespace kernelscope {

// Mean squared errors in network units, SSIM, and the correlation of all samples with the target's; NaN
// where nothing is held out, or (correlation) where a picture is constant.
struct PictureMeasures {
  double trainMse, heldOutMse, ssim, correlation;
};

// `values` [pixels, channels] float32 of the whole picture.
PictureMeasures measurePicture(const ImageDataset& data, const HostTensor& values);

// Mean squared error over the rows of `values` [pixels.size(), channels] against the targets of `pixels`;
// NaN without pixels.
double meanSquaredError(const ImageDataset& data, const std::vector<std::int32_t>& pixels,
                        const HostTensor& values);

// The derivatives that a view needs.
JetLayout viewLayout(FieldView view);

// The picture of a view from a float32 jet over every pixel, with the layout of viewLayout or a larger one.
Field2d predictedField(const ImageDataset& data, const HostJet& jet, FieldView view);

// The same from a jet over height x width points of any grid with `channels` outputs, for views that need no
// target: Value, Gradient, Laplacian.
Field2d fieldOfJet(const HostJet& jet, FieldView view, int height, int width, int channels);

// The target beside it: the picture itself, its derivatives by central differences, or its spectrum. For
// Error the picture.
// Where the lanes are trained on what the view shows, exactly what they are compared with.
Field2d targetField(const ImageDataset& data, FieldView view, Supervision supervision = Supervision::Value);

}  // namespace kernelscope
