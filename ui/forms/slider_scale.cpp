#include "ui/forms/slider_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kernelscope::ui {
namespace {

constexpr int kPositions = 200;
constexpr double kStepsPerDecade = 20;
constexpr double kStepsPerSlider = 100;
constexpr double kSnapsPerSlider = 20;
constexpr double kFine = 0.1;

double roundedTo(double value, double unit) {
  // Dividing by a whole number keeps 0.3 at 0.3; multiplying by 0.1 would not.
  return unit < 1 ? std::round(value / unit) / std::round(1 / unit) : std::round(value / unit) * unit;
}

double toSignificantDigits(double value, int digits) {
  if (value == 0) return 0;
  const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - digits + 1);
  return roundedTo(value, unit);
}

}  // namespace

SliderScale::SliderScale(const Field& field)
    : logarithmic_(field.scale == FieldScale::Logarithmic && field.sliderMinimum > 0),
      whole_(field.kind == FieldKind::Integer),
      exclusiveMinimum_(field.exclusiveMinimum),
      low_(field.sliderMinimum),
      high_(field.sliderMaximum),
      minimum_(field.minimum),
      maximum_(field.maximum) {
  const bool numeric = field.kind == FieldKind::Integer || field.kind == FieldKind::Real;
  if (!numeric || !(low_ < high_)) return;
  const bool fewValues = whole_ && !logarithmic_ && high_ - low_ < kPositions;
  positions_ = fewValues ? static_cast<int>(high_ - low_) : kPositions;
}

double SliderScale::valueAt(int position) const {
  if (position <= 0) return low_;
  if (position >= positions_) return high_;
  const double part = static_cast<double>(position) / positions_;
  const double value = logarithmic_ ? low_ * std::pow(high_ / low_, part) : low_ + part * (high_ - low_);
  return std::clamp(rounded(value, false), low_, high_);
}

int SliderScale::positionOf(double value) const {
  const double inside = std::clamp(value, low_, high_);
  const double part =
      logarithmic_ ? std::log(inside / low_) / std::log(high_ / low_) : (inside - low_) / (high_ - low_);
  return static_cast<int>(std::lround(part * positions_));
}

double SliderScale::stepped(double value, double steps, bool fine) const {
  const double moved = fine ? steps * kFine : steps;
  double next = 0;
  if (logarithmic_ && value > 0) {
    next = value * std::pow(10.0, moved / kStepsPerDecade);
  } else {
    const double span = hasSlider() ? high_ - low_ : std::max(1.0, std::abs(value));
    next = value + moved * span / kStepsPerSlider;
  }
  next = rounded(next, fine);
  const bool wholeStep = std::abs(steps) >= 1;
  if (whole_ && wholeStep && next == std::round(value)) next += steps > 0 ? 1 : -1;
  return allowed(next, value);
}

double SliderScale::snapped(double value) const {
  if (!logarithmic_ || value <= 0) {
    const double unit = (high_ - low_) / kSnapsPerSlider;
    if (!hasSlider()) return value;
    const double snap = rounded(low_ + std::round((value - low_) / unit) * unit, false);
    return allowed(snap, value);
  }
  const double decade = std::pow(10.0, std::floor(std::log10(value)));
  double best = decade;
  for (const double factor : std::array{1.0, 2.0, 5.0, 10.0}) {
    const double candidate = toSignificantDigits(factor * decade, 1);
    if (std::abs(std::log(candidate / value)) < std::abs(std::log(best / value))) best = candidate;
  }
  return allowed(best, value);
}

double SliderScale::rounded(double value, bool fine) const {
  if (whole_) {
    return std::round(logarithmic_ && !fine && std::abs(value) >= 100 ? toSignificantDigits(value, 2)
                                                                      : value);
  }
  if (logarithmic_) return toSignificantDigits(value, fine ? 3 : 2);
  const double span = hasSlider() ? high_ - low_ : std::max(1.0, std::abs(value));
  const double unit = std::pow(10.0, std::floor(std::log10(span / kStepsPerSlider)));
  return roundedTo(value, fine ? unit * kFine : unit);
}

double SliderScale::allowed(double value, double fallback) const {
  if (!(minimum_ < maximum_)) return value;
  if (exclusiveMinimum_ && value <= minimum_) return fallback;
  return std::clamp(value, minimum_, maximum_);
}

}  // namespace kernelscope::ui
