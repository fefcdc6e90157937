#include "engine/observe/field_derivatives.h"

#include "engine/core/error.h"
#include "engine/data/image_dataset.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {
namespace {

template <typename Function>
std::vector<float> sampled(int height, int width, Function f) {
  std::vector<float> samples;
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      samples.push_back(static_cast<float>(f(pixelCoordinate(column, width), pixelCoordinate(row, height))));
    }
  }
  return samples;
}

// Second-order differences are exact on quadratics, at the border too; float samples leave 1e-7 / h^2.
TEST(FieldDerivatives, areExactOnQuadratics) {
  const int height = 9, width = 17;
  const auto samples =
      sampled(height, width, [](double x, double y) { return 1 + x - 2 * y + 3 * x * x + x * y - y * y; });
  const Field2d gradient = gradientMagnitude(samples, height, width, 1),
                second = laplacian(samples, height, width, 1);
  EXPECT_EQ(gradient.name, "gradient_magnitude");
  EXPECT_EQ(second.name, "laplacian");
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      const double x = pixelCoordinate(column, width), y = pixelCoordinate(row, height);
      EXPECT_NEAR(gradient.at(row, column), std::hypot(1 + 6 * x + y, -2 + x - 2 * y), 2e-5);
      EXPECT_NEAR(second.at(row, column), 6.0 - 2.0, 2e-4);
    }
  }
}

TEST(FieldDerivatives, treatChannelsApart) {
  std::vector<float> samples;
  for (int column = 0; column < 5; ++column) {
    const auto x = static_cast<float>(pixelCoordinate(column, 5));
    samples.insert(samples.end(), {x, 2 * x, x * x});
  }
  const Field2d gradient = gradientMagnitude(samples, 1, 5, 3), second = laplacian(samples, 1, 5, 3);
  for (int column = 0; column < 5; ++column) {
    EXPECT_FLOAT_EQ(gradient.at(0, column, 0), 1);
    EXPECT_FLOAT_EQ(gradient.at(0, column, 1), 2);
    EXPECT_FLOAT_EQ(second.at(0, column, 0), 0);
    EXPECT_FLOAT_EQ(second.at(0, column, 2), 2);
  }
}

TEST(FieldDerivatives, handleAxesOfOneAndTwoPixels) {
  EXPECT_FLOAT_EQ(gradientMagnitude(std::vector<float>{3}, 1, 1, 1).at(0, 0), 0);
  EXPECT_FLOAT_EQ(gradientMagnitude(std::vector<float>{1, 4}, 1, 2, 1).at(0, 0),
                  1.5);  // 3 over a distance of 2
  EXPECT_FLOAT_EQ(gradientMagnitude(std::vector<float>{1, 4}, 2, 1, 1).at(1, 0), 1.5);
  EXPECT_FLOAT_EQ(laplacian(std::vector<float>{1, 4}, 1, 2, 1).at(0, 1), 0);
  EXPECT_THROW(laplacian(std::vector<float>{1, 4}, 1, 3, 1), ShapeError);
}

}  // namespace
}  // namespace kernelscope
