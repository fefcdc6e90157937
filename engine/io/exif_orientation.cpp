#include "engine/core/contract.h"
#include "engine/io/picture_decoders.h"

#include <algorithm>
#include <cstring>
#include <utility>

// EXIF 2.3, section 4.5: a TIFF structure after "Exif\0\0"; tag 0x0112 of its first directory.

namespace kernelscope {

namespace {

class TiffBytes {
 public:
  TiffBytes(std::span<const std::byte> bytes, bool bigEndian) : bytes_(bytes), bigEndian_(bigEndian) {}

  // The number of `count` bytes at `at`, or -1 beyond the end.
  std::int64_t number(std::size_t at, std::size_t count) const {
    if (at > bytes_.size() || count > bytes_.size() - at) return -1;
    std::int64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = bigEndian_ ? i : count - 1 - i;
      value = value * 256 + std::to_integer<std::int64_t>(bytes_[at + place]);
    }
    return value;
  }

 private:
  std::span<const std::byte> bytes_;
  bool bigEndian_;
};

}  // namespace

int exifOrientation(std::span<const std::byte> exif) {
  constexpr std::size_t kStart = 6;
  if (exif.size() < kStart + 8 || std::memcmp(exif.data(), "Exif\0\0", kStart) != 0) return 1;
  const std::span<const std::byte> content = exif.subspan(kStart);
  const bool bigEndian = std::to_integer<char>(content[0]) == 'M';
  const TiffBytes tiff(content, bigEndian);
  const std::int64_t directory = tiff.number(4, 4);
  if (directory < 0) return 1;
  const auto start = static_cast<std::size_t>(directory);
  const std::int64_t entries = tiff.number(start, 2);
  for (std::int64_t entry = 0; entry < entries; ++entry) {
    const std::size_t at = start + 2 + 12 * static_cast<std::size_t>(entry);
    if (tiff.number(at, 2) != 0x0112) continue;
    const std::int64_t orientation = tiff.number(at + 8, 2);
    return orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
  }
  return 1;
}

Picture turnedUpright(Picture picture, int orientation) {
  KS_EXPECT(orientation >= 1 && orientation <= 8, "an EXIF orientation");
  if (orientation == 1) return picture;
  const bool sidesSwap = orientation >= 5;
  Picture upright;
  upright.height = sidesSwap ? picture.width : picture.height;
  upright.width = sidesSwap ? picture.height : picture.width;
  upright.channels = picture.channels;
  upright.notes = std::move(picture.notes);
  upright.notes.emplace_back("turned upright, as its EXIF orientation says");
  upright.samples.reserve(picture.samples.size());
  const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  for (int y = 0; y < upright.height; ++y) {
    for (int x = 0; x < upright.width; ++x) {
      int column = sidesSwap ? y : x, row = sidesSwap ? x : y;
      if (fromRight) column = picture.width - 1 - column;
      if (fromBottom) row = picture.height - 1 - row;
      const std::ptrdiff_t pixel = static_cast<std::ptrdiff_t>(row) * picture.width + column;
      const auto first = picture.samples.begin() + pixel * picture.channels;
      upright.samples.insert(upright.samples.end(), first, first + picture.channels);
    }
  }
  return upright;
}

}  // namespace kernelscope
