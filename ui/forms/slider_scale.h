#pragma once
// How far a slider or a drag moves a number: on a linear or a logarithmic scale, rounded to figures that
// people would type.

#include "engine/config/schema.h"

namespace kernelscope::ui {

class SliderScale {
 public:
  // The field must be Integer or Real with sliderMinimum < sliderMaximum for hasSlider() to hold; a
  // logarithmic scale also needs sliderMinimum > 0.
  explicit SliderScale(const Field& field);

  bool hasSlider() const { return positions_ > 0; }
  // A slider runs over 0 .. positions().
  int positions() const { return positions_; }
  double valueAt(int position) const;
  int positionOf(double value) const;  // clamped to the slider

  // `value` moved by a number of steps (a twentieth of a decade, or a hundredth of the slider; a tenth of
  // that when fine), rounded and kept inside what the field allows. Whole numbers move by one at least.
  double stepped(double value, double steps, bool fine) const;
  // The nearest of 1, 2, 5 x 10^k, or of twenty divisions of a linear slider.
  double snapped(double value) const;

 private:
  double rounded(double value, bool fine) const;
  double allowed(double value, double fallback) const;

  bool logarithmic_ = false, whole_ = false, exclusiveMinimum_ = false;
  int positions_ = 0;
  double low_ = 0, high_ = 0, minimum_ = 0, maximum_ = 0;
};

}  // namespace kernelscope::ui
