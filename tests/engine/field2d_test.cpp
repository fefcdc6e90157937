#include "engine/observe/field2d.h"

#include <gtest/gtest.h>

#include <limits>

namespace kernelscope {
namespace {

Field2d fieldOf(std::vector<float> samples) {
  Field2d field;
  field.height = 1;
  field.width = static_cast<int>(samples.size());
  field.samples = std::move(samples);
  return field;
}

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

TEST(Field2d, rangeIsThatOfTheFiniteSamples) {
  const FieldRange range = finiteRange(fieldOf({kNan, 2, -kInfinity, 5, 3}));
  EXPECT_EQ(range.minimum, 2);
  EXPECT_EQ(range.maximum, 5);
  EXPECT_EQ(finiteRange(fieldOf({kNan})).maximum, 0);
  EXPECT_EQ(finiteRange(fieldOf({})).minimum, 0);
}

TEST(Field2d, absoluteQuantileLeavesOutTheSpikes) {
  const Field2d field = fieldOf({-1, 2, -3, 4, kNan, 5, -6, 7, 8, -9, 1000});
  EXPECT_EQ(absoluteQuantile(field, 0.9), 9);  // 9 of the 10 finite samples
  EXPECT_EQ(absoluteQuantile(field, 0.91), 1000);
  EXPECT_EQ(absoluteQuantile(field, 0.5), 5);
  EXPECT_EQ(absoluteQuantile(field, 0), 1);
  EXPECT_EQ(absoluteQuantile(field, 1), 1000);
  EXPECT_EQ(absoluteQuantile(fieldOf({}), 0.5), 0);
}

TEST(Field2d, quantileCountsSignsAndLeavesOutWhatIsNotFinite) {
  const Field2d field = fieldOf({-1, 2, -3, 4, kNan});
  EXPECT_EQ(fieldQuantile(field, 0), -3);
  EXPECT_EQ(fieldQuantile(field, 0.5), -1);
  EXPECT_EQ(fieldQuantile(field, 0.75), 2);
  EXPECT_EQ(fieldQuantile(field, 1), 4);
  EXPECT_EQ(fieldQuantile(fieldOf({}), 0.5), 0);
}

TEST(Field2d, samplesAreRowMajorWithChannelsLast) {
  Field2d field;
  field.height = field.width = field.channels = 2;
  field.samples = {0, 1, 2, 3, 4, 5, 6, 7};
  EXPECT_EQ(field.at(1, 0, 1), 5);
}

}  // namespace
}  // namespace kernelscope
