#include "engine/io/npy.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/io/npy_header.h"
#include "tests/support/expect_message.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstring>
#include <limits>

namespace kernelscope {
namespace {

using test::expectMessage;
using test::TemporaryFolder;

// A version 1.0 file as NumPy lays it out, from a header and raw data.
std::string npyFile(std::string header, std::string_view data) {
  while ((10 + header.size() + 1) % 64 != 0) header += ' ';
  header += '\n';
  std::string file("\x93NUMPY\x01\x00", 8);
  file += static_cast<char>(header.size() & 0xff);
  file += static_cast<char>(header.size() >> 8);
  return file + header + std::string(data);
}

template <typename T>
std::string raw(std::initializer_list<T> values) {
  std::string bytes(values.size() * sizeof(T), '\0');
  std::memcpy(bytes.data(), values.begin(), bytes.size());
  return bytes;
}

NamedArray decode(std::string_view bytes) {
  return decodeNpy(std::as_bytes(std::span(bytes)), "x.npy", "the array");
}

TEST(Npy, writesTheBytesThatNumpyWrites) {
  const NamedArray array{"x", {2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6}};
  const std::string wanted =
      npyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", raw<float>({1, 2, 3, 4, 5, 6}));
  const std::vector<std::byte> bytes = encodeNpy(array);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()), wanted);
}

TEST(Npy, readsBackEveryKindItWrites) {
  const TemporaryFolder folder;
  const std::vector<NamedArray> arrays = {
      {"floats", {2, 2}, std::vector<float>{1.5F, -0.0F, 1e-45F, 3e38F}},
      {"doubles", {3}, std::vector<double>{0.1, -1e308, 5e-324}},
      {"integers", {1, 2, 1}, std::vector<std::int64_t>{std::numeric_limits<std::int64_t>::min(), 7}},
      {"scalar", {}, std::vector<double>{2.5}},
      {"empty", {0, 3}, std::vector<float>{}},
  };
  for (const NamedArray& array : arrays) {
    const auto file = folder.file(array.name + ".npy");
    writeNpy(array, file);
    EXPECT_EQ(readNpy(file), array) << array.name;
  }
}

TEST(Npy, readsIntegersOfEveryWidth) {
  const auto read = [](const std::string& descr, const std::string& data, int count) {
    return std::get<std::vector<std::int64_t>>(
        decode(npyFile("{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" +
                           std::to_string(count) + ",), }",
                       data))
            .values);
  };
  using Values = std::vector<std::int64_t>;
  EXPECT_EQ(read("|i1", raw<std::int8_t>({-128, 127}), 2), (Values{-128, 127}));
  EXPECT_EQ(read("|u1", raw<std::uint8_t>({0, 255}), 2), (Values{0, 255}));
  EXPECT_EQ(read("<i2", raw<std::int16_t>({-32768, 5}), 2), (Values{-32768, 5}));
  EXPECT_EQ(read("<u2", raw<std::uint16_t>({65535}), 1), (Values{65535}));
  EXPECT_EQ(read("<i4", raw<std::int32_t>({-2147483647}), 1), (Values{-2147483647}));
  EXPECT_EQ(read("<u4", raw<std::uint32_t>({4294967295U}), 1), (Values{4294967295}));
  EXPECT_EQ(read("|b1", raw<std::uint8_t>({1, 0, 1}), 3), (Values{1, 0, 1}));
}

TEST(Npy, turnsFortranOrderIntoRowMajor) {
  // [[1, 2, 3], [4, 5, 6]] column by column.
  const NamedArray array = decode(
      npyFile("{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }", raw<double>({1, 4, 2, 5, 3, 6})));
  EXPECT_EQ(std::get<std::vector<double>>(array.values), (std::vector<double>{1, 2, 3, 4, 5, 6}));
  // Three axes: element (i, j, k) of value 100 i + 10 j + k, first axis fastest.
  std::string data;
  for (int k = 0; k < 2; ++k) {
    for (int j = 0; j < 3; ++j) {
      for (int i = 0; i < 2; ++i) data += raw<double>({100.0 * i + 10.0 * j + k});
    }
  }
  const NamedArray cube =
      decode(npyFile("{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3, 2), }", data));
  EXPECT_EQ(std::get<std::vector<double>>(cube.values),
            (std::vector<double>{0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121}));
}

TEST(Npy, understandsKeysInAnyOrderAndBothQuotes) {
  const auto header = parseNpyHeader("{\"shape\": (4,), \"fortran_order\":False,'descr':'<f4'}  \n");
  ASSERT_TRUE(header.has_value());
  EXPECT_EQ(header->shape, std::vector<std::int64_t>{4});
  EXPECT_EQ(header->descr, "<f4");
}

TEST(Npy, refusesHeadersThatAreNotUnderstood) {
  const char* broken[] = {"",
                          "{",
                          "{}",
                          "{'descr': '<f4', 'fortran_order': False}",
                          "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': 1}",
                          "{'descr': '<f4', 'fortran_order': Maybe, 'shape': (2,)}",
                          "{'descr': '<f4', 'fortran_order': False, 'shape': (2}",
                          "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
                          "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}",
                          "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} rest"};
  for (const char* text : broken) EXPECT_FALSE(parseNpyHeader(text).has_value()) << text;
}

TEST(Npy, refusesTypesThatCannotBeRead) {
  const auto read = [](const std::string& descr) {
    return [descr] {
      decode(npyFile("{'descr': " + descr + ", 'fortran_order': False, 'shape': (1,), }", "12345678"));
    };
  };
  expectMessage<ContentError>(read("'|O'"), "object arrays are refused");
  expectMessage<ContentError>(read("'>f8'"), "big-endian");
  expectMessage<ContentError>(read("'<f2'"), "only float32, float64");
  expectMessage<ContentError>(read("[('a', '<f4'), ('b', '<f4')]"), "only float32, float64");
}

TEST(Npy, comparesTheShapeWithTheLengthBeforeAllocating) {
  const auto read = [](const std::string& shape) {
    return [shape] {
      decode(npyFile("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }", "12345678"));
    };
  };
  expectMessage<ContentError>(read("(2,)"), "holds 8 bytes of numbers, but its shape (2,) needs 16");
  expectMessage<ContentError>(read("(1000000000000,)"), "needs 8000000000000");
  expectMessage<ContentError>(read("(4294967296, 4294967296, 4294967296)"), "is larger than");
  expectMessage<ContentError>(read("(-1, -1)"), "has a side of -1");
  expectMessage<ContentError>(read("(0,)"), "holds 8 bytes of numbers");
}

TEST(Npy, throwsForEveryPrefix) {
  const std::string whole =
      npyFile("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", raw<double>({1, 2}));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_THROW(decode(std::string_view(whole).substr(0, length)), ContentError) << length;
  }
}

TEST(Npy, refusesToWriteAShapeThatDoesNotFit) {
  expectMessage<ShapeError>(
      [] {
        encodeNpy({"w", {2, 2}, std::vector<float>{1, 2, 3}});
      },
      "array \"w\": 3 values do not have the shape (2, 2)");
}

}  // namespace
}  // namespace kernelscope
