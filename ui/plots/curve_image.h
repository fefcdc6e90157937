#pragma once
// A curve scene as a picture, for callers that know nothing of the plotting library.

#include "ui/plots/curve_scene.h"
#include "ui/theme/theme.h"

#include <QImage>

namespace kernelscope::ui {

// `pixelRatio` device pixels per logical pixel; background in the theme's plot colour.
QImage curveImage(QSize logicalSize, double pixelRatio, const CurveScene& scene, const Theme& theme);

}  // namespace kernelscope::ui
