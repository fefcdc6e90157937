// What lanes that train on derivatives are compared with, and the constant that derivatives leave open.

#include "engine/tasks/training_targets.h"

#include "engine/run/recovered_constant.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {
namespace {

// A picture whose grey value is g(x, y, channel); its targets are 2 g - 1.
template <typename Grey>
ImageDataset pictureOf(int height, int width, int channels, const ImageSpec& spec, Grey g) {
  Picture picture;
  picture.height = height;
  picture.width = width;
  picture.channels = channels;
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      for (int c = 0; c < channels; ++c)
        picture.samples.push_back(
            static_cast<float>(g(pixelCoordinate(column, width), pixelCoordinate(row, height), c)));
    }
  }
  return {std::move(picture), spec, 7};
}

// A trigonometric polynomial, different in each channel: 2 g - 1 = 0.6 sin(a x) cos(b y), a = 2 + c, b = 3.
double wave(double x, double y, int c) {
  return 0.5 + 0.3 * std::sin((2 + c) * x) * std::cos(3 * y);
}

TEST(TrainingTargets, ofValuesAreThePictureItself) {
  const ImageDataset data = pictureOf(8, 9, 3, {}, wave);
  const TrainingTargets targets = trainingTargets(data, Supervision::Value);
  EXPECT_EQ(targets.samples, data.targets());
  EXPECT_EQ(targets.columns, 3);
  EXPECT_EQ(targets.lossUnit, 1);
}

// Difference formulas of at least second order, at the border too: an error of a few h^2 with h = 2 / 200.
TEST(TrainingTargets, ofGradientsAreBothDerivativesOfEveryChannel) {
  const int height = 161, width = 201;
  const ImageDataset data = pictureOf(height, width, 3, {}, wave);
  const TrainingTargets targets = trainingTargets(data, Supervision::Gradient);
  ASSERT_EQ(targets.columns, 6);
  ASSERT_EQ(targets.samples.size(), static_cast<std::size_t>(6 * height * width));
  std::size_t at = 0;
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      const double x = pixelCoordinate(column, width), y = pixelCoordinate(row, height);
      for (int c = 0; c < 3; ++c, ++at)
        ASSERT_NEAR(targets.samples[at], 0.6 * (2 + c) * std::cos((2 + c) * x) * std::cos(3 * y), 5e-3);
      for (int c = 0; c < 3; ++c, ++at)
        ASSERT_NEAR(targets.samples[at], -1.8 * std::sin((2 + c) * x) * std::sin(3 * y), 5e-3);
    }
  }
}

TEST(TrainingTargets, ofLaplaciansAreTheSumOfSecondDerivatives) {
  const int height = 161, width = 201;
  const ImageDataset data = pictureOf(height, width, 1, {}, wave);
  const TrainingTargets targets = trainingTargets(data, Supervision::Laplacian);
  ASSERT_EQ(targets.columns, 1);
  for (int row = 1; row < height - 1; ++row) {
    for (int column = 1; column < width - 1; ++column) {
      const double x = pixelCoordinate(column, width), y = pixelCoordinate(row, height);
      ASSERT_NEAR(targets.samples[static_cast<std::size_t>(row * width + column)],
                  -(4 + 9) * 0.6 * std::sin(2 * x) * std::cos(3 * y), 2e-2);
    }
  }
}

// On the picture 2 g - 1 = x + 2 y the squared gradient is 1 + 4 everywhere, so that is the unit of the loss;
// with two colour channels, one of them half as steep, it is their mean.
TEST(TrainingTargets, derivativesAreMeasuredInTheirMeanSquare) {
  const auto slope = [](double x, double y, int c) { return 0.5 + (x + 2 * y) * (c == 0 ? 0.125 : 0.0625); };
  const ImageDataset grey = pictureOf(6, 7, 1, {}, slope), colour = pictureOf(6, 7, 3, {}, slope);
  EXPECT_NEAR(trainingTargets(grey, Supervision::Gradient).lossUnit, 5.0 / 16, 1e-6);
  EXPECT_NEAR(trainingTargets(colour, Supervision::Gradient).lossUnit, (1 + 0.25 + 0.25) / 3 * 5 / 16, 1e-6);
}

TEST(TrainingTargets, aPictureWithoutDerivativesHasUnitOne) {
  const ImageDataset flat = pictureOf(5, 5, 1, {}, [](double, double, int) { return 0.25; });
  EXPECT_EQ(trainingTargets(flat, Supervision::Gradient).lossUnit, 1);
  EXPECT_EQ(trainingTargets(flat, Supervision::Laplacian).lossUnit, 1);
}

// Values that miss a constant per channel on the training pixels, and anything on the held-out ones.
TEST(RecoveredConstant, isTheMeanDifferenceOnTheTrainingPixels) {
  const ImageDataset data = pictureOf(8, 8, 3, {}, wave);
  const double missing[] = {0.25, -1.5, 3};
  HostTensor values(DType::Float64, data.pixelCount(), 3);
  for (std::int64_t pixel = 0; pixel < data.pixelCount(); ++pixel) {
    for (std::int64_t c = 0; c < 3; ++c)
      values.set(pixel, c, data.targets()[static_cast<std::size_t>(3 * pixel + c)] - missing[c]);
  }
  for (const std::int32_t pixel : data.heldOutPixels()) values.set(pixel, 1, 100);
  const std::vector<double> constant = fittedConstant(data, values);
  ASSERT_EQ(constant.size(), 3U);
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(constant[c], missing[c], 1e-12);
  addConstant(values, constant);
  const std::int32_t pixel = data.trainPixels()[5];
  EXPECT_NEAR(values.at(pixel, 2), data.targets()[static_cast<std::size_t>(3 * pixel + 2)], 1e-12);
}

}  // namespace
}  // namespace kernelscope
