#pragma once
// How often values fall into equal bins, and quantiles.

#include <cstdint>
#include <span>
#include <vector>

namespace kernelscope {

// The value below which `share` (0..1) of the values lie, linear between neighbours. Reorders them; O(n).
// Needs at least one value.
double quantile(std::vector<double>& values, double share);

struct Histogram {
  double lower = 0, upper = 1;
  std::vector<std::int64_t> counts;  // equal bins from lower to upper; the last one has its upper end too
  std::int64_t below = 0, above = 0, notFinite = 0;
};

// Throws BrokenContract unless lower < upper and bins >= 1.
Histogram histogram(std::span<const double> values, double lower, double upper, int bins);

// Which values a plot of `values` should span: all but `tail` at either end, and `marked`. Never empty: equal
// values are given some room.
struct ValueSpan {
  double lower = 0, upper = 1;
};
ValueSpan centralSpan(std::span<const double> values, double tail, double marked);

}  // namespace kernelscope
