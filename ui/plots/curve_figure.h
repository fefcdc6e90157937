#pragma once
// Curves as a drawing outside the window: a plain value made of a scene, painted with any painter in any
// thread. Lines stay vectors where the painter's device keeps them.

#include "ui/plots/curve_scene.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

namespace kernelscope::ui {

struct CurveFigure {
  struct Curve {
    int series = 0;
    bool secondary = false;
    QString label;
    QPolygonF line;               // data coordinates
    std::vector<double> floorXs;  // where values stand that a logarithmic axis cannot show
    QPolygonF markers;
  };
  QString xTitle, yTitle;
  AxisRange x, y;
  bool logX = false, logY = false, verticalGrid = false;
  std::optional<double> head;
  ReaderCursors cursors;
  std::vector<Curve> curves;
  std::vector<CurveStop> stops;
};

// The scene with its whole step axis and all values of it, or with the given ranges. Curves are reduced to
// the extremes of 2,400 columns, more than 300 dpi of a page can tell apart; the scene's data are not kept.
CurveFigure curveFigure(const CurveScene& scene);
CurveFigure curveFigure(const CurveScene& scene, const AxisRange& x, const AxisRange& y);

// Fills `area`.
void paintCurves(QPainter& painter, const QRectF& area, const CurveFigure& figure, const Theme& theme);

}  // namespace kernelscope::ui
