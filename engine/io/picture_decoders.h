#pragma once
// The decoders behind readPicture, one file each. Every one throws ContentError, naming `file`, for broken
// content and for sizes above the limits of picture_reader.h.

#include "engine/io/picture.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace kernelscope {

bool startsLikePng(std::span<const std::byte> bytes);
bool startsLikeJpeg(std::span<const std::byte> bytes);
bool startsLikePnm(std::span<const std::byte> bytes);  // P1 to P7

Picture decodePng(std::span<const std::byte> bytes, const std::filesystem::path& file);
Picture decodeJpeg(std::span<const std::byte> bytes, const std::filesystem::path& file);
Picture decodePnm(std::span<const std::byte> bytes, const std::filesystem::path& file);

// What the header says, before decoding. Throws ContentError naming the size and the limit.
void checkPictureSize(std::int64_t width, std::int64_t height, const std::filesystem::path& file);

// The orientation of an EXIF block (the payload of JPEG's APP1 marker): 1 (upright) to 8; 1 if there is
// none or if it is broken.
int exifOrientation(std::span<const std::byte> exif);

// Turns and mirrors a picture stored with an EXIF orientation of 1 to 8 so that it stands upright.
Picture turnedUpright(Picture picture, int orientation);

}  // namespace kernelscope
