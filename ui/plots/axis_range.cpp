#include "ui/plots/axis_range.h"

#include "ui/plots/curve_data.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

// A value a hair beyond a tick (rounding) does not open another step.
constexpr double kTolerance = 1e-9;

AxisRange decadesAround(const ValueScale& scale, std::span<const CurveData* const> data) {
  AxisRange range{scale.lower, scale.upper};
  bool any = false;
  for (const CurveData* curve : data) {
    if (!std::isfinite(curve->smallestPositive())) continue;
    const double lower = std::pow(10.0, std::floor(std::log10(curve->smallestPositive()) + kTolerance));
    const double upper = std::pow(10.0, std::ceil(std::log10(curve->largest()) - kTolerance));
    range =
        any ? AxisRange{std::min(range.lower, lower), std::max(range.upper, upper)} : AxisRange{lower, upper};
    any = true;
  }
  if (range.upper <= range.lower) range.upper = range.lower * 10;
  return range;
}

AxisRange stepsAround(const ValueScale& scale, std::span<const CurveData* const> data) {
  AxisRange range{scale.lower, scale.upper};
  for (const CurveData* curve : data) {
    if (curve->empty()) continue;
    const double below = std::floor(curve->smallest() / scale.step + kTolerance) * scale.step;
    const double above = std::ceil(curve->largest() / scale.step - kTolerance) * scale.step;
    range.lower = std::min(range.lower, std::max(scale.floor, below));
    range.upper = std::max(range.upper, above);
  }
  return range;
}

}  // namespace

AxisRange valueRange(const ValueScale& scale, std::span<const CurveData* const> data,
                     const AxisRange* before) {
  const AxisRange needed = scale.logarithmic ? decadesAround(scale, data) : stepsAround(scale, data);
  if (before == nullptr) return needed;
  return {std::min(needed.lower, before->lower), std::max(needed.upper, before->upper)};
}

AxisRange zoomedAbout(const AxisRange& range, double anchor, double factor, bool logarithmic) {
  if (logarithmic) {
    const double power = 1 / factor;
    return {anchor * std::pow(range.lower / anchor, power), anchor * std::pow(range.upper / anchor, power)};
  }
  return {anchor + (range.lower - anchor) / factor, anchor + (range.upper - anchor) / factor};
}

AxisRange panned(const AxisRange& range, double from, double to, bool logarithmic) {
  if (logarithmic) return {range.lower * from / to, range.upper * from / to};
  return {range.lower + from - to, range.upper + from - to};
}

bool isShowable(const AxisRange& range, bool logarithmic) {
  if (!std::isfinite(range.lower) || !std::isfinite(range.upper) || range.lower >= range.upper) return false;
  if (logarithmic) return range.lower > 1e-300 && range.upper < 1e300 && range.upper / range.lower > 1 + 1e-9;
  return range.upper - range.lower > 1e-9 * std::max(std::abs(range.lower), std::abs(range.upper));
}

}  // namespace kernelscope::ui
