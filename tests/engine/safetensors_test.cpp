#include "engine/io/safetensors.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/expect_message.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstring>

namespace kernelscope {
namespace {

using test::expectMessage;
using test::TemporaryFolder;

SafetensorsFile someContent() {
  return {{{"b.wide", {2}, std::vector<double>{0.1, -2}},
           {"a.odd", {3, 1}, std::vector<float>{1, 2, 3}},
           {"c.steps", {}, std::vector<std::int64_t>{-7}},
           {"d.empty", {0, 4}, std::vector<float>{}}},
          {{"format", "kernelscope"}, {"step", "300"}}};
}

// A file from a header's text and raw data.
std::string safetensorsFile(const std::string& header, std::string_view data) {
  const std::uint64_t length = header.size();
  std::string file(8, '\0');
  std::memcpy(file.data(), &length, 8);
  return file + header + std::string(data);
}

SafetensorsFile decode(std::string_view bytes) {
  return decodeSafetensors(std::as_bytes(std::span(bytes)), "w.safetensors");
}

std::string encoded(const SafetensorsFile& content) {
  const std::vector<std::byte> bytes = encodeSafetensors(content);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(Safetensors, readsBackWhatItWrites) {
  const TemporaryFolder folder;
  writeSafetensors(someContent(), folder.file("w.safetensors"));
  const SafetensorsFile back = readSafetensors(folder.file("w.safetensors"));
  EXPECT_EQ(back.metadata, someContent().metadata);
  ASSERT_EQ(back.arrays.size(), 4U);
  for (const NamedArray& array : someContent().arrays) {
    ASSERT_NE(findArray(back.arrays, array.name), nullptr) << array.name;
    EXPECT_EQ(*findArray(back.arrays, array.name), array);
  }
}

TEST(Safetensors, laysFilesOutAsTheFormatSays) {
  std::string header = R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
  header.resize(56, ' ');  // data begins at a multiple of 8
  const std::string data("\0\0\x80\x3f\0\0\0\x40", 8);
  EXPECT_EQ(encoded({{{"x", {2}, std::vector<float>{1, 2}}}, {}}), safetensorsFile(header, data));
}

TEST(Safetensors, equalArraysGiveEqualBytesInAnyOrder) {
  SafetensorsFile shuffled = someContent();
  std::swap(shuffled.arrays[0], shuffled.arrays[3]);
  std::swap(shuffled.arrays[1], shuffled.arrays[2]);
  EXPECT_EQ(encoded(shuffled), encoded(someContent()));
}

TEST(Safetensors, everyArrayIsAligned) {
  const std::string file = encoded(someContent());
  std::uint64_t headerLength = 0;
  std::memcpy(&headerLength, file.data(), 8);
  EXPECT_EQ(headerLength % 8, 0U);
  const std::vector<NamedArray> arrays = decode(file).arrays;  // in the order of their data
  std::size_t offset = 0;
  for (const NamedArray& array : arrays) {
    EXPECT_EQ(offset % elementBytes(array.values), 0U) << array.name;
    offset += bytesOf(array.values).size();
  }
}

TEST(Safetensors, refusesNamesThatClash) {
  EXPECT_THROW(encoded({{{"x", {1}, std::vector<float>{1}}, {"x", {1}, std::vector<float>{2}}}, {}}),
               ShapeError);
  EXPECT_THROW(encoded({{{"__metadata__", {1}, std::vector<float>{1}}}, {}}), ShapeError);
  EXPECT_THROW(encoded({{{"x", {2}, std::vector<float>{1}}}, {}}), ShapeError);
}

TEST(Safetensors, refusesBrokenFilesWithTheReason) {
  const auto read = [](const std::string& header, std::string_view data) {
    return [header, data] { decode(safetensorsFile(header, data)); };
  };
  const auto entry = [](const char* type, const char* shape, const char* offsets) {
    return std::string(R"({"x":{"dtype":")") + type + R"(","shape":)" + shape + R"(,"data_offsets":)" +
           offsets + "}}";
  };
  expectMessage<ContentError>([] { decode("1234567"); }, "fewer than 8 bytes");
  expectMessage<ContentError>([] { decode("\xff\xff\xff\xff\xff\xff\xff\x7f{}"); }, "does not fit");
  expectMessage<ContentError>(read("[1]", ""), "not a JSON object");
  expectMessage<ContentError>(read(std::string(100000, '['), ""), "not a JSON object");
  expectMessage<ContentError>(read(R"({"x":1})", ""), "is not described by dtype");
  expectMessage<ContentError>(read(entry("BF16", "[2]", "[0,4]"), "1234"),
                              "has the type BF16; F32, F64 and I64");
  expectMessage<ContentError>(read(entry("F32", "[2]", "[0,4]"), "1234"),
                              "holds 4 bytes, but its shape (2,) needs 8");
  expectMessage<ContentError>(read(entry("F32", "[-1]", "[0,4]"), "1234"), "whole numbers");
  expectMessage<ContentError>(read(entry("F32", "[1.5]", "[0,4]"), "1234"), "whole numbers");
  expectMessage<ContentError>(read(entry("F32", "[1]", "[0,4]"), "123"), "lie outside");
  expectMessage<ContentError>(read(entry("F32", "[1]", "[4,8]"), "12345678"), "leave a gap");
  expectMessage<ContentError>(read(entry("F32", "[1]", "[0,4]"), "12345678"),
                              "4 bytes that belong to no array");
  expectMessage<ContentError>(read(entry("F32", "[1]", "[4,0]"), "1234"),
                              "leave a gap, overlap or lie outside");
  expectMessage<ContentError>(read(entry("F32", "[4294967296,4294967296,4294967296]", "[0,4]"), "1234"),
                              "is larger than");
  expectMessage<ContentError>(read(R"({"__metadata__":{"a":1}})", ""), "metadata that is not text");
  expectMessage<ContentError>(read(R"({"__metadata__":7})", ""), "metadata");
}

TEST(Safetensors, throwsForEveryPrefix) {
  const std::string whole = encoded(someContent());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_THROW(decode(std::string_view(whole).substr(0, length)), ContentError) << length;
  }
}

TEST(Safetensors, neverCrashesOnDamagedBytes) {
  const std::string whole = encoded(someContent());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int change : {0x01, 0x10, 0x80}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      try {
        for (const NamedArray& array : decode(damaged).arrays) EXPECT_NO_THROW(checkShape(array));
      } catch (const ContentError&) {
      }
    }
  }
}

}  // namespace
}  // namespace kernelscope
