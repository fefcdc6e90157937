#include "ui/plots/curve_thinning.h"

#include "engine/core/contract.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kernelscope::ui {

namespace {

void emitPoint(ThinnedCurve& curve, std::span<const double> x, const MinMaxPyramid& y, std::size_t i) {
  curve.x.push_back(x[i]);
  curve.y.push_back(y[i]);
}

void emitColumn(ThinnedCurve& curve, std::span<const double> x, const MinMaxPyramid& y, std::size_t begin,
                std::size_t end, bool positiveOnly) {
  const Extremes found = y.extremes(begin, end);
  if (positiveOnly && found.firstNonPositive) curve.floorX.push_back(x[*found.firstNonPositive]);
  const std::optional<std::size_t> smallest = positiveOnly ? found.smallestPositive : found.smallest;
  if (!smallest) return;
  const auto [first, second] = std::minmax(*smallest, *found.largest);
  emitPoint(curve, x, y, first);
  if (second != first) emitPoint(curve, x, y, second);
}

// std::lower_bound in x[from, end) for a place that is likely to be near.
std::size_t lowerBoundNear(std::span<const double> x, std::size_t from, std::size_t end, double value) {
  std::size_t reach = 1;
  while (from + reach < end && x[from + reach] < value) reach *= 2;
  const auto first = x.begin() + static_cast<std::ptrdiff_t>(from + reach / 2);
  const auto last = x.begin() + static_cast<std::ptrdiff_t>(std::min(from + reach, end));
  return static_cast<std::size_t>(std::lower_bound(first, last, value) - x.begin());
}

double columnEnd(const PixelColumns& columns, int column) {
  const double share = (column + 1.0) / columns.columns;
  if (columns.logarithmic) return columns.lower * std::pow(columns.upper / columns.lower, share);
  return columns.lower + (columns.upper - columns.lower) * share;
}

}  // namespace

ThinnedCurve thinCurve(std::span<const double> x, const MinMaxPyramid& y, const PixelColumns& columns,
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
    const std::size_t to = last ? end : lowerBoundNear(x, from, end, edge);
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
