#include "ui/plots/curve_data.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

void CurveData::append(double x, double y) {
  if (!std::isfinite(x) || !std::isfinite(y)) return;
  if (!x_.empty() && x <= x_.back()) return;
  x_.push_back(x);
  y_.append(y);
  smallest_ = std::min(smallest_, y);
  largest_ = std::max(largest_, y);
  if (y > 0) smallestPositive_ = std::min(smallestPositive_, y);
}

void CurveData::reserve(std::size_t points) {
  x_.reserve(points);
  y_.reserve(points);
}

}  // namespace kernelscope::ui
