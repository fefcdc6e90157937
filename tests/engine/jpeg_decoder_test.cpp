#include "engine/core/error.h"
#include "engine/io/picture_decoders.h"
#include "engine/io/picture_reader.h"
#include "tests/support/expect_message.h"
#include "tests/support/jpeg_bytes.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {
namespace {

using test::expectMessage;
using test::jpegBytes;
using test::JpegOptions;
using Bytes = std::vector<std::uint8_t>;

Picture decode(const Bytes& bytes) {
  return decodePicture(std::as_bytes(std::span(bytes)), "test.jpg");
}

// A smooth picture: at quality 100 every sample comes back within 2 of 255.
Bytes smooth(int height, int width, int channels) {
  Bytes samples;
  for (int row = 0; row < height; ++row) {
    for (int column = 0; column < width; ++column) {
      for (int c = 0; c < channels; ++c)
        samples.push_back(static_cast<std::uint8_t>(10 + 5 * row + 3 * column + 40 * c));
    }
  }
  return samples;
}

void expectNear(const Picture& picture, const Bytes& wanted) {
  ASSERT_EQ(picture.samples.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i)
    EXPECT_NEAR(picture.samples[i] * 255.0F, wanted[i], 2.01) << i;
}

TEST(JpegDecoder, readsGreyAndRgbBaselineAndProgressive) {
  for (const bool progressive : {false, true}) {
    const Picture grey = decode(jpegBytes(smooth(9, 17, 1), 9, 17, {.progressive = progressive, .exif = {}}));
    EXPECT_EQ(grey.height, 9);
    EXPECT_EQ(grey.width, 17);
    EXPECT_EQ(grey.channels, 1);
    expectNear(grey, smooth(9, 17, 1));
    const JpegOptions colour{.colour = JCS_RGB, .channels = 3, .progressive = progressive, .exif = {}};
    const Picture rgb = decode(jpegBytes(smooth(9, 17, 3), 9, 17, colour));
    EXPECT_EQ(rgb.channels, 3);
    EXPECT_TRUE(rgb.notes.empty());
    expectNear(rgb, smooth(9, 17, 3));
  }
}

TEST(JpegDecoder, turnsCmykIntoRgbAndSaysSo) {
  Bytes ink;  // complements, as Adobe's programs store them: no cyan, half magenta, full yellow, no black
  for (int i = 0; i < 64; ++i) ink.insert(ink.end(), {255, 128, 0, 255});
  JpegOptions options{.colour = JCS_CMYK, .channels = 4, .exif = {}};
  const Picture adobe = decode(jpegBytes(ink, 8, 8, options));
  EXPECT_EQ(adobe.channels, 3);
  EXPECT_NEAR(adobe.samples[0], 1.0, 0.01);
  EXPECT_NEAR(adobe.samples[1], 0.5, 0.01);
  EXPECT_NEAR(adobe.samples[2], 0.0, 0.01);
  EXPECT_EQ(adobe.notes.at(0), "CMYK converted to RGB without a colour profile");
  for (std::uint8_t& value : ink) value = static_cast<std::uint8_t>(255 - value);
  options.adobeMarker = false;
  const Picture plain = decode(jpegBytes(ink, 8, 8, options));
  EXPECT_NEAR(plain.samples[0], 1.0, 0.01);
  EXPECT_NEAR(plain.samples[1], 0.5, 0.01);
  EXPECT_NEAR(plain.samples[2], 0.0, 0.01);
}

// EXIF with one directory entry: orientation, a 16-bit number.
Bytes exifBlock(bool bigEndian, std::uint8_t orientation) {
  if (bigEndian) {
    return {'E', 'x',  'i', 'f', 0, 0, 'M', 'M', 0, 42,          0, 0, 0, 8, 0, 1,
            1,   0x12, 0,   3,   0, 0, 0,   1,   0, orientation, 0, 0, 0, 0, 0, 0};
  }
  return {'E',  'x', 'i', 'f', 0, 0, 'I', 'I', 42,          0, 8, 0, 0, 0, 1, 0,
          0x12, 1,   3,   0,   1, 0, 0,   0,   orientation, 0, 0, 0, 0, 0, 0, 0};
}

TEST(JpegDecoder, turnsPicturesUprightByTheirExifOrientation) {
  // Dark on the left half as stored; orientation 6 puts the stored left side at the top.
  Bytes samples;
  for (int i = 0; i < 16 * 32; ++i) samples.push_back(i % 32 < 16 ? 0 : 255);
  const Picture upright = decode(jpegBytes(samples, 16, 32, {.exif = exifBlock(true, 6)}));
  EXPECT_EQ(upright.height, 32);
  EXPECT_EQ(upright.width, 16);
  EXPECT_NEAR(upright.samples[0], 0, 0.02);
  EXPECT_NEAR(upright.samples[15], 0, 0.02);
  EXPECT_NEAR(upright.samples[31 * 16], 1, 0.02);
  EXPECT_EQ(upright.notes.at(0), "turned upright, as its EXIF orientation says");
}

TEST(ExifOrientation, isFoundInBothByteOrdersAndSafeWhenBroken) {
  for (std::uint8_t orientation = 1; orientation <= 8; ++orientation) {
    for (const bool bigEndian : {false, true}) {
      const Bytes block = exifBlock(bigEndian, orientation);
      EXPECT_EQ(exifOrientation(std::as_bytes(std::span(block))), orientation);
    }
  }
  const Bytes unknown = exifBlock(true, 9);
  EXPECT_EQ(exifOrientation(std::as_bytes(std::span(unknown))), 1);
  Bytes far = exifBlock(true, 6);
  far[10] = far[11] = 0xff;  // the directory lies beyond the end
  EXPECT_EQ(exifOrientation(std::as_bytes(std::span(far))), 1);
  const Bytes whole = exifBlock(true, 6);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const int orientation = exifOrientation(std::as_bytes(std::span(whole).first(length)));
    EXPECT_TRUE(orientation == 1 || orientation == 6);
  }
}

