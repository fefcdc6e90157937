#include "ui/plots/field_limits.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kernelscope::ui {

namespace {
constexpr double kShareWithin = 0.98;
constexpr std::array kSteps = {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
constexpr double kLowestShare = 0.02, kHighestShare = 0.999;
constexpr float kDecibelStep = 10, kNarrowest = 20;

FieldRange decibelLimits(const Field2d& field) {
  const float upper = std::ceil(fieldQuantile(field, kHighestShare) / kDecibelStep) * kDecibelStep;
  const float lower = std::floor(fieldQuantile(field, kLowestShare) / kDecibelStep) * kDecibelStep;
  return {std::min(lower, upper - kNarrowest), upper};
}

}  // namespace

double roundLimitUp(double value) {
  if (!(value > 0) || !std::isfinite(value)) return 1;
  const double decade = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : kSteps) {
    if (value <= step * decade * (1 + 1e-6)) return step * decade;
  }
  return 10 * decade;
}

void GrowingLimits::include(const Field2d& field) {
  if (sign_ == FieldSign::Picture || field.empty()) return;
  if (sign_ == FieldSign::Decibels) {
    const FieldRange within = decibelLimits(field);
    if (!decibels_) decibels_ = within;
    decibels_->minimum = std::min(decibels_->minimum, within.minimum);
    decibels_->maximum = std::max(decibels_->maximum, within.maximum);
    return;
  }
  const double needed = static_cast<double>(absoluteQuantile(field, kShareWithin));
  if (needed > limit_) limit_ = roundLimitUp(needed);
}

FieldRange GrowingLimits::range() const {
  if (sign_ == FieldSign::Picture) return {0, 1};
  if (sign_ == FieldSign::Decibels) return decibels_.value_or(FieldRange{-100, 0});
  const float limit = limit_ > 0 ? static_cast<float>(limit_) : 1.0F;
  return {sign_ == FieldSign::Signed ? -limit : 0.0F, limit};
}

}  // namespace kernelscope::ui
