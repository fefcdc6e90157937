#include "engine/io/npz.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/expect_message.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace kernelscope {
namespace {

using test::expectMessage;
using test::TemporaryFolder;

std::vector<NamedArray> someArrays() {
  std::vector<float> zeros(5000, 0.0F);
  return {{"A/value", {2, 2}, std::vector<float>{1, 2, 3, 4}},
          {"steps", {2}, std::vector<std::int64_t>{1, 2}},
          {"zeros", {50, 100}, zeros},
          {"empty", {0}, std::vector<double>{}}};
}

std::vector<NamedArray> decode(std::string_view bytes) {
  return decodeNpz(std::as_bytes(std::span(bytes)), "a.npz");
}

TEST(Npz, readsBackStoredAndDeflatedArrays) {
  const TemporaryFolder folder;
  writeNpz(someArrays(), folder.file("stored.npz"));
  writeNpz(someArrays(), folder.file("deflated.npz"), NpzCompression::Deflated);
  EXPECT_EQ(readNpz(folder.file("stored.npz")), someArrays());
  EXPECT_EQ(readNpz(folder.file("deflated.npz")), someArrays());
  EXPECT_LT(file_size(folder.file("deflated.npz")), file_size(folder.file("stored.npz")) / 4);
  EXPECT_EQ(folder.entryCount(), 2U);
}

TEST(Npz, equalArraysGiveEqualBytes) {
  const TemporaryFolder folder;
  writeNpz(someArrays(), folder.file("a.npz"));
  writeNpz(someArrays(), folder.file("b.npz"));
  EXPECT_EQ(readTextFile(folder.file("a.npz"), 1 << 20), readTextFile(folder.file("b.npz"), 1 << 20));
}

TEST(Npz, anArchiveWithoutArraysIsFine) {
  const TemporaryFolder folder;
  writeNpz({}, folder.file("none.npz"));
  EXPECT_TRUE(readNpz(folder.file("none.npz")).empty());
}

TEST(Npz, refusesTwoArraysOfOneNameAndWrongShapes) {
  const TemporaryFolder folder;
  const std::vector<NamedArray> twice = {{"x", {1}, std::vector<float>{1}},
                                         {"x", {1}, std::vector<float>{2}}};
  expectMessage<ShapeError>([&] { writeNpz(twice, folder.file("a.npz")); }, "two arrays are named \"x\"");
  const std::vector<NamedArray> wrong = {{"x", {2}, std::vector<float>{1}}};
  EXPECT_THROW(writeNpz(wrong, folder.file("a.npz")), ShapeError);
  EXPECT_EQ(folder.entryCount(), 0U);
}

TEST(Npz, namesThePlaceThatCannotBeWritten) {
  const TemporaryFolder folder;
  expectMessage<IoError>([&] { writeNpz(someArrays(), folder.file("no/a.npz")); },
                         "a.npz: cannot be written: No such file");
}

TEST(Npz, boundsTheUnpackedSizeBeforeAllocating) {
  const TemporaryFolder folder;
  writeNpz(someArrays(), folder.file("a.npz"), NpzCompression::Deflated);  // about 1 KiB, unpacks to 20 KiB
  expectMessage<ContentError>([&] { readNpz(folder.file("a.npz"), 10000); },
                              "entry zeros.npy unpacks to 20128 bytes");
}

TEST(Npz, refusesWhatIsNotAnArchive) {
  const TemporaryFolder folder;
  writeFileAtomically(folder.file("a.npz"), "not a zip");
  expectMessage<ContentError>([&] { readNpz(folder.file("a.npz")); }, "is not a readable zip archive");
  expectMessage<IoError>([&] { readNpz(folder.file("b.npz")); }, "No such file");
}

TEST(Npz, throwsForEveryPrefixAndNoticesDamagedNumbers) {
  const TemporaryFolder folder;
  const std::vector<NamedArray> one = {{"x", {4}, std::vector<float>{1, 2, 3, 4}}};
  for (const NpzCompression compression : {NpzCompression::Stored, NpzCompression::Deflated}) {
    writeNpz(one, folder.file("a.npz"), compression);
    const std::string whole = readTextFile(folder.file("a.npz"), 1 << 20);
    for (std::size_t length = 0; length < whole.size(); ++length) {
      EXPECT_THROW(decode(std::string_view(whole).substr(0, length)), ContentError) << length;
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
      try {  // names, dates and versions of the archive are under no checksum; numbers are
        for (const NamedArray& array : decode(damaged)) EXPECT_EQ(array.values, one[0].values) << at;
      } catch (const ContentError&) {
      }
    }
  }
}

}  // namespace
}  // namespace kernelscope
