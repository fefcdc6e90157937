#pragma once
// One curve as QCustomPlot draws it: a line, open markers if it is a secondary curve, marks on the floor for
// values that a logarithmic axis cannot show, and a cross where it was stopped.

#include "ui/plots/curve_scene.h"
#include "ui/plots/curve_thinning.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <optional>

namespace kernelscope::ui {

class CurveGraph final {
 public:
  // The graphs belong to `plot` and leave it with this object.
  CurveGraph(QCustomPlot* plot, CurveSpec spec);
  ~CurveGraph();
  CurveGraph(const CurveGraph&) = delete;
  CurveGraph& operator=(const CurveGraph&) = delete;

  void setLook(const Theme& theme, double deviceRatio);
  // Hands the plot the points to draw in its present ranges.
  void update(double deviceRatio);

  const CurveSpec& spec() const { return spec_; }
  // The last point that was handed over, if any.
  std::optional<QPointF> end() const;

 private:
  void updateMarkers(const PixelColumns& columns);
  void updatePen();

  QCustomPlot* plot_;
  CurveSpec spec_;
  QCPGraph* line_;
  QCPGraph* markers_;
  QCPGraph* floor_;
  ThinnedCurve thinned_;
  QPen pen_;            // as the theme has it
  bool dense_ = false;  // more points than pixels: drawn in the fastest way
};

// A graph on the plot's axes that draws a little past them, so that markers on an axis stay whole.
QCPGraph* addOverhangingGraph(QCustomPlot* plot, const QString& layer);

}  // namespace kernelscope::ui
