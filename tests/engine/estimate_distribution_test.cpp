#include "engine/analysis/kernel_error/estimate_distribution.h"

#include "engine/analysis/kernel_error/gram_fields.h"

#include <gtest/gtest.h>

#include <numeric>

namespace kernelscope {

namespace {

// Two m, 11 trials, two pairs; the estimate of pair p in trial t at feature f is 100 f + 10 p + t.
MethodEstimates counted() {
  MethodEstimates kept;
  kept.trials = 11;
  kept.pairs = 2;
  kept.exact = {5, 15};
  for (int f = 0; f < 2; ++f)
    for (int t = 0; t < 11; ++t)
      for (int p = 0; p < 2; ++p) kept.estimates.push_back(100 * f + 10 * p + t);
  return kept;
}

}  // namespace

TEST(EstimateDistribution, theNearestFeaturesAreNearestByRatio) {
  const std::vector<int> features = {8, 64, 512};
  EXPECT_EQ(nearestFeatures(features, 1), 0U);
  EXPECT_EQ(nearestFeatures(features, 30), 1U);  // 64 / 30 is less than 30 / 8
  EXPECT_EQ(nearestFeatures(features, 22), 0U);  // 22 / 8 is less than 64 / 22
  EXPECT_EQ(nearestFeatures(features, 1000), 2U);
}

TEST(EstimateDistribution, rangesAreMeansAndQuantilesOfEachPair) {
  const std::vector<EstimateRange> ranges = estimateRanges(counted(), 1);
  ASSERT_EQ(ranges.size(), 2U);
  EXPECT_NEAR(ranges[0].mean, 105, 1e-12);
  EXPECT_DOUBLE_EQ(ranges[0].low, 101);
  EXPECT_DOUBLE_EQ(ranges[0].high, 109);
  EXPECT_NEAR(ranges[1].mean, 115, 1e-12);
}

TEST(EstimateDistribution, histogramsOfAllMethodsShareTheirBins) {
  MethodEstimates first = counted(), second = counted();
  for (double& value : second.estimates) value += 20;
  const MethodEstimates* both[] = {&first, &second};
  const std::vector<Histogram> bins = estimateHistograms(both, 0, 1, 8);
  ASSERT_EQ(bins.size(), 2U);
  EXPECT_EQ(bins[0].lower, bins[1].lower);
  EXPECT_EQ(bins[0].upper, bins[1].upper);
  for (const Histogram& one : bins) {
    const std::int64_t inside = std::accumulate(one.counts.begin(), one.counts.end(), std::int64_t{0});
    EXPECT_EQ(inside + one.below + one.above, 11);
    EXPECT_LE(one.lower, 15);  // the exact value of this pair is in view
    EXPECT_GE(one.upper, 15);
  }
}

TEST(GramFields, theDifferenceIsEstimateMinusExact) {
  const GramExact exact{2, 3, {1, -2, 3, 4, 5, -6}, {}};
  GramEstimate estimate;
  estimate.values = {2, -2, 1, 4, 5, -6.5};
  const GramFields fields = gramFields(exact, estimate);
  EXPECT_EQ(fields.exact.height, 2);
  EXPECT_EQ(fields.exact.width, 3);
  EXPECT_EQ(fields.difference.samples, (std::vector<float>{1, 0, -2, 0, 0, -0.5F}));
  EXPECT_EQ(fields.largest, 6);
  EXPECT_TRUE(gramFields({}, {}).exact.empty());
}

}  // namespace kernelscope
