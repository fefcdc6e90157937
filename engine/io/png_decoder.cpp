#include "engine/core/error.h"
#include "engine/io/picture_decoders.h"

#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>

// libpng reports errors by longjmp. Each function that calls setjmp therefore holds no object with a
// destructor of its own: all of them live in PngReading, which belongs to the caller.

namespace kernelscope {

namespace {

struct PngReading {
  explicit PngReading(std::span<const std::byte> bytes) : remaining(bytes) {}
  ~PngReading() { png_destroy_read_struct(&png, &info, nullptr); }
  PngReading(const PngReading&) = delete;
  PngReading& operator=(const PngReading&) = delete;

  png_structp png = nullptr;
  png_infop info = nullptr;
  std::span<const std::byte> remaining;
  std::array<char, 200> message{};  // libpng's words for what is wrong

  png_uint_32 width = 0, height = 0;
  int bitDepth = 0, channels = 0, passes = 1;
  std::size_t storedRowBytes = 0;  // as in the file
  std::size_t rowBytes = 0;        // as libpng hands it out
  std::vector<png_byte> raw;       // one row; the whole picture if interlaced
};

void onError(png_structp png, png_const_charp text) {
  auto& reading = *static_cast<PngReading*>(png_get_error_ptr(png));
  std::strncpy(reading.message.data(), text, reading.message.size() - 1);
  png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) {}  // harmless chunks; broken pixels are errors

void onRead(png_structp png, png_bytep target, std::size_t count) {
  auto& reading = *static_cast<PngReading*>(png_get_io_ptr(png));
  if (count > reading.remaining.size()) png_error(png, "the file ends too early");
  std::memcpy(target, reading.remaining.data(), count);
  reading.remaining = reading.remaining.subspan(count);
}

bool openPng(PngReading& reading) {
  reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, onError, onWarning);
  if (reading.png != nullptr) reading.info = png_create_info_struct(reading.png);
  if (reading.info == nullptr) {
    std::strcpy(reading.message.data(), "libpng cannot start");
    return false;
  }
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  png_set_user_limits(reading.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);  // checkPictureSize judges
  png_set_read_fn(reading.png, &reading, onRead);
  png_read_info(reading.png, reading.info);
  reading.width = png_get_image_width(reading.png, reading.info);
  reading.height = png_get_image_height(reading.png, reading.info);
  reading.storedRowBytes = png_get_rowbytes(reading.png, reading.info);
  return true;
}

// Palette to RGB, 1, 2 and 4 bit grey to 8 bit, a transparent colour to an alpha channel; no gamma.
bool prepareRows(PngReading& reading) {
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  png_set_expand(reading.png);
  reading.passes = png_set_interlace_handling(reading.png);
  png_read_update_info(reading.png, reading.info);
  reading.bitDepth = png_get_bit_depth(reading.png, reading.info);
  reading.channels = png_get_channels(reading.png, reading.info);
  reading.rowBytes = png_get_rowbytes(reading.png, reading.info);
  return true;
}

bool readRow(PngReading& reading, png_bytep row) {
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  png_read_row(reading.png, row, nullptr);
  return true;
}

bool readEnd(PngReading& reading) {
  if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
  png_read_end(reading.png, nullptr);
  return true;
}

// Appends a row of stored samples to the picture, alpha composited on white. Returns whether it had any
// pixel that is not opaque.
bool appendRow(const PngReading& reading, const png_byte* row, Picture& picture) {
  const bool wide = reading.bitDepth == 16;
  const float scale = wide ? 65535.0F : 255.0F;
  const auto sample = [&](std::size_t i) {
    return (wide ? static_cast<float>(row[2 * i] * 256 + row[2 * i + 1]) : static_cast<float>(row[i])) /
           scale;
  };
  const auto stored = static_cast<std::size_t>(reading.channels);
  const auto kept = static_cast<std::size_t>(picture.channels);
  bool transparent = false;
  for (std::size_t x = 0; x < reading.width; ++x) {
    const float alpha = stored > kept ? sample(x * stored + kept) : 1.0F;
    transparent = transparent || alpha < 1;
    for (std::size_t c = 0; c < kept; ++c) {
      const float value = sample(x * stored + c);
      picture.samples.push_back(alpha < 1 ? alpha * value + (1 - alpha) : value);
    }
  }
  return transparent;
}

[[noreturn]] void throwBroken(const PngReading& reading, const std::filesystem::path& file) {
  throw ContentError(file, std::string("is a broken PNG: ") + reading.message.data());
}

// Reads the rows into `picture`; returns whether some pixel is not opaque.
bool readRows(PngReading& reading, Picture& picture, const std::filesystem::path& file) {
  const bool interlaced = reading.passes > 1;
  reading.raw.resize(interlaced ? reading.rowBytes * reading.height : reading.rowBytes);
  const auto row = [&](std::size_t y) {
    return reading.raw.data() + (interlaced ? y * reading.rowBytes : 0);
  };
  for (int pass = 1; pass < reading.passes; ++pass) {
    for (std::size_t y = 0; y < reading.height; ++y) {
      if (!readRow(reading, row(y))) throwBroken(reading, file);
    }
  }
  bool transparent = false;
  for (std::size_t y = 0; y < reading.height; ++y) {
    if (!readRow(reading, row(y))) throwBroken(reading, file);
    transparent = appendRow(reading, row(y), picture) || transparent;
  }
  return transparent;
}

}  // namespace

bool startsLikePng(std::span<const std::byte> bytes) {
  // A broken PNG is better named as such: the first four bytes of the signature decide.
  constexpr std::array<unsigned char, 4> kStart = {0x89, 'P', 'N', 'G'};
  return bytes.size() >= kStart.size() && std::memcmp(bytes.data(), kStart.data(), kStart.size()) == 0;
}

Picture decodePng(std::span<const std::byte> bytes, const std::filesystem::path& file) {
  PngReading reading(bytes);
  if (!openPng(reading)) throwBroken(reading, file);
  checkPictureSize(reading.width, reading.height, file);
  if (!prepareRows(reading)) throwBroken(reading, file);
  // Deflate packs at most 1032 : 1, so a header that promises more than that is a lie told in few bytes.
  if (reading.storedRowBytes * reading.height / 1032 > bytes.size()) {
    throw ContentError(file, "is a broken PNG: the file is too short for " + std::to_string(reading.width) +
                                 " x " + std::to_string(reading.height) + " pixels");
  }
  Picture picture;
  picture.height = static_cast<int>(reading.height);
  picture.width = static_cast<int>(reading.width);
  picture.channels = reading.channels <= 2 ? 1 : 3;
  const bool transparent = readRows(reading, picture, file);
  if (!readEnd(reading)) throwBroken(reading, file);
  if (transparent) picture.notes.emplace_back("alpha composited on white");
  return picture;
}

}  // namespace kernelscope
