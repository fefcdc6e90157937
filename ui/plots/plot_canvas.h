#pragma once
// The QCustomPlot under a CurvePlot: axes in the window's look, curves thinned to the pixels at hand just
// before they are drawn. Software painting; resizing replots at the new size before anything is shown.

#include "ui/plots/curve_graph.h"
#include "ui/plots/curve_scene.h"
#include "ui/plots/plot_overlays.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <optional>

namespace kernelscope::ui {

class PlotCanvas final : public QCustomPlot {
 public:
  PlotCanvas(const Theme& theme, QWidget* parent);

  void setTheme(const Theme& theme);
  // What is drawn at the next replot. Ranges stay as they are.
  void setScene(const CurveScene& scene);
  // Only the head, the stops and the reader's cursors changed.
  void setMarks(const CurveScene& scene);
  void setRanges(const AxisRange& x, const AxisRange& y);
  AxisRange xShown() const { return {xAxis->range().lower, xAxis->range().upper}; }
  AxisRange yShown() const { return {yAxis->range().lower, yAxis->range().upper}; }

  // These repaint only the cursors' own layer.
  void showReaders(const ReaderCursors& readers);
  void showCursor(std::optional<double> x);
  void showStep(std::optional<double> x);
  void showZoomBox(std::optional<QRectF> box);

  // What the axes' titles and labels take from the plot's height.
  int verticalMargins() const { return axisRect()->margins().top() + axisRect()->margins().bottom(); }

 protected:
  QSize minimumSizeHint() const override { return {1, 1}; }

 private:
  void lookAxes();
  void lookAxis(QCPAxis* axis);
  void kindOfAxes();
  void updateCurves();
  void updateLabels();

  Theme theme_;
  CurveScene scene_;
  std::vector<std::unique_ptr<CurveGraph>> curves_;
  LabelOverlay* labels_ = nullptr;
  CursorOverlay* cursor_ = nullptr;
  double deviceRatio_ = 1;
};

}  // namespace kernelscope::ui
