#pragma once
// Derivatives of a sampled picture, per unit of the coordinates that a network sees: pixel centres at
// linspace(-1, 1, count) along each axis, so the spacing is 2 / (count - 1). What a fitted field's own
// derivatives are shown beside. Second-order differences: exact on quadratics, the border included.

#include "engine/observe/field2d.h"

#include <span>

namespace kernelscope {

enum class FieldAxis { X, Y };  // right, down

// df/dx or df/dy per channel of `samples` [height, width, channels]; borders and short axes as below.
// Throws ShapeError if the number of samples does not fit.
Field2d firstDerivative(std::span<const float> samples, int height, int width, int channels, FieldAxis axis);

// sqrt((df/dx)^2 + (df/dy)^2) per channel of `samples` [height, width, channels]; central differences,
// one-sided three-point ones at the border. An axis of 1 pixel counts as constant, of 2 as linear.
// Throws ShapeError if the number of samples does not fit.
Field2d gradientMagnitude(std::span<const float> samples, int height, int width, int channels);

// d2f/dx2 + d2f/dy2 per channel; border pixels take the second difference of their inner neighbour. An
// axis below 3 pixels adds nothing. Throws ShapeError as above.
Field2d laplacian(std::span<const float> samples, int height, int width, int channels);

}  // namespace kernelscope
