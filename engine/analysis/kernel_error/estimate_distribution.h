#pragma once
// How the estimates of a study lie at one number of features: histograms of one pair, ranges of all pairs.

#include "engine/analysis/kernel_error/kernel_error_study.h"
#include "engine/observe/histogram.h"

#include <cstddef>
#include <span>
#include <vector>

namespace kernelscope {

// The place in `features` (ascending, not empty) nearest to `wanted` by ratio; of two as near, the smaller.
std::size_t nearestFeatures(std::span<const int> features, int wanted);

// Of one pair's estimates.
struct EstimateRange {
  double mean = 0, low = 0, high = 0;  // 10 and 90 % quantile
};
// One for each pair. Cost: trials x pairs.
std::vector<EstimateRange> estimateRanges(const MethodEstimates& estimates, std::size_t feature);

// One histogram for each method, all over the same bins: what 98 % of all the methods' estimates of this pair
// span, and the exact value.
std::vector<Histogram> estimateHistograms(std::span<const MethodEstimates* const> methods,
                                          std::size_t feature, std::size_t pair, int bins);

}  // namespace kernelscope
