#pragma once
// Files read whole, within a bound, and files written whole or not at all. Every failure names the file
// and the system's reason.

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kernelscope {

// The content of a file. Throws IoError if it is missing, a folder, or cannot be read; ContentError if it
// is larger than `maximumBytes` (nothing is allocated then).
std::string readTextFile(const std::filesystem::path& file, std::size_t maximumBytes);
std::vector<std::byte> readBinaryFile(const std::filesystem::path& file, std::size_t maximumBytes);

// Makes a folder and its parents; an existing folder is fine. Throws IoError.
void createDirectories(const std::filesystem::path& folder);

// Writes a file piece by piece so that its name shows either the old content or all of the new: a
// temporary file in the same folder, flushed to the disk, then renamed. Without commit() the destructor
// removes the temporary and the old file stays as it was. Everything throws IoError.
class AtomicFileWriter final {
 public:
  explicit AtomicFileWriter(std::filesystem::path file);
  ~AtomicFileWriter();
  AtomicFileWriter(const AtomicFileWriter&) = delete;
  AtomicFileWriter& operator=(const AtomicFileWriter&) = delete;

  void write(std::span<const std::byte> bytes);
  void write(std::string_view text) { write(std::as_bytes(std::span(text))); }

  // Moves the finished file to its name. Call once, last.
  void commit();

 private:
  void writeThrough(std::span<const std::byte> bytes);
  void discard() noexcept;
  [[noreturn]] void fail(const std::string& what, int errorNumber);

  std::filesystem::path file_, temporary_;
  int descriptor_ = -1;
  std::vector<std::byte> buffer_;
};

// One piece: AtomicFileWriter, write, commit. Throws IoError, leaving nothing half-written.
void writeFileAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes);
void writeFileAtomically(const std::filesystem::path& file, std::string_view text);

}  // namespace kernelscope
