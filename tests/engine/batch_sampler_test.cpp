#include "engine/data/batch_sampler.h"

#include "engine/core/error.h"
#include "engine/data/random_permutation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace kernelscope {
namespace {

std::vector<std::int32_t> batchAt(BatchSampler& sampler, std::int64_t step) {
  const auto batch = sampler.positions(step);
  return {batch.begin(), batch.end()};
}

TEST(BatchSampler, everyEpochSeesEverySampleOnce) {
  const std::int32_t samples = 10, batch = 4;  // 5 steps are 2 epochs
  BatchSampler sampler(samples, batch, 7);
  std::vector<std::int32_t> line;
  for (std::int64_t step = 1; step <= 50; ++step) {
    const auto positions = batchAt(sampler, step);
    ASSERT_EQ(positions.size(), 4U);
    line.insert(line.end(), positions.begin(), positions.end());
  }
  for (std::size_t epoch = 0; epoch < 20; ++epoch) {
    std::vector<std::int32_t> seen(line.begin() + static_cast<std::ptrdiff_t>(epoch * 10),
                                   line.begin() + static_cast<std::ptrdiff_t>(epoch * 10 + 10));
    std::sort(seen.begin(), seen.end());
    for (std::int32_t i = 0; i < samples; ++i)
      EXPECT_EQ(seen[static_cast<std::size_t>(i)], i) << "epoch " << epoch;
  }
}

TEST(BatchSampler, anyStepCanBeAskedForInAnyOrder) {
  BatchSampler forward(1000, 96, 7), resumed(1000, 96, 7);
  std::map<std::int64_t, std::vector<std::int32_t>> batches;
  for (std::int64_t step = 1; step <= 60; ++step) batches[step] = batchAt(forward, step);
  for (const std::int64_t step : {60, 3, 41, 11, 10, 1})
    EXPECT_EQ(batchAt(resumed, step), batches[step]) << step;
  BatchSampler far(1000, 96, 7);
  EXPECT_EQ(batchAt(far, 1000000000000).size(), 96U);
}

TEST(BatchSampler, seedsAndEpochsGiveOtherOrders) {
  BatchSampler a(1000, 500, 7), b(1000, 500, 8);
  EXPECT_NE(batchAt(a, 1), batchAt(b, 1));
  const auto first = batchAt(a, 1), nextEpoch = batchAt(a, 3);
  EXPECT_NE(first, nextEpoch);
}

TEST(BatchSampler, aFullBatchKeepsTheOrder) {
  std::vector<std::int32_t> wanted(5);
  std::iota(wanted.begin(), wanted.end(), 0);
  BatchSampler full(5, std::nullopt, 7), large(5, 100, 7), exact(5, 5, 7);
  for (BatchSampler* sampler : {&full, &large, &exact}) {
    EXPECT_TRUE(sampler->isFullBatch());
    EXPECT_EQ(batchAt(*sampler, 1), wanted);
    EXPECT_EQ(batchAt(*sampler, 9), wanted);
  }
}

TEST(BatchSampler, refusesEmptyBatches) {
  EXPECT_THROW(BatchSampler(5, 0, 7), ConfigError);
  EXPECT_THROW(BatchSampler(5, -3, 7), ConfigError);
  EXPECT_THROW(BatchSampler(0, std::nullopt, 7), ShapeError);
}

// Each of the 6 orders of 3 should come 1,000 times in 6,000; chi-square with 5 degrees of freedom exceeds
// 25.7 once in 10,000 draws. Seed fixed.
TEST(RandomPermutation, ordersAreEquallyLikely) {
  const RngStream stream(7, 99);
  std::map<std::vector<std::int32_t>, int> counts;
  for (std::uint64_t draw = 0; draw < 6000; ++draw) ++counts[randomPermutation(3, stream.substream(draw))];
  ASSERT_EQ(counts.size(), 6U);
  double chiSquare = 0;
  for (const auto& [order, count] : counts) chiSquare += (count - 1000.0) * (count - 1000.0) / 1000.0;
  EXPECT_LT(chiSquare, 25.7);
}

TEST(RandomPermutation, handlesNoneAndOne) {
  EXPECT_TRUE(randomPermutation(0, RngStream(1, 1)).empty());
  EXPECT_EQ(randomPermutation(1, RngStream(1, 1)), std::vector<std::int32_t>{0});
}

}  // namespace
}  // namespace kernelscope
