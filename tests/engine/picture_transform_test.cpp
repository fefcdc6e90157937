#include "engine/io/picture_transform.h"

#include "engine/core/error.h"
#include "tests/support/expect_message.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {
namespace {

using test::expectMessage;

Picture ramp(int height, int width, int channels) {
  Picture picture;
  picture.height = height;
  picture.width = width;
  picture.channels = channels;
  for (int i = 0; i < height * width * channels; ++i) {
    picture.samples.push_back(static_cast<float>(std::fmod(i * 0.618, 1.0)));
  }
  return picture;
}

// The definition: mean over a fine grid on which both pixel grids are aligned.
float averageBySubdivision(const Picture& source, int height, int width, int row, int column, int channel) {
  double sum = 0;
  for (int v = 0; v < source.height; ++v) {  // target pixel = source.height x source.width equal parts
    for (int u = 0; u < source.width; ++u) {
      const int y = (row * source.height + v) / height, x = (column * source.width + u) / width;
      sum += source.samples[static_cast<std::size_t>((y * source.width + x) * source.channels + channel)];
    }
  }
  return static_cast<float>(sum / (source.height * source.width));
}

TEST(PictureTransform, areaAverageMatchesItsDefinition) {
  const Picture source = ramp(7, 12, 3);
  constexpr std::pair<int, int> kSizes[] = {{7, 12}, {3, 5}, {5, 12}, {1, 1}, {6, 7}};
  for (const auto& [height, width] : kSizes) {
    const Picture result = areaAveraged(source, height, width);
    ASSERT_EQ(result.samples.size(), static_cast<std::size_t>(height * width * 3));
    std::size_t at = 0;
    for (int row = 0; row < height; ++row) {
      for (int column = 0; column < width; ++column) {
        for (int channel = 0; channel < 3; ++channel) {
          EXPECT_NEAR(result.samples[at++], averageBySubdivision(source, height, width, row, column, channel),
                      1e-6);
        }
      }
    }
  }
}

TEST(PictureTransform, weighsPartsOfPixelsAsParts) {
  Picture source;
  source.height = 1;
  source.width = 3;
  source.samples = {0.0F, 1.0F, 0.5F};
  const Picture result = areaAveraged(source, 1, 2);  // pixel 1 covers 1 + 1/2 source pixels
  EXPECT_FLOAT_EQ(result.samples[0], 0.5F / 1.5F);
  EXPECT_FLOAT_EQ(result.samples[1], 1.0F / 1.5F);
}

TEST(PictureTransform, shrinksTheLongerSideAndSaysSo) {
  Picture source = ramp(872, 1000, 1);
  const Picture result = shrunkToSide(source, 512);
  EXPECT_EQ(result.width, 512);
  EXPECT_EQ(result.height, 446);  // 872 * 512 / 1000 = 446.46
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_EQ(result.notes[0], "averaged from 1000 x 872 to 512 x 446 pixels");
  const Picture thin = shrunkToSide(ramp(1, 300, 1), 10);
  EXPECT_EQ(thin.height, 1);
}

TEST(PictureTransform, leavesWhatFitsAlone) {
  const Picture source = ramp(4, 6, 1);
  const Picture result = shrunkToSide(source, 6);
  EXPECT_EQ(result.samples, source.samples);
  EXPECT_TRUE(result.notes.empty());
}

TEST(PictureTransform, cropsTheRectangle) {
  const Picture source = ramp(5, 6, 3);
  const Picture part = cropped(source, {.x = 2, .y = 1, .width = 3, .height = 2});
  ASSERT_EQ(part.height, 2);
  ASSERT_EQ(part.width, 3);
  for (std::size_t row = 0; row < 2; ++row) {
    for (std::size_t i = 0; i < 9; ++i)
      EXPECT_EQ(part.samples[row * 9 + i], source.samples[(row + 1) * 18 + 6 + i]);
  }
  EXPECT_EQ(part.notes.at(0), "cropped from 6 x 5 to 3 x 2 pixels at (2, 1)");
}

TEST(PictureTransform, refusesACropThatLeavesThePicture) {
  const Picture source = ramp(5, 6, 1);
  const CropSpec wrong[] = {
      {0, 0, 7, 5}, {-1, 0, 2, 2}, {0, 0, 0, 1}, {4, 0, 3, 1}, {2147483647, 0, 2147483647, 1}};
  for (const CropSpec& crop : wrong) {
    expectMessage<ConfigError>([&] { cropped(source, crop); },
                               "do not lie inside the picture of 6 x 5 pixels");
  }
}

TEST(PictureTransform, greyIsRec709Luma) {
  Picture source;
  source.height = 1;
  source.width = 4;
  source.channels = 3;
  source.samples = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0.5F, 0.5F, 0.5F};
  const Picture grey = toGrey(source);
  EXPECT_EQ(grey.channels, 1);
  EXPECT_FLOAT_EQ(grey.samples[0], 0.2126F);
  EXPECT_FLOAT_EQ(grey.samples[1], 0.7152F);
  EXPECT_FLOAT_EQ(grey.samples[2], 0.0722F);
  EXPECT_FLOAT_EQ(grey.samples[3], 0.5F);
  EXPECT_TRUE(toGrey(ramp(2, 2, 1)).notes.empty());
}

}  // namespace
}  // namespace kernelscope
