#include "engine/io/npz.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/io/npy.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <memory>
#include <set>

namespace kernelscope {

namespace {

constexpr std::string_view kExtension = ".npy";
constexpr zip_int64_t kMaximumEntries = 65536;
constexpr zip_uint16_t kFirstDosDay = 0x21;  // 1 January 1980, the earliest that zip can say

struct ZipDiscard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, ZipDiscard>;

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceFree>;

struct EntryClose {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Entry = std::unique_ptr<zip_file_t, EntryClose>;

// Opens an archive over `source`, which stays the caller's too.
Archive openArchive(zip_source_t* source, int flags, zip_error_t& error) {
  Archive archive(zip_open_from_source(source, flags, &error));
  if (archive) zip_source_keep(source);  // the archive owns one reference once it is open
  return archive;
}

class PackingFailed : public Error {
 public:
  explicit PackingFailed(zip_error_t* error)
      : Error(std::string("cannot be packed: ") + zip_error_strerror(error)) {}
};

void addEntry(zip_t* archive, const std::string& name, std::span<const std::byte> bytes,
              NpzCompression compression) {
  zip_source_t* content = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (content == nullptr) throw PackingFailed(zip_get_error(archive));
  const zip_int64_t index = zip_file_add(archive, name.c_str(), content, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(content);
    throw PackingFailed(zip_get_error(archive));
  }
  const auto place = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = compression == NpzCompression::Deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  if (zip_set_file_compression(archive, place, method, 0) != 0 ||
      zip_file_set_dostime(archive, place, 0, kFirstDosDay, 0) != 0) {
    throw PackingFailed(zip_get_error(archive));
  }
}

std::vector<std::byte> contentOf(zip_source_t* source) {
  const auto check = [&](bool good) {
    if (!good) throw PackingFailed(zip_source_error(source));
  };
  check(zip_source_open(source) == 0);
  check(zip_source_seek(source, 0, SEEK_END) == 0);
  const zip_int64_t size = zip_source_tell(source);
  check(size >= 0 && zip_source_seek(source, 0, SEEK_SET) == 0);
  std::vector<std::byte> bytes(static_cast<std::size_t>(size));
  check(zip_source_read(source, bytes.data(), bytes.size()) == size);
  zip_source_close(source);
  return bytes;
}

// An archive without entries, which libzip would rather delete: only the end record of a zip file.
std::vector<std::byte> emptyArchive() {
  std::vector<std::byte> bytes(22);
  const std::string_view signature = "PK\5\6";
  std::copy_n(std::as_bytes(std::span(signature)).begin(), signature.size(), bytes.begin());
  return bytes;
}

std::vector<std::byte> packed(std::span<const NamedArray> arrays, NpzCompression compression) {
  if (arrays.empty()) return emptyArchive();
  std::vector<std::vector<std::byte>> entries;  // libzip reads them when the archive is closed
  zip_error_t error;
  zip_error_init(&error);
  const Source target(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!target) throw PackingFailed(&error);
  Archive archive = openArchive(target.get(), ZIP_CREATE | ZIP_TRUNCATE, error);
  if (!archive) throw PackingFailed(&error);
  for (const NamedArray& array : arrays) {
    entries.push_back(encodeNpy(array));
    addEntry(archive.get(), array.name + std::string(kExtension), entries.back(), compression);
  }
  if (zip_close(archive.get()) != 0) throw PackingFailed(zip_get_error(archive.get()));
  (void)archive.release();  // closed, so no longer ours to discard
  return contentOf(target.get());
}

NamedArray readEntry(zip_t* archive, const zip_stat_t& entry, const std::filesystem::path& file) {
  const std::string what = fmt::format("entry {}", entry.name);
  const Entry opened(zip_fopen_index(archive, entry.index, 0));
  if (!opened) throw ContentError(file, fmt::format("{} cannot be opened: {}", what, zip_strerror(archive)));
  std::vector<std::byte> bytes(static_cast<std::size_t>(entry.size));
  const zip_int64_t count = zip_fread(opened.get(), bytes.data(), bytes.size());
  std::byte beyond{};  // reading past the end lets libzip compare the checksum
  const zip_int64_t rest =
      count == static_cast<zip_int64_t>(entry.size) ? zip_fread(opened.get(), &beyond, 1) : -1;
  if (rest != 0) {
    throw ContentError(
        file, fmt::format("{} is broken: {}", what, zip_error_strerror(zip_file_get_error(opened.get()))));
  }
  NamedArray array = decodeNpy(bytes, file, what);
  array.name = std::string(entry.name).substr(0, std::string_view(entry.name).size() - kExtension.size());
  return array;
}

// The entry's stated size, judged before it is believed.
zip_stat_t statedEntry(zip_t* archive, zip_uint64_t index, std::size_t allowedBytes,
                       const std::filesystem::path& file) {
  zip_stat_t entry;
  zip_stat_init(&entry);
  constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if (zip_stat_index(archive, index, 0, &entry) != 0 || (entry.valid & kNeeded) != kNeeded) {
    throw ContentError(file, fmt::format("entry {} of the archive is broken", index));
  }
  // Deflate packs at most 1032 : 1.
  if (entry.size / 1032 > entry.comp_size || entry.size > allowedBytes) {
    throw ContentError(file, fmt::format("entry {} unpacks to {} bytes, which is more than is allowed here",
                                         entry.name, entry.size));
  }
  return entry;
}

}  // namespace

void writeNpz(std::span<const NamedArray> arrays, const std::filesystem::path& file,
              NpzCompression compression) {
  std::set<std::string> names;
  for (const NamedArray& array : arrays) {
    if (!names.insert(array.name).second) throw ShapeError("two arrays are named \"" + array.name + "\"");
  }
  try {
    writeFileAtomically(file, packed(arrays, compression));
  } catch (const PackingFailed& failure) {
    throw IoError(file, failure.what());
  }
}

std::vector<NamedArray> readNpz(const std::filesystem::path& file, std::size_t maximumBytes) {
  return decodeNpz(readBinaryFile(file, maximumBytes), file, maximumBytes);
}

std::vector<NamedArray> decodeNpz(std::span<const std::byte> bytes, const std::filesystem::path& file,
                                  std::size_t maximumBytes) {
  if (bytes.empty()) throw ContentError(file, "is not a zip archive: it is empty (0 bytes)");
  zip_error_t error;
  zip_error_init(&error);
  const Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  const Archive archive = source ? openArchive(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, error) : nullptr;
  if (!archive)
    throw ContentError(file, std::string("is not a readable zip archive: ") + zip_error_strerror(&error));
  const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
  if (entries > kMaximumEntries) throw ContentError(file, fmt::format("has {} entries, too many", entries));
  std::vector<NamedArray> arrays;
  std::size_t allowedBytes = maximumBytes;
  for (zip_int64_t index = 0; index < entries; ++index) {
    const zip_stat_t entry = statedEntry(archive.get(), static_cast<zip_uint64_t>(index), allowedBytes, file);
    if (!std::string_view(entry.name).ends_with(kExtension)) continue;
    allowedBytes -= static_cast<std::size_t>(entry.size);
    arrays.push_back(readEntry(archive.get(), entry, file));
  }
  return arrays;
}

}  // namespace kernelscope