// EXIF 2.3, table of tag 0x0112: which side of the upright picture the stored row 0 and column 0 are.
TEST(ExifOrientation, turnsAsTheStandardSays) {
  Picture stored;     // a b c
  stored.height = 2;  // d e f
  stored.width = 3;
  stored.samples = {1, 2, 3, 4, 5, 6};
  const std::vector<std::vector<float>> wanted = {{1, 2, 3, 4, 5, 6}, {3, 2, 1, 6, 5, 4}, {6, 5, 4, 3, 2, 1},
                                                  {4, 5, 6, 1, 2, 3}, {1, 4, 2, 5, 3, 6}, {4, 1, 5, 2, 6, 3},
                                                  {6, 3, 5, 2, 4, 1}, {3, 6, 2, 5, 1, 4}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const Picture upright = turnedUpright(stored, orientation);
    EXPECT_EQ(upright.samples, wanted[static_cast<std::size_t>(orientation - 1)]) << orientation;
    EXPECT_EQ(upright.width, orientation >= 5 ? 2 : 3);
  }
}

TEST(JpegDecoder, throwsForEveryPrefix) {
  for (const bool progressive : {false, true}) {
    const Bytes whole = jpegBytes(smooth(16, 16, 1), 16, 16, {.progressive = progressive, .exif = {}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const Bytes prefix(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
      EXPECT_THROW(decode(prefix), ContentError) << length << " of " << whole.size() << " bytes";
    }
  }
}

TEST(JpegDecoder, neverCrashesOnDamagedBytes) {
  const Bytes whole = jpegBytes(smooth(16, 16, 3), 16, 16, {.colour = JCS_RGB, .channels = 3, .exif = {}});
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const std::uint8_t change : {0x01, 0x10, 0xff}) {
      Bytes damaged = whole;
      damaged[at] ^= change;
      try {
        const Picture picture = decode(damaged);
        EXPECT_EQ(picture.samples.size(), static_cast<std::size_t>(picture.height) *
                                              static_cast<std::size_t>(picture.width) *
                                              static_cast<std::size_t>(picture.channels));
      } catch (const ContentError&) {  // the expected answer
      }
    }
  }
}

TEST(JpegDecoder, refusesSizesAboveTheLimits) {
  Bytes huge = jpegBytes(smooth(8, 8, 1), 8, 8, {.exif = {}});
  for (std::size_t at = 0; at + 8 < huge.size(); ++at) {
    if (huge[at] != 0xff || huge[at + 1] != 0xc0) continue;  // start of frame: height and width follow
    huge[at + 5] = huge[at + 7] = 20000 >> 8;
    huge[at + 6] = huge[at + 8] = 20000 & 0xff;
    break;
  }
  expectMessage<ContentError>([&] { decode(huge); },
                              "20000 x 20000 pixels, and a side may have at most 16384");
}

TEST(JpegDecoder, saysThatABrokenJpegIsBroken) {
  Bytes cut = jpegBytes(smooth(16, 16, 1), 16, 16, {.exif = {}});
  cut.resize(cut.size() / 2);
  expectMessage<ContentError>([&] { decode(cut); }, "test.jpg: is a broken JPEG: ");
}

}  // namespace
}  // namespace kernelscope
