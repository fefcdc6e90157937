// The small rules of training: how batches are cut, when lanes measure, when they stop.

#include "engine/core/rng.h"
#include "engine/train/batch_splitter.h"
#include "engine/train/measurement_schedule.h"
#include "engine/train/stopping_rule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace kernelscope {

TEST(BatchSplitter, stripsCoverEveryRowOnceAndDependOnTheBatchOnly) {
  for (const std::int64_t rows : {1, 255, 1024, 1025, 4096, 16383, 16384, 65536, 70001}) {
    std::int64_t next = 0;
    for (const RowSpan& strip : splitIntoStrips(rows)) {
      EXPECT_EQ(strip.first, next);
      EXPECT_LE(strip.count, rows < 16384 ? 1024 : 4096);
      next += strip.count;
      std::int64_t inside = strip.first;
      for (const RowSpan& tile : splitIntoTiles(strip)) {
        EXPECT_EQ(tile.first, inside);
        EXPECT_LE(tile.count, kTileRows);
        inside += tile.count;
      }
      EXPECT_EQ(inside, next);
    }
    EXPECT_EQ(next, rows);
  }
}

TEST(MeasurementSchedule, heldOutPixelsCostAtMostATenthOfTraining) {
  const MeasurementSchedule schedule(300, 4096.0 * 198400, 12288.0 * 66304, 16384.0 * 66304);
  EXPECT_EQ(schedule.heldOutEvery(), 11);  // 12288 * 66304 / (0.1 * 4096 * 198400) = 10.03
  EXPECT_TRUE(schedule.heldOutAt(1));
  EXPECT_TRUE(schedule.heldOutAt(22));
  EXPECT_FALSE(schedule.heldOutAt(23));
}

TEST(MeasurementSchedule, picturesAreLogSpacedAndWithinTheirShare) {
  const MeasurementSchedule schedule(1000, 4096.0 * 198400, 12288.0 * 66304, 16384.0 * 66304);
  int early = 0, late = 0;
  for (std::int64_t step = 1; step <= 1000; ++step) {
    if (schedule.pictureAt(step)) ++(step <= 31 ? early : late);
  }
  EXPECT_TRUE(schedule.pictureAt(1));
  // 5 % of 1,000 steps of 4096 * 198400 flops, 16384 * 66304 flops each: 37.
  EXPECT_LE(early + late, 38);
  EXPECT_GE(early + late, 25);
  EXPECT_NEAR(early, late, 10);  // half of ln 1000 lies below 31.6
}

TEST(StoppingRule, divergesOnNonFiniteOrExplodedLoss) {
  StoppingRule rule{StopSpec{}};
  EXPECT_EQ(rule.judge(0.4, 10), StopVerdict::GoOn);
  EXPECT_EQ(rule.judge(0.4 * 9.9e3, -30), StopVerdict::GoOn);
  EXPECT_EQ(rule.judge(0.4 * 1.1e4, -30), StopVerdict::Diverged);
  EXPECT_NE(rule.reason().find("first loss"), std::string::npos);
  StoppingRule another{StopSpec{}};
  EXPECT_EQ(another.judge(std::numeric_limits<double>::quiet_NaN(), 0), StopVerdict::Diverged);
}

TEST(StoppingRule, stopsAtTheTargetAndOnAPlateau) {
  StopSpec target;
  target.targetPsnrDb = 30;
  StoppingRule rule{target};
  EXPECT_EQ(rule.judgeTarget(29.9), StopVerdict::GoOn);
  EXPECT_EQ(rule.judgeTarget(std::numeric_limits<double>::quiet_NaN()), StopVerdict::GoOn);  // not measured
  EXPECT_EQ(rule.judgeTarget(30.0), StopVerdict::TargetReached);

  StopSpec plateau;
  plateau.plateauSteps = 3;
  plateau.plateauGainDb = 0.5;
  StoppingRule flat{plateau};
  const double psnr[] = {10, 11, 12, 12.1, 12.2};
  for (const double value : psnr) EXPECT_EQ(flat.judge(0.1, value), StopVerdict::GoOn) << value;
  EXPECT_EQ(flat.judge(0.1, 12.3), StopVerdict::Plateau);  // 12.3 against 12 three steps before
}

// The best of all steps counts, also when it lies before the window.
TEST(StoppingRule, aPlateauIsMeasuredFromTheBestSoFar) {
  StopSpec spec;
  spec.plateauSteps = 2;
  spec.plateauGainDb = 1;
  StoppingRule rule{spec};
  for (const double value : {20.0, 5.0}) EXPECT_EQ(rule.judge(0.1, value), StopVerdict::GoOn);
  EXPECT_EQ(rule.judge(0.1, 15), StopVerdict::Plateau);  // 20, two steps before, is still the best
}

TEST(RngStream, matchesThePublishedPhiloxVectors) {
  // Known answers of Philox4x32-10, from the Random123 distribution: counter and key all zero, all ones.
  const auto zero = RngStream(0, 0).words(0);
  EXPECT_EQ(zero[0], 0x6627e8d5U);
  EXPECT_EQ(zero[1], 0xe169c58dU);
  EXPECT_EQ(zero[2], 0xbc57ac4cU);
  EXPECT_EQ(zero[3], 0x9b00dbd8U);
  const std::uint64_t ones = ~std::uint64_t{0};
  const auto full = RngStream(ones, ones).words(ones);
  EXPECT_EQ(full[0], 0x408f276dU);
  EXPECT_EQ(full[1], 0x41c83b0eU);
  EXPECT_EQ(full[2], 0xa20bc7c6U);
  EXPECT_EQ(full[3], 0x6d5451fdU);
}

TEST(RngStream, uniformAndNormalHaveTheirMoments) {
  const RngStream rng(5, 9);
  constexpr int kDraws = 200000;
  double sum = 0, normalSum = 0, normalSquares = 0;
  for (std::uint64_t i = 0; i < kDraws; ++i) {
    const double u = rng.uniform(i);
    ASSERT_GE(u, 0);
    ASSERT_LT(u, 1);
    sum += u;
    const double n = rng.normal(i);
    normalSum += n;
    normalSquares += n * n;
  }
  // Four standard errors of the mean, and of the mean square (variance 2 of a squared normal).
  EXPECT_NEAR(sum / kDraws, 0.5, 4 * 0.2887 / std::sqrt(kDraws));
  EXPECT_NEAR(normalSum / kDraws, 0, 4 / std::sqrt(kDraws));
  EXPECT_NEAR(normalSquares / kDraws, 1, 4 * std::sqrt(2.0 / kDraws));
}

}  // namespace kernelscope
