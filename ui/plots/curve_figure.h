#pragma once
// A curve scene as a drawing outside the window: fitted, in the given theme, sharp at any resolution.

#include "ui/plots/curve_scene.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

namespace kernelscope::ui {

// Fills `logicalSize` from the painter's origin. Lines stay vectors where the painter's device keeps them.
void paintCurves(QCPPainter& painter, QSize logicalSize, const CurveScene& scene, const Theme& theme);

}  // namespace kernelscope::ui
