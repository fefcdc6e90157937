#pragma once
// The points of one curve, appended as a run goes on. Shared between the panel that fills it and the plot
// that draws it; both live in the window's thread. What another thread draws is a thinned copy.

#include "engine/observe/min_max_pyramid.h"

#include <limits>
#include <span>
#include <vector>

namespace kernelscope::ui {

class CurveData final {
 public:
  // Takes a point if both numbers are finite and x lies beyond the last one; anything else is not a point.
  void append(double x, double y);
  void clear() { *this = CurveData(); }
  // Makes room for this many points, so that growing never copies.
  void reserve(std::size_t points);

  bool empty() const { return x_.empty(); }
  const std::vector<double>& x() const { return x_; }
  std::span<const double> y() const { return y_.values(); }
  // The values with the places of their extremes.
  const MinMaxPyramid& values() const { return y_; }

  // Over all points; meaningless when there is none. smallestPositive is infinite when no y is above 0.
  double smallest() const { return smallest_; }
  double largest() const { return largest_; }
  double smallestPositive() const { return smallestPositive_; }

 private:
  static constexpr double kInfinity = std::numeric_limits<double>::infinity();
  std::vector<double> x_;
  MinMaxPyramid y_;
  double smallest_ = kInfinity, largest_ = -kInfinity, smallestPositive_ = kInfinity;
};

}  // namespace kernelscope::ui
