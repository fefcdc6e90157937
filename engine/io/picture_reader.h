#pragma once
// Reads a picture file into samples. The format is told by the content, never by the name, and the size
// is judged from the header before anything is decoded.

#include "engine/io/picture.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace kernelscope {

inline constexpr std::int64_t kMaximumPictureSide = 16384;
inline constexpr std::int64_t kMaximumPicturePixels = std::int64_t{1} << 27;
inline constexpr std::size_t kMaximumPictureBytes = std::size_t{1} << 30;

// PNG (1 to 16 bit; grey, RGB, palette), JPEG (8 bit; grey, RGB, CMYK) and PGM/PPM (P2, P3, P5, P6).
// Samples are stored value / largest value, as they stand: no gamma or colour profile is applied. Grey
// stays one channel. What was changed is said in Picture::notes: alpha is composited on white, CMYK becomes
// RGB, a JPEG lying on its side is turned upright.
// Throws IoError if the file cannot be read; ContentError if it is not a picture of these formats, is
// broken, or is larger than the limits above.
Picture readPicture(const std::filesystem::path& file);

// The same from memory; `file` only names it in messages.
Picture decodePicture(std::span<const std::byte> bytes, const std::filesystem::path& file);

}  // namespace kernelscope
