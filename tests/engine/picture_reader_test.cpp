#include "engine/io/picture_reader.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/expect_message.h"
#include "tests/support/png_bytes.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string_view>

namespace kernelscope {
namespace {

using std::string_view_literals::operator""sv;
using test::expectMessage;
using test::TemporaryFolder;

Picture decode(std::string_view bytes) {
  return decodePicture(std::as_bytes(std::span(bytes)), "p");
}

TEST(PictureReader, readsByContentAndNotByName) {
  const TemporaryFolder folder;
  const test::Bytes png = test::pngBytes({1, 1, 8}, {0, 51});
  writeFileAtomically(folder.file("really-a-png.ppm"), std::as_bytes(std::span(png)));
  EXPECT_FLOAT_EQ(readPicture(folder.file("really-a-png.ppm")).samples.at(0), 0.2F);
}

TEST(PictureReader, tellsWhatIsNotAPicture) {
  const TemporaryFolder folder;
  const auto contentOf = [&](std::string_view content) {
    writeFileAtomically(folder.file("holiday.png"), content);
    readPicture(folder.file("holiday.png"));
  };
  expectMessage<ContentError>([&] { contentOf("Dear diary,\nthis is \xc3\xa4 text"); },
                              "holiday.png: is not a picture: its first bytes are text");
  expectMessage<ContentError>([&] { contentOf(""); }, "is not a picture: it is empty (0 bytes)");
  expectMessage<ContentError>([&] { contentOf("GIF89a\x01\x00"sv); },
                              "is a GIF picture, which cannot be read; PNG, JPEG");
  expectMessage<ContentError>([&] { contentOf("RIFF\x01\x01\x01\x01WEBPVP8 "sv); }, "is a WebP picture");
  expectMessage<ContentError>(
      [&] {
        contentOf(
            "\x7f"
            "ELF\x02\x01\x01\x00\x00"sv);
      },
      "its first bytes are 7f 45 4c 46 02 01 01 00");
  expectMessage<IoError>([&] { readPicture(folder.file("absent.png")); }, "No such file or directory");
  expectMessage<IoError>([&] { readPicture(folder.path()); }, "is a folder");
}

TEST(PnmDecoder, readsTextAndBytesOfBothDepths) {
  EXPECT_EQ(decode("P2 # a comment\n3 1\n# another\n4\n0 2\n4\n").samples, (std::vector<float>{0, 0.5F, 1}));
  EXPECT_EQ(decode("P2 1 1 4 3").samples, std::vector<float>{0.75F});
  const Picture text = decode("P3\n1 2\n10\n0 5 10  10 5 0");
  EXPECT_EQ(text.channels, 3);
  EXPECT_EQ(text.height, 2);
  EXPECT_EQ(text.samples, (std::vector<float>{0, 0.5F, 1, 1, 0.5F, 0}));
  EXPECT_EQ(decode("P5\n2 1\n255\n\x00\xff"sv).samples, (std::vector<float>{0, 1}));
  // A first sample that looks like a blank is still a sample.
  EXPECT_EQ(decode("P5 2 1 32\n\n\x20"sv).samples, (std::vector<float>{10 / 32.0F, 1}));
  EXPECT_EQ(decode("P5\n2 1\n65535\n\x00\x01\xff\xff"sv).samples, (std::vector<float>{1 / 65535.0F, 1}));
  EXPECT_EQ(decode("P6\n1 1\n255\n\xff\x00\x33"sv).samples, (std::vector<float>{1, 0, 0.2F}));
  EXPECT_EQ(decode("P6\n1 1\n1000\n\x03\xe8\x00\x00\x01\xf4"sv).samples, (std::vector<float>{1, 0, 0.5F}));
}

TEST(PnmDecoder, saysWhatIsBroken) {
  expectMessage<ContentError>([] { decode("P5\n2 2\n255\n\x01\x02\x03"sv); },
                              "is a broken PGM: the file ends too early for 2 x 2");
  expectMessage<ContentError>([] { decode("P6 2 x"); }, "is a broken PPM: its height is not a number");
  expectMessage<ContentError>([] { decode("P2 1 1 255 256"); }, "a sample of 256 is above 255");
  expectMessage<ContentError>([] { decode("P5 1 1 0 x"); }, "its largest value is 0");
  expectMessage<ContentError>([] { decode("P5 1 1 70000 xx"); }, "its largest value is 70000");
  expectMessage<ContentError>([] { decode("P5 99999999999999999999 1 255 x"); },
                              "its width has too many digits");
  expectMessage<ContentError>([] { decode("P5 20000 20000 255 x"); }, "is too large: 20000 x 20000");
  expectMessage<ContentError>([] { decode("P5 0 1 255 x"); }, "its size is 0 x 1");
  expectMessage<ContentError>([] { decode("P4 8 1 \xff"); }, "is a PBM picture, which cannot be read");
}

TEST(PnmDecoder, throwsForEveryPrefixOfABinaryFile) {
  const std::string_view whole = "P6\n2 1\n255\n\x01\x02\x03\x04\x05\x06"sv;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_THROW(decode(whole.substr(0, length)), ContentError) << length;
  }
}

}  // namespace
}  // namespace kernelscope
