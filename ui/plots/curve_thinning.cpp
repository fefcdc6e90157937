#include "ui/plots/curve_thinning.h"

#include "engine/core/contract.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

// The smallest and largest drawable value of x[begin, end), and whether any could not be drawn.
struct ColumnExtremes {
  std::size_t smallest = 0, largest = 0;
  bool any = false;
  bool floored = false;
  std::size_t firstFloored = 0;
};

ColumnExtremes extremes(std::span<const double> y, std::size_t begin, std::size_t end, bool positiveOnly) {
  ColumnExtremes result;
  for (std::size_t i = begin; i < end; ++i) {
    if (positiveOnly && y[i] <= 0) {
      if (!result.floored) result.firstFloored = i;
      result.floored = true;
      continue;
    }
    if (!result.any) {
      result.smallest = result.largest = i;
      result.any = true;
    } else if (y[i] < y[result.smallest]) {
      result.smallest = i;
    } else if (y[i] > y[result.largest]) {
      result.largest = i;
    }
  }
  return result;
}

void emitPoint(ThinnedCurve& curve, std::span<const double> x, std::span<const double> y, std::size_t i) {
  curve.x.push_back(x[i]);
  curve.y.push_back(y[i]);
}

void emitColumn(ThinnedCurve& curve, std::span<const double> x, std::span<const double> y, std::size_t begin,
                std::size_t end, bool positiveOnly) {
  const ColumnExtremes found = extremes(y, begin, end, positiveOnly);
  if (found.floored) curve.floorX.push_back(x[found.firstFloored]);
  if (!found.any) return;
  emitPoint(curve, x, y, std::min(found.smallest, found.largest));
  if (found.smallest != found.largest) emitPoint(curve, x, y, std::max(found.smallest, found.largest));
}

double columnEnd(const PixelColumns& columns, int column) {
  const double share = (column + 1.0) / columns.columns;
  if (columns.logarithmic) return columns.lower * std::pow(columns.upper / columns.lower, share);
  return columns.lower + (columns.upper - columns.lower) * share;
}

}  // namespace

ThinnedCurve thinCurve(std::span<const double> x, std::span<const double> y, const PixelColumns& columns,
                       bool positiveOnly) {
  KS_EXPECT(x.size() == y.size(), "a curve needs one y per x");
  KS_EXPECT(
      columns.columns > 0 && columns.lower < columns.upper && (!columns.logarithmic || columns.lower > 0),
      "a curve needs a range to be drawn in");
  ThinnedCurve curve;
  if (x.empty()) return curve;
  const auto indexOf = [&](auto iterator) { return static_cast<std::size_t>(iterator - x.begin()); };
  const std::size_t begin = indexOf(std::lower_bound(x.begin(), x.end(), columns.lower));
  const std::size_t end = indexOf(std::upper_bound(x.begin(), x.end(), columns.upper));
  const auto drawable = [&](std::size_t i) {
    return (!positiveOnly || y[i] > 0) && (!columns.logarithmic || x[i] > 0);
  };
  if (begin > 0 && drawable(begin - 1)) emitPoint(curve, x, y, begin - 1);
  std::size_t from = begin;
  for (int column = 0; column < columns.columns && from < end; ++column) {
    const bool last = column + 1 == columns.columns;
    const double edge = columnEnd(columns, column);
    const auto first = x.begin() + static_cast<std::ptrdiff_t>(from);
    const auto stop = x.begin() + static_cast<std::ptrdiff_t>(end);
    const std::size_t to = last ? end : indexOf(std::lower_bound(first, stop, edge));
    if (to > from) emitColumn(curve, x, y, from, to, positiveOnly);
    from = to;
  }
  if (end < x.size() && drawable(end)) emitPoint(curve, x, y, end);
  return curve;
}

std::size_t nearestIndex(std::span<const double> x, double value, bool logarithmic) {
  KS_EXPECT(!x.empty(), "nothing to be near to");
  const auto above = std::lower_bound(x.begin(), x.end(), value);
  if (above == x.begin()) return 0;
  const std::size_t index = static_cast<std::size_t>(above - x.begin());
  if (above == x.end()) return index - 1;
  const bool useLog = logarithmic && x[index - 1] > 0;
  const double below = useLog ? std::log(value / x[index - 1]) : value - x[index - 1];
  const double over = useLog ? std::log(x[index] / value) : x[index] - value;
  return below <= over ? index - 1 : index;
}

}  // namespace kernelscope::ui
