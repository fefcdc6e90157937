#include "engine/core/file_io.h"

#include "engine/core/contract.h"
#include "engine/core/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

namespace kernelscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

std::string reason(int errorNumber) {
  return std::generic_category().message(errorNumber);
}

// Closes a descriptor that is only read.
class ReadDescriptor {
 public:
  explicit ReadDescriptor(int descriptor) : descriptor_(descriptor) {}
  ~ReadDescriptor() { ::close(descriptor_); }
  ReadDescriptor(const ReadDescriptor&) = delete;
  ReadDescriptor& operator=(const ReadDescriptor&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

[[noreturn]] void throwTooBig(const fs::path& file, std::size_t maximumBytes) {
  throw ContentError(file, "is larger than the " + std::to_string(maximumBytes) + " bytes allowed here");
}

// Reads until the end of the file; files that grow or that have no size (pipes, /proc) are bounded too.
template <typename Container>
void readWhole(const fs::path& file, std::size_t maximumBytes, Container& content) {
  const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) throw IoError(file, "cannot be opened: " + reason(errno));
  const ReadDescriptor descriptor(opened);
  struct stat status {};
  if (::fstat(descriptor.get(), &status) != 0) throw IoError(file, "cannot be read: " + reason(errno));
  if (S_ISDIR(status.st_mode)) throw IoError(file, "is a folder, but a file is needed");
  const auto stated = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (stated > maximumBytes) throwTooBig(file, maximumBytes);
  std::size_t used = 0;
  content.resize(stated + 1);  // one more than stated, to see the end without growing
  for (;;) {
    const ssize_t count = ::read(descriptor.get(), content.data() + used, content.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw IoError(file, "cannot be read: " + reason(errno));
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
    if (used > maximumBytes) throwTooBig(file, maximumBytes);
    if (used == content.size()) content.resize(used + std::max(used, kBufferBytes));
  }
  content.resize(used);
}

// A name in the folder of `file` that no other writer of this or another process uses.
fs::path temporaryName(const fs::path& file) {
  static std::atomic<unsigned> counter{0};
  const std::string suffix = ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(counter++);
  return file.parent_path() / ("." + file.filename().string() + suffix);
}

}  // namespace

std::string readTextFile(const fs::path& file, std::size_t maximumBytes) {
  std::string text;
  readWhole(file, maximumBytes, text);
  return text;
}

std::vector<std::byte> readBinaryFile(const fs::path& file, std::size_t maximumBytes) {
  std::vector<std::byte> bytes;
  readWhole(file, maximumBytes, bytes);
  return bytes;
}

void createDirectories(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error && !fs::is_directory(folder, error) && !error) {
    error = std::make_error_code(std::errc::not_a_directory);
  }
  if (error) throw IoError(folder, "cannot be made as a folder: " + error.message());
}

AtomicFileWriter::AtomicFileWriter(fs::path file) : file_(std::move(file)) {
  std::error_code error;
  const fs::file_status status = fs::status(file_, error);
  if (fs::is_directory(status)) throw IoError(file_, "cannot be written: a folder has this name");
  // A rename would replace a device or a pipe by a file.
  if (fs::exists(status) && !fs::is_regular_file(status))
    throw IoError(file_, "cannot be written: it is not a file");
  if (fs::is_symlink(fs::symlink_status(file_, error)) && fs::exists(status))
    file_ = fs::canonical(file_, error);
  temporary_ = temporaryName(file_);
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw IoError(file_, "cannot be written: " + reason(errno));
}

AtomicFileWriter::~AtomicFileWriter() {
  discard();
}

void AtomicFileWriter::write(std::span<const std::byte> bytes) {
  KS_EXPECT(descriptor_ >= 0, "a finished or failed file takes no more bytes");
  if (buffer_.size() + bytes.size() > kBufferBytes) writeThrough(std::exchange(buffer_, {}));
  if (bytes.size() > kBufferBytes) {
    writeThrough(bytes);
  } else {
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
  }
}

void AtomicFileWriter::commit() {
  KS_EXPECT(descriptor_ >= 0, "a file is committed once, and not after a failure");
  writeThrough(std::exchange(buffer_, {}));
  if (::fsync(descriptor_) != 0) fail("cannot be flushed to the disk", errno);
  if (::close(std::exchange(descriptor_, -1)) != 0) fail("cannot be written", errno);
  if (::rename(temporary_.c_str(), file_.c_str()) != 0) fail("cannot be put in place", errno);
  temporary_.clear();
}

void AtomicFileWriter::writeThrough(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("cannot be written", errno);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
}

void AtomicFileWriter::discard() noexcept {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
}

void AtomicFileWriter::fail(const std::string& what, int errorNumber) {
  discard();
  throw IoError(file_, what + ": " + reason(errorNumber));
}

void writeFileAtomically(const fs::path& file, std::span<const std::byte> bytes) {
  AtomicFileWriter writer(file);
  writer.write(bytes);
  writer.commit();
}

void writeFileAtomically(const fs::path& file, std::string_view text) {
  writeFileAtomically(file, std::as_bytes(std::span(text)));
}

}  // namespace kernelscope
