#include "engine/observe/histogram.h"

#include "engine/core/contract.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

namespace kernelscope {

TEST(Histogram, countsWhatALoopOverTheBinsCounts) {
  std::vector<double> values;
  for (int i = 0; i < 1000; ++i) values.push_back((i * 37 % 101) / 101.0);
  const Histogram bins = histogram(values, 0.2, 0.9, 7);
  for (int bin = 0; bin < 7; ++bin) {
    const double lower = 0.2 + 0.1 * bin, upper = 0.2 + 0.1 * (bin + 1);
    std::int64_t expected = 0;
    for (const double value : values)
      expected += value >= lower && (value < upper || (bin == 6 && value <= 0.9));
    EXPECT_EQ(bins.counts[static_cast<std::size_t>(bin)], expected) << "bin " << bin;
  }
}

TEST(Histogram, everyValueIsCountedOnce) {
  const double endless = std::numeric_limits<double>::infinity();
  const double missing = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> values = {-1, 0, 0.5, 1, 2, endless, -endless, missing};
  const Histogram bins = histogram(values, 0, 1, 4);
  EXPECT_EQ(bins.below, 1);
  EXPECT_EQ(bins.above, 1);
  EXPECT_EQ(bins.notFinite, 3);
  EXPECT_EQ(bins.counts, (std::vector<std::int64_t>{1, 0, 1, 1}));
}

TEST(Histogram, anEmptyIntervalIsABrokenPromise) {
  EXPECT_THROW(histogram({}, 1, 1, 4), BrokenContract);
  EXPECT_THROW(histogram({}, 0, 1, 0), BrokenContract);
}

TEST(Quantile, isLinearBetweenNeighbours) {
  std::vector<double> values = {4, 1, 3, 2, 5};
  EXPECT_DOUBLE_EQ(quantile(values, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(values, 1), 5);
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 3);
  EXPECT_DOUBLE_EQ(quantile(values, 0.1), 1.4);  // place 0.4 between 1 and 2
}

TEST(CentralSpan, leavesOutTheTailsButNotTheMarkedValue) {
  std::vector<double> values(1001);
  std::iota(values.begin(), values.end(), 0.0);
  values.push_back(std::numeric_limits<double>::infinity());
  const ValueSpan span = centralSpan(values, 0.01, -5);
  EXPECT_DOUBLE_EQ(span.lower, -5);
  EXPECT_DOUBLE_EQ(span.upper, 990);
}

TEST(CentralSpan, equalValuesGetRoom) {
  const std::vector<double> values = {2, 2, 2};
  const ValueSpan span = centralSpan(values, 0.01, 2);
  EXPECT_LT(span.lower, 2);
  EXPECT_GT(span.upper, 2);
}

}  // namespace kernelscope
