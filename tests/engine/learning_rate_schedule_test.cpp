// Learning rates at chosen steps, worked out by hand.

#include "engine/optim/learning_rate_schedule.h"

#include "engine/core/error.h"

#include <gtest/gtest.h>

namespace kernelscope::test {
namespace {

ScheduleSpec schedule(const std::string& kind) {
  ScheduleSpec spec;
  spec.kind = kind;
  return spec;
}

TEST(LearningRateScheduleTest, constantIsOneEverywhere) {
  for (const int step : {1, 2, 500, 1000}) EXPECT_EQ(scheduleFactor(schedule("constant"), step, 1000), 1);
}

TEST(LearningRateScheduleTest, cosineGoesFromOneToTheFinalFraction) {
  ScheduleSpec spec = schedule("cosine");
  spec.finalFraction = 0.1;
  EXPECT_DOUBLE_EQ(scheduleFactor(spec, 1, 101), 1);
  EXPECT_NEAR(scheduleFactor(spec, 51, 101), 0.55, 1e-15);                            // half way
  EXPECT_NEAR(scheduleFactor(spec, 26, 101), 0.1 + 0.9 * 0.8535533905932737, 1e-15);  // (1 + sqrt(1/2)) / 2
  EXPECT_DOUBLE_EQ(scheduleFactor(spec, 101, 101), 0.1);
}

TEST(LearningRateScheduleTest, cosineStaysAtItsEndBeyondTheLastStep) {
  ScheduleSpec spec = schedule("cosine");
  spec.finalFraction = 0.25;
  EXPECT_EQ(scheduleFactor(spec, 150, 100), 0.25);
  EXPECT_EQ(scheduleFactor(spec, 1, 1), 1);
}

TEST(LearningRateScheduleTest, stepMultipliesOncePerPeriod) {
  ScheduleSpec spec = schedule("step");
  spec.stepEvery = 10;
  spec.stepFactor = 0.5;
  EXPECT_EQ(scheduleFactor(spec, 1, 100), 1);
  EXPECT_EQ(scheduleFactor(spec, 10, 100), 1);
  EXPECT_EQ(scheduleFactor(spec, 11, 100), 0.5);
  EXPECT_EQ(scheduleFactor(spec, 31, 100), 0.125);
}

TEST(LearningRateScheduleTest, warmUpIsLinearAndMultipliesTheSchedule) {
  ScheduleSpec spec = schedule("constant");
  spec.warmupSteps = 4;
  EXPECT_EQ(scheduleFactor(spec, 1, 100), 0.25);
  EXPECT_EQ(scheduleFactor(spec, 3, 100), 0.75);
  EXPECT_EQ(scheduleFactor(spec, 4, 100), 1);
  EXPECT_EQ(scheduleFactor(spec, 5, 100), 1);
  spec.kind = "step";
  spec.stepEvery = 2;
  spec.stepFactor = 0.1;
  EXPECT_DOUBLE_EQ(scheduleFactor(spec, 3, 100), 0.075);
}

TEST(LearningRateScheduleTest, anUnknownKindIsRefused) {
  EXPECT_THROW(scheduleFactor(schedule("polynomial"), 1, 100), ConfigError);
}

}  // namespace
}  // namespace kernelscope::test
