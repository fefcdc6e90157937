#pragma once
// Lines cut at the edges of a rectangle by arithmetic, for files whose format or viewers do not clip.

#include <QPolygonF>
#include <QRectF>
#include <vector>

namespace kernelscope::ui {

// The parts of the open polyline that lie inside `area`, edges included, each as a polyline of two points or
// more. Points that are not finite part the line.
std::vector<QPolygonF> clippedPolyline(const QPolygonF& line, const QRectF& area);

}  // namespace kernelscope::ui
