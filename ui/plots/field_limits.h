#pragma once
// The limits of a row of tiles: equal for all of them, growing at once, shrinking only on request.

#include "engine/observe/field2d.h"

#include <optional>

namespace kernelscope::ui {

// How a quantity lies around zero, which decides its limits and its colour map.
// 0..1 always, 0..limit, -limit..limit, or decibels between two limits of their own.
enum class FieldSign { Picture, Unsigned, Signed, Decibels };

// The smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that is not below `value`; 1 for zero.
double roundLimitUp(double value);

class GrowingLimits final {
 public:
  explicit GrowingLimits(FieldSign sign) : sign_(sign) {}

  // Takes a field in: the limit becomes at least what 98 % of its samples stay within. A few spikes would
  // otherwise decide the colours of everything; what lies beyond is counted when the field is drawn. Decibels
  // grow in steps of 10 to what all but the lowest 2 and the highest 0.1 per cent lie between.
  void include(const Field2d& field);

  // Forgets; the next field sets the limits.
  void reset() {
    limit_ = 0;
    decibels_.reset();
  }

  FieldSign sign() const { return sign_; }
  FieldRange range() const;

 private:
  FieldSign sign_;
  double limit_ = 0;
  std::optional<FieldRange> decibels_;
};

}  // namespace kernelscope::ui
