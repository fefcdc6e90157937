#include "engine/core/error.h"
#include "engine/data/image_dataset.h"
#include "engine/io/png_writer.h"
#include "tests/support/expect_message.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace kernelscope {
namespace {

using test::expectMessage;
using test::TemporaryFolder;

// A 40 x 20 RGB picture: red rises along x, green along y.
void writeSample(const std::filesystem::path& file) {
  Picture picture;
  picture.height = 20;
  picture.width = 40;
  picture.channels = 3;
  for (int y = 0; y < 20; ++y) {
    for (int x = 0; x < 40; ++x) {
      picture.samples.insert(picture.samples.end(),
                             {static_cast<float>(6 * x) / 255.0F, static_cast<float>(12 * y) / 255.0F, 0.0F});
    }
  }
  writePng(picture, file);
}

TEST(ImageDatasetLoader, cropsThenMakesGreyThenShrinks) {
  const TemporaryFolder folder;
  writeSample(folder.file("sample.png"));
  ExperimentConfig config;
  config.baseDirectory = folder.path();
  config.image.source = "sample.png";
  config.image.crop = CropSpec{.x = 8, .y = 4, .width = 32, .height = 16};
  config.image.channels = "grey";
  config.image.maximumSide = 16;
  const auto data = loadImageDataset(config);
  EXPECT_EQ(data->width(), 16);
  EXPECT_EQ(data->height(), 8);
  EXPECT_EQ(data->channels(), 1);
  EXPECT_EQ(data->notes(), (std::vector<std::string>{"cropped from 40 x 20 to 32 x 16 pixels at (8, 4)",
                                                     "made grey (Rec. 709 luma)",
                                                     "averaged from 32 x 16 to 16 x 8 pixels"}));
  // The first pixel averages x = 8, 9 and y = 4, 5: red 51, green 54 of 255.
  EXPECT_NEAR(data->targets()[0], 2 * (0.2126 * 51 + 0.7152 * 54) / 255 - 1, 1e-6);
  EXPECT_EQ(data->trainPixels().size(), 8U * 4U);
}

TEST(ImageDatasetLoader, readsTheShippedPictures) {
  ExperimentConfig config;
  config.image.source = "builtin:camera_128";
  const auto data = loadImageDataset(config);
  EXPECT_EQ(data->pixelCount(), 128 * 128);
  EXPECT_EQ(data->trainPixels().size(), 64U * 64U);
  EXPECT_TRUE(data->notes().empty());
}

TEST(ImageDatasetLoader, saysWhatIsWrongWithTheSource) {
  const TemporaryFolder folder;
  ExperimentConfig config;
  config.baseDirectory = folder.path();
  config.image.source = "absent.png";
  expectMessage<IoError>([&] { loadImageDataset(config); }, "absent.png: cannot be opened: No such file");
  config.image.source = "builtin:camera_129";
  EXPECT_THROW(loadImageDataset(config), ConfigError);
  writeSample(folder.file("sample.png"));
  config.image.source = "sample.png";
  config.image.crop = CropSpec{.x = 30, .y = 0, .width = 11, .height = 5};
  EXPECT_THROW(loadImageDataset(config), ConfigError);
  config.image.crop = CropSpec{.x = 30, .y = 0, .width = 1, .height = 1};
  expectMessage<ConfigError>([&] { loadImageDataset(config); }, "nothing to hold out");
}

}  // namespace
}  // namespace kernelscope
