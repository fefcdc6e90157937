#include "engine/observe/metric_history.h"

#include "engine/core/contract.h"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

namespace kernelscope {
namespace {

void appendRows(MetricHistory& history, std::int64_t from, std::int64_t to, double offset = 0) {
  for (std::int64_t step = from; step <= to; ++step) {
    const double values[] = {static_cast<double>(step) + offset, MetricHistory::kMissing};
    history.append(step, 0.5 * static_cast<double>(step), values);
  }
}

TEST(MetricHistory, keepsEveryRowAcrossChunks) {
  MetricHistory history({"mse", "ssim"});
  EXPECT_TRUE(history.empty());
  appendRows(history, 1, 5000);
  ASSERT_EQ(history.size(), 5000U);
  for (std::size_t row = 0; row < 5000; ++row) {
    ASSERT_EQ(history.step(row), static_cast<std::int64_t>(row) + 1);
    ASSERT_EQ(history.seconds(row), 0.5 * static_cast<double>(row + 1));
    ASSERT_EQ(history.value(row, 0), static_cast<double>(row + 1));
    ASSERT_TRUE(std::isnan(history.value(row, 1)));
  }
}

TEST(MetricHistory, findsColumnsAndTheNewestValue) {
  MetricHistory history({"mse", "ssim"});
  EXPECT_EQ(history.columnIndex("ssim"), 1);
  EXPECT_EQ(history.columnIndex("absent"), -1);
  EXPECT_TRUE(std::isnan(history.latest(0)));
  const double measured[] = {0.25, 0.75};
  history.append(1, 0.1, measured);
  appendRows(history, 2, 3);
  EXPECT_EQ(history.latest(0), 3);
  EXPECT_EQ(history.latest(1), 0.75);
}

TEST(MetricHistory, copiesKeepTheirRowsWhenTheOriginalGoesOn) {
  MetricHistory history({"mse", "ssim"});
  appendRows(history, 1, 1500);
  const MetricHistory copy = history;
  appendRows(history, 1501, 3000);
  EXPECT_EQ(copy.size(), 1500U);
  EXPECT_EQ(copy.value(1499, 0), 1500);
  EXPECT_THROW(static_cast<void>(copy.step(1500)), BrokenContract);
}

// A run that is resumed or undone appends to a copy while the first record may still be shown.
TEST(MetricHistory, branchesDoNotOverwriteEachOther) {
  MetricHistory history({"mse", "ssim"});
  appendRows(history, 1, 1200);
  MetricHistory resumed = history.prefix(1100), copy = history;
  appendRows(resumed, 1101, 1300, 0.5);
  appendRows(copy, 1201, 1300, 0.25);
  appendRows(history, 1201, 1300);
  EXPECT_EQ(history.value(1150, 0), 1151);
  EXPECT_EQ(resumed.value(1150, 0), 1151.5);
  EXPECT_EQ(resumed.value(1099, 0), 1100);
  EXPECT_EQ(history.value(1250, 0), 1251);
  EXPECT_EQ(copy.value(1250, 0), 1251.25);
  EXPECT_EQ(resumed.size(), 1300U);
}

TEST(MetricHistory, prefixKeepsTheFirstRows) {
  MetricHistory history({"mse", "ssim"});
  appendRows(history, 1, 3000);
  for (const std::size_t rows : {0U, 1U, 1024U, 1025U, 3000U, 9000U}) {
    const MetricHistory prefix = history.prefix(rows);
    EXPECT_EQ(prefix.size(), std::min<std::size_t>(rows, 3000));
    if (prefix.empty()) continue;
    EXPECT_EQ(prefix.step(prefix.size() - 1), static_cast<std::int64_t>(prefix.size()));
  }
}

TEST(MetricHistory, aRowHasOneValuePerColumn) {
  MetricHistory history({"mse", "ssim"});
  const double one[] = {1.0};
  EXPECT_THROW(history.append(1, 0, one), BrokenContract);
}

// Run under tsan: readers of a copy and a writer that goes on touch no common row.
TEST(MetricHistory, aCopyCanBeReadWhileTheOriginalGrows) {
  MetricHistory history({"mse", "ssim"});
  appendRows(history, 1, 1000);
  const MetricHistory copy = history;
  double sum = 0;
  std::thread reader([&] {
    for (std::size_t row = 0; row < copy.size(); ++row) sum += copy.value(row, 0);
  });
  appendRows(history, 1001, 3000);
  reader.join();
  EXPECT_EQ(sum, 1000.0 * 1001 / 2);
}

}  // namespace
}  // namespace kernelscope
