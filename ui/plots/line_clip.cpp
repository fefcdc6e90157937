#include "ui/plots/line_clip.h"

#include <cmath>
#include <optional>
#include <utility>

namespace kernelscope::ui {

namespace {

// One bound of Liang and Barsky's method (ACM Transactions on Graphics 3, 1984): keeps of the parameters
// [from, to] those for which step t <= room.
bool cut(double step, double room, double& from, double& to) {
  if (step == 0) return room >= 0;
  const double t = room / step;
  if (step < 0) {
    from = std::max(from, t);
  } else {
    to = std::min(to, t);
  }
  return from <= to;
}

std::optional<std::pair<QPointF, QPointF>> clippedSegment(const QPointF& a, const QPointF& b,
                                                          const QRectF& area) {
  const QPointF step = b - a;
  double from = 0, to = 1;
  const bool inside =
      cut(-step.x(), a.x() - area.left(), from, to) && cut(step.x(), area.right() - a.x(), from, to) &&
      cut(-step.y(), a.y() - area.top(), from, to) && cut(step.y(), area.bottom() - a.y(), from, to);
  if (!inside) return std::nullopt;
  return std::pair(from > 0 ? a + from * step : a, to < 1 ? a + to * step : b);
}

bool isFinite(const QPointF& point) {
  return std::isfinite(point.x()) && std::isfinite(point.y());
}

}  // namespace

std::vector<QPolygonF> clippedPolyline(const QPolygonF& line, const QRectF& area) {
  std::vector<QPolygonF> parts;
  bool open = false;
  for (qsizetype i = 1; i < line.size(); ++i) {
    std::optional<std::pair<QPointF, QPointF>> inside;
    if (isFinite(line[i - 1]) && isFinite(line[i])) inside = clippedSegment(line[i - 1], line[i], area);
    if (!inside) {
      open = false;
      continue;
    }
    if (!open || parts.back().last() != inside->first) parts.push_back({inside->first});
    parts.back() << inside->second;
    open = inside->second == line[i];
  }
  return parts;
}

}  // namespace kernelscope::ui
