#include "engine/core/file_io.h"

#include "engine/core/contract.h"
#include "engine/core/error.h"
#include "tests/support/expect_message.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace kernelscope {
namespace {

using test::expectMessage;
using test::TemporaryFolder;

TEST(FileIo, readsBackWhatWasWritten) {
  const TemporaryFolder folder;
  const std::string text("zero \0 and bytes \xff", 18);
  writeFileAtomically(folder.file("a"), text);
  EXPECT_EQ(readTextFile(folder.file("a"), 18), text);
  EXPECT_EQ(readBinaryFile(folder.file("a"), 100).size(), 18U);
  EXPECT_EQ(folder.entryCount(), 1U);
}

TEST(FileIo, readsAnEmptyFile) {
  const TemporaryFolder folder;
  writeFileAtomically(folder.file("empty"), std::string_view());
  EXPECT_EQ(readTextFile(folder.file("empty"), 0), "");
}

TEST(FileIo, readsFilesThatStateNoSize) {
  EXPECT_FALSE(readTextFile("/proc/self/status", 1 << 20).empty());
}

TEST(FileIo, refusesFilesAboveTheBound) {
  const TemporaryFolder folder;
  writeFileAtomically(folder.file("a"), "12345");
  expectMessage<ContentError>([&] { readTextFile(folder.file("a"), 4); }, "larger than the 4 bytes");
  expectMessage<ContentError>([&] { readTextFile("/dev/zero", 1000); }, "larger than the 1000 bytes");
}

TEST(FileIo, namesAMissingFileAndAFolder) {
  const TemporaryFolder folder;
  expectMessage<IoError>([&] { readTextFile(folder.file("absent.json"), 10); },
                         "absent.json: cannot be opened: No such file");
  expectMessage<IoError>([&] { readBinaryFile(folder.path(), 10); }, "is a folder");
}

TEST(FileIo, replacesAFileOnlyWhenCommitted) {
  const TemporaryFolder folder;
  writeFileAtomically(folder.file("a"), "old");
  {
    AtomicFileWriter writer(folder.file("a"));
    writer.write("half of the new");
    EXPECT_EQ(readTextFile(folder.file("a"), 100), "old");
  }
  EXPECT_EQ(readTextFile(folder.file("a"), 100), "old");
  EXPECT_EQ(folder.entryCount(), 1U) << "the temporary file must be gone";
  AtomicFileWriter writer(folder.file("a"));
  writer.write("new ");
  writer.write(std::string(200000, 'x'));
  writer.commit();
  EXPECT_EQ(readTextFile(folder.file("a"), 1 << 20), "new " + std::string(200000, 'x'));
  EXPECT_EQ(folder.entryCount(), 1U);
  EXPECT_THROW(writer.write("more"), BrokenContract);
}

TEST(FileIo, writesThroughASymbolicLink) {
  const TemporaryFolder folder;
  writeFileAtomically(folder.file("real"), "old");
  std::filesystem::create_symlink("real", folder.file("link"));
  writeFileAtomically(folder.file("link"), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(folder.file("link")));
  EXPECT_EQ(readTextFile(folder.file("real"), 100), "new");
}

TEST(FileIo, refusesToReplaceFoldersAndDevices) {
  const TemporaryFolder folder;
  expectMessage<IoError>([&] { writeFileAtomically(folder.path(), "x"); }, "a folder has this name");
  expectMessage<IoError>([&] { writeFileAtomically("/dev/full", "x"); }, "it is not a file");
  ASSERT_EQ(mkfifo(folder.file("pipe").c_str(), 0600), 0);
  expectMessage<IoError>([&] { writeFileAtomically(folder.file("pipe"), "x"); }, "it is not a file");
}

TEST(FileIo, namesAFolderThatIsMissingOrTakesNoFiles) {
  const TemporaryFolder folder;
  expectMessage<IoError>([&] { writeFileAtomically(folder.file("no/such/a"), "x"); },
                         "No such file or directory");
  // /proc refuses new files even to root, whom permissions do not bind.
  expectMessage<IoError>([&] { writeFileAtomically("/proc/kernelscope-test", "x"); },
                         "/proc/kernelscope-test: cannot be written");
}

TEST(FileIo, namesAFolderWithoutWritePermission) {
  if (geteuid() == 0) GTEST_SKIP() << "permissions do not bind root";
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  expectMessage<IoError>([&] { writeFileAtomically(folder.file("a"), "x"); }, "Permission denied");
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}

TEST(FileIo, makesFoldersAndNamesWhatIsInTheWay) {
  const TemporaryFolder folder;
  createDirectories(folder.file("a/b/c"));
  createDirectories(folder.file("a/b/c"));
  EXPECT_TRUE(std::filesystem::is_directory(folder.file("a/b/c")));
  writeFileAtomically(folder.file("file"), "x");
  expectMessage<IoError>([&] { createDirectories(folder.file("file")); }, "Not a directory");
  expectMessage<IoError>([&] { createDirectories(folder.file("file/below")); }, "Not a directory");
}

// The limit on file size makes write() fail part of the way, on any file system and without rights.
TEST(FileIo, leavesTheOldFileWhenAWriteFailsHalfway) {
  const TemporaryFolder folder;
  writeFileAtomically(folder.file("a"), "old");
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{100000, before.rlim_max};
  const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  expectMessage<IoError>([&] { writeFileAtomically(folder.file("a"), std::string(300000, 'x')); },
                         "File too large");
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, oldHandler);
  EXPECT_EQ(readTextFile(folder.file("a"), 100), "old");
  EXPECT_EQ(folder.entryCount(), 1U);
}

TEST(FileIo, saysThatTheDiskIsFullAndLeavesNothing) {
  const TemporaryFolder folder;
  const std::filesystem::path disk = folder.file("disk");
  createDirectories(disk);
  if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64k") != 0)
    GTEST_SKIP() << "no right to mount a small tmpfs";
  writeFileAtomically(disk / "kept", "old");
  expectMessage<IoError>([&] { writeFileAtomically(disk / "kept", std::string(500000, 'x')); },
                         "No space left on device");
  EXPECT_EQ(readTextFile(disk / "kept", 100), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(disk), std::filesystem::directory_iterator()),
            1);
  umount(disk.c_str());
}

}  // namespace
}  // namespace kernelscope
