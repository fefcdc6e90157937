#include "engine/data/query_grid.h"

#include "engine/data/image_dataset.h"

#include <gtest/gtest.h>

namespace kernelscope {
namespace {

TEST(QueryGrid, oneCellPerPixelIsThePixelItself) {
  for (const int count : {1, 2, 7, 128}) {
    for (int i = 0; i < count; ++i) EXPECT_DOUBLE_EQ(queryCoordinate(i, count, 1), pixelCoordinate(i, count));
  }
}

// The four cells of a pixel lie at -3/8, -1/8, 1/8, 3/8 of the pixels' distance 2 / (n - 1) around its
// centre.
TEST(QueryGrid, cellsLieEvenlyAroundTheirPixel) {
  const int count = 9;
  const double distance = 2.0 / 8;
  for (int pixel = 0; pixel < count; ++pixel) {
    const double offsets[] = {-0.375, -0.125, 0.125, 0.375};
    for (int k = 0; k < 4; ++k) {
      EXPECT_NEAR(queryCoordinate(4 * pixel + k, count, 4),
                  pixelCoordinate(pixel, count) + offsets[k] * distance, 1e-15);
    }
  }
}

TEST(QueryGrid, rowsOfCellsAreCutOutOfTheWhole) {
  const std::vector<float> all = queryCoordinates(3, 5, 2, 0, 6), part = queryCoordinates(3, 5, 2, 4, 2);
  ASSERT_EQ(all.size(), 6U * 10U * 2U);
  ASSERT_EQ(part.size(), 2U * 10U * 2U);
  EXPECT_TRUE(std::equal(part.begin(), part.end(), all.begin() + 4 * 10 * 2));
  EXPECT_FLOAT_EQ(all[0], static_cast<float>(-1 - 0.25 * 0.5));
  EXPECT_FLOAT_EQ(all[1], static_cast<float>(-1 - 0.25 * 1.0));
}

TEST(QueryGrid, largePicturesAreAskedLessFinely) {
  EXPECT_EQ(possibleQuery(128, 128, 4), 4);
  EXPECT_EQ(possibleQuery(256, 256, 4), 4);
  EXPECT_EQ(possibleQuery(512, 512, 4), 2);
  EXPECT_EQ(possibleQuery(512, 512, 1), 1);
  EXPECT_EQ(possibleQuery(1024, 1024, 4), 1);
  EXPECT_EQ(possibleQuery(2048, 2048, 2), 1);
  EXPECT_EQ(possibleQuery(16384, 16384, 4), 1);
}

}  // namespace
}  // namespace kernelscope
