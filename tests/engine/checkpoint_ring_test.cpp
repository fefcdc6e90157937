#include "engine/train/checkpoint_ring.h"

#include <gtest/gtest.h>

#include <numeric>

namespace kernelscope {
namespace {

CheckpointRing::Entry stateAt(std::int64_t step, std::size_t parameters = 1) {
  auto checkpoint = std::make_shared<Checkpoint>();
  checkpoint->step = step;
  checkpoint->parameters.resize(parameters);
  return checkpoint;
}

std::vector<std::int64_t> stepsOf(const CheckpointRing& ring) {
  std::vector<std::int64_t> steps;
  for (const auto& entry : ring.entries()) steps.push_back(entry->step);
  return steps;
}

TEST(KeptSteps, beginAtZeroEndAtTheBudgetAndAreSixtyFour) {
  for (const std::int64_t budget : {100, 1000, 20000, 10000000}) {
    const std::vector<std::int64_t> steps = KeptSteps(budget, kMostKept).steps();
    EXPECT_EQ(steps.size(), 64U) << budget;
    EXPECT_EQ(steps.front(), 0);
    EXPECT_EQ(steps[1], 1);
    EXPECT_EQ(steps.back(), budget);
  }
}

TEST(KeptSteps, areEveryStepOfAShortRun) {
  std::vector<std::int64_t> all(31);
  std::iota(all.begin(), all.end(), 0);
  EXPECT_EQ(KeptSteps(30, kMostKept).steps(), all);
  EXPECT_EQ(KeptSteps(1, kMostKept).steps(), (std::vector<std::int64_t>{0, 1}));
}

TEST(KeptSteps, areLogSpacedWhereTheyAreNotConsecutive) {
  const std::vector<std::int64_t> steps = KeptSteps(100000, kMostKept).steps();
  double smallest = 10, largest = 0;
  for (std::size_t i = 2; i < steps.size(); ++i) {
    ASSERT_GT(steps[i], steps[i - 1]);
    if (steps[i - 1] < 200) continue;  // rounding to whole steps is below 1 % from here on
    const double factor = static_cast<double>(steps[i]) / static_cast<double>(steps[i - 1]);
    smallest = std::min(smallest, factor);
    largest = std::max(largest, factor);
  }
  EXPECT_LT(largest / smallest, 1.02);
}

TEST(KeptSteps, aBigNetworkKeepsFewerWithinTheBytes) {
  EXPECT_EQ(keptCount(400'000), 64);
  EXPECT_EQ(keptCount(std::size_t{12} << 20), 16);
  EXPECT_EQ(keptCount(std::size_t{1} << 30), kFewestKept);
  const KeptSteps few(1000, 8);
  EXPECT_EQ(few.steps().size(), 8U);
  EXPECT_TRUE(few.contains(0));
  EXPECT_TRUE(few.contains(1000));
}

TEST(CheckpointRing, findsTheStateAtOrBeforeAStep) {
  CheckpointRing ring;
  EXPECT_EQ(ring.atOrBefore(5), nullptr);
  for (const std::int64_t step : {0, 10, 3}) ring.add(stateAt(step));
  EXPECT_EQ(stepsOf(ring), (std::vector<std::int64_t>{0, 3, 10}));
  EXPECT_EQ(ring.at(3)->step, 3);
  EXPECT_EQ(ring.at(4), nullptr);
  EXPECT_EQ(ring.atOrBefore(9)->step, 3);
  EXPECT_EQ(stepsOf(ring.upTo(3)), (std::vector<std::int64_t>{0, 3}));
}

TEST(CheckpointRing, keepsTheFirstStateOfAStep) {
  CheckpointRing ring;
  const auto first = stateAt(4);
  ring.add(first);
  ring.add(stateAt(4));
  ASSERT_EQ(ring.entries().size(), 1U);
  EXPECT_EQ(ring.at(4), first);
}

TEST(CheckpointRing, beyondItsCapacityTheMostCrowdedStateGoes) {
  CheckpointRing ring(4);
  for (const std::int64_t step : {0, 10, 100, 110, 1000}) ring.add(stateAt(step));
  EXPECT_EQ(stepsOf(ring), (std::vector<std::int64_t>{0, 10, 100, 1000}));
  for (std::int64_t step = 2000; step < 9000; step += 500) ring.add(stateAt(step));
  EXPECT_EQ(ring.entries().size(), 4U);
  EXPECT_EQ(ring.entries().front()->step, 0);
  EXPECT_EQ(ring.entries().back()->step, 8500);
}

TEST(CheckpointRing, memoryIsParametersAndMoments) {
  CheckpointRing ring;
  ring.add(stateAt(0, 100));
  ring.add(stateAt(1, 100));
  EXPECT_EQ(ring.byteCount(), 800U);
}

}  // namespace
}  // namespace kernelscope
