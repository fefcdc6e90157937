#include "engine/core/error.h"
#include "engine/io/picture_reader.h"
#include "engine/io/png_writer.h"
#include "tests/support/expect_message.h"
#include "tests/support/png_bytes.h"

#include <gtest/gtest.h>

#include <chrono>

namespace kernelscope {
namespace {

using test::Bytes;
using test::expectMessage;
using test::pngBytes;
using test::PngColour;

Picture decode(const Bytes& bytes) {
  return decodePicture(std::as_bytes(std::span(bytes)), "test.png");
}

void expectSamples(const Picture& picture, const std::vector<float>& wanted) {
  ASSERT_EQ(picture.samples.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i)
    EXPECT_FLOAT_EQ(picture.samples[i], wanted[i]) << "sample " << i;
}

TEST(PngDecoder, readsGreyOfEveryDepth) {
  expectSamples(decode(pngBytes({4, 1, 1}, {0, 0b1010'0000})), {1, 0, 1, 0});
  expectSamples(decode(pngBytes({4, 1, 2}, {0, 0b00'01'10'11})), {0, 1 / 3.0F, 2 / 3.0F, 1});
  expectSamples(decode(pngBytes({3, 1, 4}, {0, 0x0f, 0x50})), {0, 1, 5 / 15.0F});
  expectSamples(decode(pngBytes({2, 2, 8}, {0, 0, 255, 0, 51, 102})), {0, 1, 0.2F, 0.4F});
  const Picture wide = decode(pngBytes({2, 1, 16}, {0, 0x00, 0x01, 0xff, 0xff}));
  EXPECT_EQ(wide.channels, 1);
  expectSamples(wide, {1 / 65535.0F, 1});
}

TEST(PngDecoder, readsRgbAndPalette) {
  const Picture rgb = decode(pngBytes({1, 2, 8, PngColour::Rgb}, {0, 255, 0, 51, 0, 102, 153, 204}));
  EXPECT_EQ(rgb.channels, 3);
  EXPECT_TRUE(rgb.notes.empty());
  expectSamples(rgb, {1, 0, 0.2F, 0.4F, 0.6F, 0.8F});
  expectSamples(decode(pngBytes({1, 1, 16, PngColour::Rgb}, {0, 0, 1, 0, 2, 0, 3})),
                {1 / 65535.0F, 2 / 65535.0F, 3 / 65535.0F});
  const Picture palette =
      decode(pngBytes({2, 1, 4, PngColour::Palette}, {0, 0x10}, {{"PLTE", {255, 0, 0, 0, 0, 255}}}));
  expectSamples(palette, {0, 0, 1, 1, 0, 0});
}

TEST(PngDecoder, compositesAlphaOnWhiteAndSaysSo) {
  const Picture grey = decode(pngBytes({2, 1, 8, PngColour::GreyAlpha}, {0, 0, 51, 102, 255}));
  EXPECT_EQ(grey.channels, 1);
  expectSamples(grey, {0.8F, 0.4F});  // 0.2 * 0 + 0.8 * 1
  EXPECT_EQ(grey.notes, std::vector<std::string>{"alpha composited on white"});
  const Picture rgba = decode(pngBytes({1, 1, 8, PngColour::Rgba}, {0, 255, 0, 51, 0}));
  expectSamples(rgba, {1, 1, 1});
  // A palette entry and a colour can be declared transparent.
  const Picture palette =
      decode(pngBytes({1, 1, 8, PngColour::Palette}, {0, 0}, {{"PLTE", {0, 0, 0}}, {"tRNS", {0}}}));
  expectSamples(palette, {1, 1, 1});
  const Picture keyed = decode(pngBytes({2, 1, 8}, {0, 7, 51}, {{"tRNS", {0, 7}}}));
  expectSamples(keyed, {1, 0.2F});
}

TEST(PngDecoder, saysNothingOfAlphaThatIsOpaque) {
  const Picture opaque = decode(pngBytes({1, 1, 8, PngColour::Rgba}, {0, 255, 0, 51, 255}));
  expectSamples(opaque, {1, 0, 0.2F});
  EXPECT_TRUE(opaque.notes.empty());
}

TEST(PngDecoder, ignoresTheGammaChunk) {
  const Bytes gamma = {0, 1, 0x86, 0xa0};  // 1.0
  expectSamples(decode(pngBytes({2, 1, 8}, {0, 51, 102}, {{"gAMA", gamma}})), {0.2F, 0.4F});
}

TEST(PngDecoder, readsInterlacedPictures) {
  // Adam7 of 2 x 2: pass 1 has (0,0), pass 6 has (0,1), pass 7 has row 1.
  expectSamples(decode(pngBytes({2, 2, 8, PngColour::Grey, true}, {0, 0, 0, 51, 0, 102, 153})),
                {0, 0.2F, 0.4F, 0.6F});
}

TEST(PngDecoder, refusesSizesAboveTheLimitsAtOnce) {
  const auto start = std::chrono::steady_clock::now();
  expectMessage<ContentError>(
      [] {
        decode(pngBytes({20000, 20000, 8, PngColour::Rgb}, {0}));
      },
      "is too large: 20000 x 20000 pixels, and a side may have at most 16384 pixels");
  expectMessage<ContentError>(
      [] {
        decode(pngBytes({16384, 16384, 8}, {0}));
      },
      "16384 x 16384 pixels are 268435456, and at most 134217728 are allowed");
  expectMessage<ContentError>([] { decode(pngBytes({0x7fffffff, 1, 8}, {0})); }, "is too large");
  // Within the limits, but far more than so few bytes can hold.
  expectMessage<ContentError>(
      [] {
        decode(pngBytes({16384, 8192, 16, PngColour::Rgba}, {0}));
      },
      "the file is too short");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

TEST(PngDecoder, throwsForEveryPrefix) {
  const Bytes whole = pngBytes({3, 2, 8, PngColour::Rgb}, Bytes(20, 0));
  ASSERT_EQ(decode(whole).samples.size(), 18U);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Bytes prefix(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_THROW(decode(prefix), ContentError) << length << " bytes";
  }
}

TEST(PngDecoder, neverCrashesOnDamagedBytes) {
  const Bytes whole =
      pngBytes({3, 2, 8, PngColour::Palette}, {0, 0, 1, 0, 0, 1, 1, 0}, {{"PLTE", {1, 2, 3, 4, 5, 6}}});
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const std::uint8_t change : {0x01, 0x80, 0xff}) {
      Bytes damaged = whole;
      damaged[at] ^= change;
      EXPECT_THROW(decode(damaged), ContentError)
          << "byte " << at;  // every byte is under a checksum or the signature
    }
  }
}

TEST(PngDecoder, saysThatABrokenPngIsBroken) {
  Bytes damaged = pngBytes({3, 2, 8}, {0, 1, 2, 3, 0, 4, 5, 6});
  damaged[damaged.size() - 20] ^= 0xff;
  expectMessage<ContentError>([&] { decode(damaged); }, "test.png: is a broken PNG: ");
}

TEST(PngWriter, whatItWritesReadsBack) {
  std::vector<std::uint8_t> samples(5 * 4 * 3);
  for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = static_cast<std::uint8_t>(i * 37);
  for (const int channels : {1, 3}) {
    const auto count = static_cast<std::size_t>(20 * channels);
    const Picture back = decodePicture(encodePng(std::span(samples).first(count), 5, 4, channels), "x");
    EXPECT_EQ(back.height, 5);
    EXPECT_EQ(back.width, 4);
    EXPECT_EQ(back.channels, channels);
    for (std::size_t i = 0; i < count; ++i)
      EXPECT_FLOAT_EQ(back.samples[i], static_cast<float>(samples[i]) / 255.0F);
  }
}

TEST(PngWriter, roundsAndCutsToTheRange) {
  const std::vector<float> samples = {
      -1, 0, 0.5F / 255 + 0.001F, 0.5F, 1, 7, std::numeric_limits<float>::quiet_NaN()};
  EXPECT_EQ(toBytes(samples), (std::vector<std::uint8_t>{0, 0, 1, 128, 255, 255, 0}));
}

TEST(PngWriter, refusesSamplesThatDoNotFit) {
  const std::vector<std::uint8_t> samples(6);
  EXPECT_THROW(encodePng(samples, 2, 2, 1), ShapeError);
  EXPECT_THROW(encodePng(samples, 3, 1, 2), ShapeError);
  EXPECT_THROW(encodePng(samples, 0, 6, 1), ShapeError);
}

}  // namespace
}  // namespace kernelscope
