#include "ui/plots/pens.h"

#include <QPaintDevice>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

double deviceRatio(const QPainter& painter) {
  const double own = std::hypot(painter.transform().m11(), painter.transform().m12());
  return own * painter.device()->devicePixelRatioF();
}

double wholePixelWidth(double logicalWidth, double ratio) {
  return std::max(1.0, std::round(logicalWidth * ratio)) / ratio;
}

QPen linePen(const QPainter& painter, const QColor& colour, double logicalWidth) {
  return {colour, wholePixelWidth(logicalWidth, deviceRatio(painter)), Qt::SolidLine, Qt::FlatCap,
          Qt::MiterJoin};
}

QColor seriesTextColour(const Theme& theme, int series) {
  if (series == 0 || series == 1) return theme.laneText(kLanes[static_cast<std::size_t>(series)]);
  return theme.series(series).colour;
}

QFont boldSmallFont(const Theme& theme) {
  QFont font = theme.font(FontRole::Small);
  font.setBold(true);
  return font;
}

}  // namespace kernelscope::ui
