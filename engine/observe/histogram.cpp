#include "engine/observe/histogram.h"

#include "engine/core/contract.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace kernelscope {

double quantile(std::vector<double>& values, double share) {
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(below), values.end());
  const double low = values[below];
  if (below + 1 >= values.size()) return low;
  const double high =
      *std::min_element(values.begin() + static_cast<std::ptrdiff_t>(below) + 1, values.end());
  return low + (place - static_cast<double>(below)) * (high - low);
}

Histogram histogram(std::span<const double> values, double lower, double upper, int bins) {
  KS_EXPECT(lower < upper && bins >= 1, "a histogram needs an interval and at least one bin");
  Histogram result{lower, upper, std::vector<std::int64_t>(static_cast<std::size_t>(bins)), 0, 0, 0};
  for (const double value : values) {
    if (!std::isfinite(value)) {
      ++result.notFinite;
    } else if (value < lower) {
      ++result.below;
    } else if (value > upper) {
      ++result.above;
    } else {
      const auto bin = static_cast<std::size_t>((value - lower) / (upper - lower) * bins);
      ++result.counts[std::min(bin, result.counts.size() - 1)];
    }
  }
  return result;
}

ValueSpan centralSpan(std::span<const double> values, double tail, double marked) {
  std::vector<double> finite;
  std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
               [](double value) { return std::isfinite(value); });
  ValueSpan span{marked, marked};
  if (!finite.empty()) {
    span.lower = std::min(marked, quantile(finite, tail));
    span.upper = std::max(marked, quantile(finite, 1 - tail));
  }
  const double room = 1e-6 * std::max({1e-6, std::abs(span.lower), std::abs(span.upper)});
  if (span.upper - span.lower < room) {
    span.lower -= room;
    span.upper += room;
  }
  return span;
}

}  // namespace kernelscope
