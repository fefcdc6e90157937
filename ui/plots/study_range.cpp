// Which part of the value axis a study's chart shows.

#include "ui/plots/study_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr std::array kRound = {1.0, 2.0, 5.0, 10.0};

double roundPower(double value) {
  return std::pow(10.0, std::floor(std::log10(value) + 1e-12));
}

double roundedDown(double value) {
  const double decade = roundPower(value);
  double best = decade;
  for (const double factor : kRound)
    if (factor * decade <= value * (1 + 1e-9)) best = factor * decade;
  return best;
}

double roundedUp(double value) {
  const double decade = roundPower(value);
  for (const double factor : kRound)
    if (factor * decade >= value * (1 - 1e-9)) return factor * decade;
  return 10 * decade;
}

struct Extent {
  double lower = 1e300, upper = -1e300;
  bool any() const { return lower <= upper; }
  void take(double value, bool logarithmic) {
    if (!std::isfinite(value) || (logarithmic && value <= 0)) return;
    lower = std::min(lower, value);
    upper = std::max(upper, value);
  }
};

Extent extentOf(const StudyChart& chart, bool logarithmic) {
  Extent extent;
  const auto takeAll = [&](const QPolygonF& points) {
    for (const QPointF& point : points) extent.take(point.y(), logarithmic);
  };
  for (const StudyBand& band : chart.bands) {
    takeAll(band.upper);
    takeAll(band.lower);
  }
  for (const StudyCurve& curve : chart.curves) {
    if (curve.look != CurveLook::Reference) takeAll(curve.points);
    for (const AxisRange& bar : curve.bars) {
      extent.take(bar.lower, logarithmic);
      extent.take(bar.upper, logarithmic);
    }
  }
  return extent;
}

AxisRange linearRange(const Extent& extent) {
  if (!extent.any()) return {0, 1};
  const double span = std::max(extent.upper - extent.lower, 1e-9 * std::abs(extent.upper));
  const double step = span > 0 ? roundedUp(span / 10) : 0.1;
  const bool fromZero = extent.lower >= 0 && extent.lower < 0.5 * extent.upper;
  const double lower = fromZero ? 0 : std::floor(extent.lower / step + 1e-9) * step;
  const double upper = std::ceil(extent.upper / step - 1e-9) * step;
  return upper > lower ? AxisRange{lower, upper} : AxisRange{lower, lower + step};
}

}  // namespace

AxisRange rangeOfValues(const StudyChart& chart, bool logarithmic) {
  const Extent extent = extentOf(chart, logarithmic);
  if (!logarithmic) return linearRange(extent);
  if (!extent.any()) return {0.01, 1};
  AxisRange range{roundedDown(extent.lower), roundedUp(extent.upper)};
  if (range.upper <= range.lower * 1.5) range.upper = roundedUp(range.lower * 2);
  return range;
}

}  // namespace kernelscope::ui
