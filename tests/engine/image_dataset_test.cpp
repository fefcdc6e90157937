#include "engine/data/image_dataset.h"

#include "engine/core/error.h"
#include "engine/io/picture_reader.h"
#include "engine/io/picture_transform.h"
#include "tests/support/expect_message.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace kernelscope {
namespace {

using test::expectMessage;

Picture grey(int height, int width) {
  Picture picture;
  picture.height = height;
  picture.width = width;
  for (int i = 0; i < height * width; ++i) picture.samples.push_back(static_cast<float>(i) / 1000.0F);
  return picture;
}

ImageSpec splitBy(const std::string& rule, double fraction = 0.5) {
  ImageSpec spec;
  spec.trainPixels = rule;
  spec.fraction = fraction;
  return spec;
}

void expectPartition(const ImageDataset& data) {
  std::set<std::int32_t> all(data.trainPixels().begin(), data.trainPixels().end());
  all.insert(data.heldOutPixels().begin(), data.heldOutPixels().end());
  EXPECT_EQ(static_cast<std::int64_t>(all.size()), data.pixelCount());
  EXPECT_EQ(data.trainPixels().size() + data.heldOutPixels().size(), all.size());
  EXPECT_TRUE(std::is_sorted(data.trainPixels().begin(), data.trainPixels().end()));
  EXPECT_TRUE(std::is_sorted(data.heldOutPixels().begin(), data.heldOutPixels().end()));
}

TEST(ImageDataset, coordinatesAreLinspacesAndTargetsSpanMinusOneToOne) {
  Picture picture = grey(2, 3);
  picture.samples = {0, 0.5F, 1, 0.25F, 0, 1};
  const ImageDataset data(picture, splitBy("all"), 7);
  EXPECT_EQ(data.coordinates(), (std::vector<float>{-1, -1, 0, -1, 1, -1, -1, 1, 0, 1, 1, 1}));
  EXPECT_EQ(data.targets(), (std::vector<float>{-1, 0, 1, -0.5F, -1, 1}));
  EXPECT_EQ(pixelCoordinate(0, 1), 0);
  EXPECT_DOUBLE_EQ(pixelCoordinate(1, 4), -1 + 2.0 / 3);
}

TEST(ImageDataset, everyOtherKeepsEvenRowsAndColumns) {
  const ImageDataset data(grey(128, 128), splitBy("every-other"), 7);
  EXPECT_EQ(data.trainPixels().size(), 64U * 64U);
  expectPartition(data);
  for (const std::int32_t pixel : data.trainPixels()) {
    EXPECT_TRUE(pixel / 128 % 2 == 0 && pixel % 128 % 2 == 0) << pixel;
  }
}

TEST(ImageDataset, checkerboardTakesEverySecondPixel) {
  const ImageDataset data(grey(3, 3), splitBy("checkerboard"), 7);
  EXPECT_EQ(data.trainPixels(), (std::vector<std::int32_t>{0, 2, 4, 6, 8}));
  expectPartition(data);
}

TEST(ImageDataset, allHoldsNothingOut) {
  const ImageDataset data(grey(3, 4), splitBy("all"), 7);
  EXPECT_EQ(data.trainPixels().size(), 12U);
  EXPECT_TRUE(data.heldOutPixels().empty());
}

TEST(ImageDataset, aFractionIsDrawnBySeed) {
  const ImageDataset data(grey(40, 50), splitBy("fraction", 0.3), 7),
      same(grey(40, 50), splitBy("fraction", 0.3), 7), other(grey(40, 50), splitBy("fraction", 0.3), 8);
  EXPECT_EQ(data.trainPixels().size(), 600U);
  expectPartition(data);
  EXPECT_EQ(data.trainPixels(), same.trainPixels());
  EXPECT_NE(data.trainPixels(), other.trainPixels());
  // Half of the picture gets about half of them: hypergeometric, standard deviation 10.2; 5 of these.
  const auto upper =
      std::count_if(data.trainPixels().begin(), data.trainPixels().end(), [](int p) { return p < 1000; });
  EXPECT_NEAR(static_cast<double>(upper), 300, 51);
}

TEST(ImageDataset, refusesSplitsThatLeaveNothing) {
  expectMessage<ConfigError>([] { ImageDataset(grey(1, 1), splitBy("all"), 7); },
                             "nothing to hold out; at least 2 pixels");
  expectMessage<ConfigError>([] { ImageDataset(grey(1, 1), splitBy("every-other"), 7); }, "/image/source");
  expectMessage<ConfigError>([] { ImageDataset(grey(2, 2), splitBy("fraction", 1.0), 7); },
                             "leaves nothing to hold out");
  expectMessage<ConfigError>([] { ImageDataset(grey(2, 2), splitBy("fraction", 0.1), 7); },
                             "leaves none to train on");
  expectMessage<ConfigError>([] { ImageDataset(grey(2, 2), splitBy("some"), 7); }, "\"some\" is not known");
}

TEST(ImageDataset, thinPicturesSplitToo) {
  for (const char* rule : {"every-other", "checkerboard", "fraction"}) {
    const ImageDataset data(grey(1, 2), splitBy(rule), 7);
    EXPECT_EQ(data.trainPixels().size(), 1U) << rule;
    EXPECT_EQ(data.heldOutPixels().size(), 1U) << rule;
  }
}

// resources/examples/README.md: camera_128 is the mean of each 4 x 4 block of camera, rounded half up.
TEST(ImageDataset, shippedPicturesReadAndAverageAsTheirNotesSay) {
  const std::filesystem::path examples =
      std::filesystem::path(KERNELSCOPE_SOURCE_DIR) / "resources" / "examples";
  const Picture large = shrunkToSide(readPicture(examples / "camera.png"), 128);
  const Picture small = readPicture(examples / "camera_128.png");
  ASSERT_EQ(large.samples.size(), small.samples.size());
  for (std::size_t i = 0; i < small.samples.size(); ++i) {
    EXPECT_NEAR(large.samples[i] * 255, small.samples[i] * 255, 0.5001) << i;
  }
  for (const auto& entry : std::filesystem::directory_iterator(examples)) {
    if (entry.path().extension() != ".png") continue;
    EXPECT_GT(readPicture(entry.path()).samples.size(), 0U) << entry.path();
  }
}

}  // namespace
}  // namespace kernelscope
