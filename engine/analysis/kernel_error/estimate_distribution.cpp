#include "engine/analysis/kernel_error/estimate_distribution.h"

#include <cmath>
#include <cstdlib>

namespace kernelscope {

namespace {

constexpr double kTail = 0.01;  // left out at either end

std::vector<double> estimatesOf(const MethodEstimates& kept, std::size_t feature, std::size_t pair) {
  std::vector<double> values(kept.trials);
  for (std::size_t t = 0; t < kept.trials; ++t) values[t] = kept.at(feature, t, pair);
  return values;
}

}  // namespace

std::size_t nearestFeatures(std::span<const int> features, int wanted) {
  const auto distance = [&](std::size_t i) {
    return std::abs(std::log(static_cast<double>(features[i]) / wanted));
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < features.size(); ++i)
    if (distance(i) < distance(best)) best = i;
  return best;
}

std::vector<EstimateRange> estimateRanges(const MethodEstimates& kept, std::size_t feature) {
  std::vector<EstimateRange> ranges;
  for (std::size_t p = 0; p < kept.pairs; ++p) {
    std::vector<double> values = estimatesOf(kept, feature, p);
    EstimateRange range;
    for (const double value : values) range.mean += value / static_cast<double>(values.size());
    range.low = quantile(values, 0.1);
    range.high = quantile(values, 0.9);
    ranges.push_back(range);
  }
  return ranges;
}

std::vector<Histogram> estimateHistograms(std::span<const MethodEstimates* const> methods,
                                          std::size_t feature, std::size_t pair, int bins) {
  std::vector<double> all;
  std::vector<std::vector<double>> each;
  for (const MethodEstimates* kept : methods) {
    each.push_back(estimatesOf(*kept, feature, pair));
    all.insert(all.end(), each.back().begin(), each.back().end());
  }
  std::vector<Histogram> histograms;
  if (each.empty()) return histograms;
  const ValueSpan span = centralSpan(all, kTail, methods.front()->exact[pair]);
  for (const std::vector<double>& values : each)
    histograms.push_back(histogram(values, span.lower, span.upper, bins));
  return histograms;
}

}  // namespace kernelscope
