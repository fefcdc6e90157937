#include "ui/plots/curve_figure.h"

#include "ui/plots/plot_canvas.h"

namespace kernelscope::ui {

void paintCurves(QCPPainter& painter, QSize logicalSize, const CurveScene& scene, const Theme& theme) {
  PlotCanvas canvas(theme, nullptr);
  canvas.setScene(scene);
  std::vector<const CurveData*> data;
  for (const CurveSpec& curve : scene.curves) data.push_back(curve.data.get());
  canvas.setRanges(scene.xRange, valueRange(scene.valueScale, data, nullptr));
  canvas.drawTo(painter, logicalSize);
}

}  // namespace kernelscope::ui
