#include "engine/io/picture_reader.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/io/picture_decoders.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace kernelscope {

namespace {

using std::string_view_literals::operator""sv;

constexpr const char* kReadFormats = "PNG, JPEG, PGM and PPM are read";

struct Signature {
  std::string_view bytes;
  std::size_t offset;
  const char* name;
};

// Pictures that people have but that are not read here, to be named in the message.
constexpr std::array kOtherPictures = {
    Signature{"GIF8"sv, 0, "a GIF"},
    Signature{"WEBP"sv, 8, "a WebP"},
    Signature{"BM"sv, 0, "a BMP"},
    Signature{"II*\0"sv, 0, "a TIFF"},
    Signature{"MM\0*"sv, 0, "a TIFF"},
    Signature{"ftypavif"sv, 4, "an AVIF"},
    Signature{"ftyphei"sv, 4, "a HEIC"},
    Signature{"\xff\x0a"sv, 0, "a JPEG XL"},
    Signature{"8BPS"sv, 0, "a Photoshop"},
    Signature{"\x76\x2f\x31\x01"sv, 0, "an OpenEXR"},
    Signature{"\0\0\0\x0cjP  "sv, 0, "a JPEG 2000"},
    Signature{"qoif"sv, 0, "a QOI"},
};

std::string_view asText(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Whether the beginning reads as text: no control characters but blanks (UTF-8 letters count as text).
bool startsLikeText(std::span<const std::byte> bytes) {
  const std::string_view start = asText(bytes).substr(0, 64);
  return std::all_of(start.begin(), start.end(), [](char c) {
    const auto value = static_cast<unsigned char>(c);
    return value >= 0x20 ? value != 0x7f : std::isspace(value) != 0;
  });
}

std::string hexOfStart(std::span<const std::byte> bytes) {
  std::string text;
  for (const std::byte value : bytes.first(std::min<std::size_t>(bytes.size(), 8))) {
    text += fmt::format("{}{:02x}", text.empty() ? "" : " ", std::to_integer<unsigned>(value));
  }
  return text;
}

[[noreturn]] void throwNotAPicture(std::span<const std::byte> bytes, const std::filesystem::path& file) {
  if (bytes.empty()) throw ContentError(file, "is not a picture: it is empty (0 bytes)");
  for (const Signature& other : kOtherPictures) {
    if (asText(bytes).substr(std::min(other.offset, bytes.size())).starts_with(other.bytes)) {
      throw ContentError(file,
                         std::string("is ") + other.name + " picture, which cannot be read; " + kReadFormats);
    }
  }
  if (startsLikeText(bytes)) throw ContentError(file, "is not a picture: its first bytes are text");
  throw ContentError(file, "is not a picture that can be read (" + std::string(kReadFormats) +
                               "): its first bytes are " + hexOfStart(bytes));
}

}  // namespace

Picture readPicture(const std::filesystem::path& file) {
  return decodePicture(readBinaryFile(file, kMaximumPictureBytes), file);
}

Picture decodePicture(std::span<const std::byte> bytes, const std::filesystem::path& file) {
  if (startsLikePng(bytes)) return decodePng(bytes, file);
  if (startsLikeJpeg(bytes)) return decodeJpeg(bytes, file);
  if (startsLikePnm(bytes)) return decodePnm(bytes, file);
  throwNotAPicture(bytes, file);
}

void checkPictureSize(std::int64_t width, std::int64_t height, const std::filesystem::path& file) {
  const std::string size = std::to_string(width) + " x " + std::to_string(height) + " pixels";
  if (width <= 0 || height <= 0) throw ContentError(file, "is a broken picture: its size is " + size);
  if (width > kMaximumPictureSide || height > kMaximumPictureSide) {
    throw ContentError(file, "is too large: " + size + ", and a side may have at most " +
                                 std::to_string(kMaximumPictureSide) + " pixels");
  }
  if (width * height > kMaximumPicturePixels) {
    throw ContentError(file, "is too large: " + size + " are " + std::to_string(width * height) +
                                 ", and at most " + std::to_string(kMaximumPicturePixels) + " are allowed");
  }
}

}  // namespace kernelscope
