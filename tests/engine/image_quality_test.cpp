#include "engine/observe/image_quality.h"

#include "engine/core/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace kernelscope {
namespace {

struct Pair {
  std::vector<float> a, b;
};

// Two textured pictures that the reference values below were computed for.
Pair texturedPair(int height, int width, int channels) {
  Pair pair;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (int k = 0; k < channels; ++k) {
        const auto a = static_cast<float>(((37 * x + 101 * y + 53 * k + x * y) % 256) / 127.5 - 1);
        pair.a.push_back(a);
        pair.b.push_back(a * 0.875F + static_cast<float>((11 * x + 7 * y + 29 * k) % 64) / 256.0F - 0.125F);
      }
    }
  }
  return pair;
}

// From scikit-image 0.26.0, mean over the channels of structural_similarity(a, b, gaussian_weights=True,
// sigma=1.5, use_sample_covariance=False, data_range=2) in float64. The tolerance leaves room for sums of
// about a hundred terms in another order.
TEST(ImageQuality, ssimAgreesWithScikitImage) {
  const auto ssim = [](int height, int width, int channels) {
    const Pair pair = texturedPair(height, width, channels);
    return structuralSimilarity(pair.a, pair.b, height, width, channels);
  };
  EXPECT_NEAR(ssim(24, 31, 1), 0.9123348761399409, 1e-12);
  EXPECT_NEAR(ssim(11, 11, 1), 0.8077661255224242, 1e-12);
  EXPECT_NEAR(ssim(16, 20, 3), 0.9212717274244818, 1e-12);
}

// Wang et al. 2004, eq. 13, with constant pictures: variances vanish, the window does not matter.
TEST(ImageQuality, ssimOfConstantPicturesIsTheLuminanceTerm) {
  const double c1 = 0.02 * 0.02, wanted = (2 * 0.5 * 0.25 + c1) / (0.25 + 0.0625 + c1);
  for (const int side : {1, 2, 5, 10, 11, 12}) {
    const std::vector<float> a(static_cast<std::size_t>(side) * 14, 0.5F), b(a.size(), 0.25F);
    EXPECT_NEAR(structuralSimilarity(a, b, side, 14, 1), wanted, 1e-12) << side;
    EXPECT_NEAR(structuralSimilarity(a, b, 14, side, 1), wanted, 1e-12) << side;
  }
}

TEST(ImageQuality, ssimOfAPictureWithItselfIsOne) {
  for (const int side : {1, 3, 8, 15}) {
    const Pair pair = texturedPair(side, side, 1);
    EXPECT_NEAR(structuralSimilarity(pair.a, pair.a, side, side, 1), 1.0, 1e-12);
  }
}

TEST(ImageQuality, psnrIsThatOfARangeOfTwo) {
  EXPECT_DOUBLE_EQ(psnrDb(4.0), 0.0);
  EXPECT_DOUBLE_EQ(psnrDb(0.04), 20.0);
  EXPECT_EQ(psnrDb(0.0), std::numeric_limits<double>::infinity());
  EXPECT_TRUE(std::isnan(psnrDb(std::numeric_limits<double>::quiet_NaN())));
}

TEST(ImageQuality, meanSquaredErrorDoesNotClip) {
  const std::vector<float> a = {3, -1, 0, 0.5F}, b = {1, -1, 1, 0.5F};
  EXPECT_DOUBLE_EQ(meanSquaredError(a, b), (4.0 + 1.0) / 4);
}

// Deviations of a: -1, 0, 1; of b: -1, -1, 2: 3 / sqrt(2 * 6).
TEST(ImageQuality, correlationIsPearsonsAndIgnoresScaleAndConstant) {
  const std::vector<float> a = {1, 2, 3}, b = {0, 0, 3}, larger = {11, 21, 31}, falling = {3, 2, 1};
  EXPECT_NEAR(correlation(a, b), 3 / std::sqrt(12.0), 1e-12);
  EXPECT_NEAR(correlation(a, larger), 1, 1e-12);
  EXPECT_NEAR(correlation(a, falling), -1, 1e-12);
  EXPECT_TRUE(std::isnan(correlation(a, std::vector<float>{5, 5, 5})));
}

TEST(ImageQuality, refusesSizesThatDoNotFit) {
  const std::vector<float> four(4), three(3), none;
  EXPECT_THROW(meanSquaredError(four, three), ShapeError);
  EXPECT_THROW(meanSquaredError(none, none), ShapeError);
  EXPECT_THROW(correlation(four, three), ShapeError);
  EXPECT_THROW(structuralSimilarity(four, four, 2, 3, 1), ShapeError);
  EXPECT_THROW(structuralSimilarity(none, none, 0, 3, 1), ShapeError);
  EXPECT_THROW(structuralSimilarity(four, three, 2, 2, 1), ShapeError);
}

}  // namespace
}  // namespace kernelscope
