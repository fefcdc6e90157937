#pragma once
// What is done to a picture between its file and a data set. Every function works on stored values (no
// gamma is undone) and adds a sentence to Picture::notes when it changed something.

#include "engine/config/experiment_config.h"
#include "engine/io/picture.h"

namespace kernelscope {

// The pixels of a rectangle. Throws ConfigError (/image/crop) unless it is not empty and lies inside.
Picture cropped(const Picture& picture, const CropSpec& crop);

// One channel: Rec. 709 luma, 0.2126 R + 0.7152 G + 0.0722 B. A grey picture stays as it is.
Picture toGrey(Picture picture);

// Shrinks so that the longer side has `maximumSide` pixels, the other in proportion, rounded, at least 1.
// A pixel becomes the exact area average of the source pixels that it covers, parts counted as parts. A
// picture that fits already stays as it is. Throws ConfigError (/image/maximum_side) if maximumSide < 1.
Picture shrunkToSide(Picture picture, int maximumSide);

// The area average at a given size, each side from 1 to the source's. Throws ShapeError otherwise.
Picture areaAveraged(const Picture& picture, int height, int width);

}  // namespace kernelscope
