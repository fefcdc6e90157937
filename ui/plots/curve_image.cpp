#include "ui/plots/curve_image.h"

#include "ui/plots/curve_figure.h"

namespace kernelscope::ui {

QImage curveImage(QSize logicalSize, double pixelRatio, const CurveScene& scene, const Theme& theme) {
  QImage image(logicalSize * pixelRatio, QImage::Format_RGB32);
  image.setDevicePixelRatio(pixelRatio);
  image.fill(theme.colour(Colour::PlotBackground));
  QCPPainter painter(&image);
  paintCurves(painter, logicalSize, scene, theme);
  painter.end();
  return image;
}

}  // namespace kernelscope::ui
