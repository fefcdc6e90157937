#include "engine/observe/field_difference.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {
namespace {

TEST(FieldDifference, isAMinusBWithItsRootMeanSquare) {
  const Field2d a{"value", "grey value", 1, 3, 1, {0.5F, 1, 0}},
      b{"value", "grey value", 1, 3, 1, {0.25F, 2, 0}};
  const FieldDifference difference = fieldDifference(a, b);
  EXPECT_EQ(difference.field.samples, (std::vector<float>{0.25F, -1, 0}));
  EXPECT_EQ(difference.field.unit, "grey value");
  EXPECT_DOUBLE_EQ(difference.rootMeanSquare, std::sqrt((0.0625 + 1) / 3));
}

TEST(FieldDifference, coloursAreAveragedButNotTheirSquares) {
  const Field2d a{"value", "", 1, 1, 3, {1, 0, 0}}, b{"value", "", 1, 1, 3, {0, 1, 0}};
  const FieldDifference difference = fieldDifference(a, b);
  EXPECT_EQ(difference.field.channels, 1);
  EXPECT_EQ(difference.field.samples, (std::vector<float>{0}));
  EXPECT_DOUBLE_EQ(difference.rootMeanSquare, std::sqrt(2.0 / 3));
}

TEST(FieldDifference, fieldsOfTwoShapesHaveNone) {
  const Field2d a{"value", "", 1, 2, 1, {1, 2}}, b{"value", "", 2, 1, 1, {1, 2}};
  EXPECT_TRUE(fieldDifference(a, b).field.empty());
  EXPECT_TRUE(fieldDifference({}, {}).field.empty());
}

}  // namespace
}  // namespace kernelscope
