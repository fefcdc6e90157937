// What lanes that train on derivatives are compared with, and the plane that derivatives leave open.

#include "engine/tasks/training_targets.h"

#include "engine/core/error.h"
#include "engine/observe/field_smoothing.h"
#include "engine/run/recovered_values.h"

#include <gtest/gtest.h>

#include <array>
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

// The Gaussian of s pixels damps sin(a x) cos(b y) by exp(-(a^2 + b^2) s^2 h^2 / 2), with h = 0.01 and 0.0125
// here nearly 1; its mirrored border is kept out of the comparison.
TEST(TrainingTargets, ofLaplaciansAreTheSumOfSecondDerivativesOfTheSmoothedPicture) {
  const int height = 161, width = 201;
  const ImageDataset data = pictureOf(height, width, 1, {}, wave);
  const TrainingTargets targets = trainingTargets(data, Supervision::Laplacian);
  ASSERT_EQ(targets.columns, 1);
  const double hx = 2.0 / (width - 1), hy = 2.0 / (height - 1);
  const double damping =
      std::exp(-0.5 * kLaplacianSmoothing * kLaplacianSmoothing * (4 * hx * hx + 9 * hy * hy));
  for (int row = 10; row < height - 10; ++row) {
    for (int column = 10; column < width - 10; ++column) {
      const double x = pixelCoordinate(column, width), y = pixelCoordinate(row, height);
      ASSERT_NEAR(targets.samples[static_cast<std::size_t>(row * width + column)],
                  -(4 + 9) * 0.6 * damping * std::sin(2 * x) * std::cos(3 * y), 1e-2);
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

// cos(k i) times a Gaussian's transform exp(-sigma^2 k^2 / 2); the mirrored border continues a cosine that is
// even about it, k = pi q / n at the places i + 1/2.
TEST(FieldSmoothing, dampsAWaveAsAGaussianDoes) {
  const int count = 64;
  const double k = 3.14159265358979 * 9 / count, sigma = 2;
  std::vector<float> wave;
  for (int row = 0; row < 5; ++row) {
    for (int i = 0; i < count; ++i) wave.push_back(static_cast<float>(std::cos(k * (i + 0.5))));
  }
  const std::vector<float> along = gaussianSmoothed(wave, 5, count, 1, sigma);
  const std::vector<float> across =
      gaussianSmoothed(wave, count, 5, 1, sigma);  // other lines: no closed form
  ASSERT_EQ(across.size(), wave.size());
  for (std::size_t i = 0; i < wave.size(); ++i)
    ASSERT_NEAR(along[i], wave[i] * std::exp(-0.5 * sigma * sigma * k * k), 2e-4);
  EXPECT_THROW(gaussianSmoothed(wave, 5, 5, 1, sigma), ShapeError);
}

TEST(FieldSmoothing, leavesAConstantColourAsItIsInPicturesSmallerThanTheGaussian) {
  const std::vector<float> colour = {1, 2, 3, 1, 2, 3};
  const std::vector<float> smooth = gaussianSmoothed(colour, 1, 2, 3, 5);
  for (std::size_t i = 0; i < colour.size(); ++i) EXPECT_NEAR(smooth[i], colour[i], 1e-6);
}

// Values that miss a plane per channel on the training pixels, and anything on the held-out ones.
TEST(RecoveredPlane, isWhatTheDerivativesLeaveOpen) {
  const ImageDataset data = pictureOf(8, 8, 3, {}, wave);
  const std::array<std::array<double, 3>, 3> missing = {{{0.25, 0.5, -1}, {-1.5, 0, 0}, {3, -2, 0.125}}};
  HostTensor values(DType::Float64, data.pixelCount(), 3);
  const auto target = [&](std::int64_t pixel, std::int64_t c) {
    return static_cast<double>(data.targets()[static_cast<std::size_t>(3 * pixel + c)]);
  };
  for (std::int64_t pixel = 0; pixel < data.pixelCount(); ++pixel) {
    const double x = pixelCoordinate(static_cast<int>(pixel % 8), 8),
                 y = pixelCoordinate(static_cast<int>(pixel / 8), 8);
    for (std::int64_t c = 0; c < 3; ++c) {
      const auto& [a, b, d] = missing[static_cast<std::size_t>(c)];
      values.set(pixel, c, target(pixel, c) - a - b * x - d * y);
    }
  }
  for (const std::int32_t pixel : data.heldOutPixels()) values.set(pixel, 1, 100);

  EXPECT_TRUE(fittedPlane(data, Supervision::Value, values).empty());
  const RecoveredPlane plane = fittedPlane(data, Supervision::Laplacian, values);
  ASSERT_EQ(plane.channels.size(), 3U);
  for (std::size_t c = 0; c < 3; ++c) {
    for (std::size_t term = 0; term < 3; ++term)
      EXPECT_NEAR(plane.channels[c][term], missing[c][term], 1e-12);
  }
  const RecoveredPlane constant = fittedPlane(data, Supervision::Gradient, values);
  EXPECT_NEAR(constant.channels[1][0], -1.5, 1e-12);
  for (const auto& channel : constant.channels) {
    EXPECT_EQ(channel[1], 0);
    EXPECT_EQ(channel[2], 0);
  }
  addPlane(data, plane, values);
  const std::int32_t pixel = data.trainPixels()[5];
  for (std::int64_t c = 0; c < 3; ++c) EXPECT_NEAR(values.at(pixel, c), target(pixel, c), 1e-12);
}

}  // namespace
}  // namespace kernelscope
