#include "engine/io/png_writer.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>

// libpng reports errors by longjmp, so the function with setjmp holds no object with a destructor.

namespace kernelscope {

namespace {

struct PngWriting {
  ~PngWriting() { png_destroy_write_struct(&png, &info); }
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::vector<std::byte> bytes;
  std::array<char, 200> message{};
};

void onWriteError(png_structp png, png_const_charp text) {
  auto& writing = *static_cast<PngWriting*>(png_get_error_ptr(png));
  std::strncpy(writing.message.data(), text, writing.message.size() - 1);
  png_longjmp(png, 1);
}

void onWriteWarning(png_structp, png_const_charp) {}

void onWrite(png_structp png, png_bytep source, std::size_t count) {
  auto& writing = *static_cast<PngWriting*>(png_get_io_ptr(png));
  const std::span<const std::byte> part = std::as_bytes(std::span(source, count));
  writing.bytes.insert(writing.bytes.end(), part.begin(), part.end());
}

void onFlush(png_structp) {}

bool encode(PngWriting& writing, const std::uint8_t* samples, int height, int width, int channels) {
  writing.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writing, onWriteError, onWriteWarning);
  if (writing.png != nullptr) writing.info = png_create_info_struct(writing.png);
  if (writing.info == nullptr) return false;
  if (setjmp(png_jmpbuf(writing.png)) != 0) return false;
  png_set_write_fn(writing.png, &writing, onWrite, onFlush);
  png_set_IHDR(writing.png, writing.info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height),
               8, channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(writing.png, writing.info);
  const std::ptrdiff_t rowBytes = static_cast<std::ptrdiff_t>(width) * channels;
  for (int row = 0; row < height; ++row) png_write_row(writing.png, samples + row * rowBytes);
  png_write_end(writing.png, nullptr);
  return true;
}

}  // namespace

std::vector<std::uint8_t> toBytes(std::span<const float> samples) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(samples.size());
  for (const float sample : samples) {
    const float inside = sample > 0 ? std::min(sample, 1.0F) : 0.0F;  // NaN is not above 0
    bytes.push_back(static_cast<std::uint8_t>(std::lround(255.0F * inside)));
  }
  return bytes;
}

std::vector<std::byte> encodePng(std::span<const std::uint8_t> samples, int height, int width, int channels) {
  const bool sidesFit = height >= 1 && width >= 1 && (channels == 1 || channels == 3);
  if (!sidesFit || samples.size() != static_cast<std::size_t>(height) * static_cast<std::size_t>(width) *
                                         static_cast<std::size_t>(channels)) {
    throw ShapeError(fmt::format("PNG: {} samples for {} x {} pixels of {} channels (1 or 3)", samples.size(),
                                 width, height, channels));
  }
  PngWriting writing;
  if (!encode(writing, samples.data(), height, width, channels)) {
    throw Error(fmt::format("PNG: cannot be encoded: {}", writing.message.data()));
  }
  return std::move(writing.bytes);
}

void writePng(std::span<const std::uint8_t> samples, int height, int width, int channels,
              const std::filesystem::path& file) {
  writeFileAtomically(file, encodePng(samples, height, width, channels));
}

void writePng(const Picture& picture, const std::filesystem::path& file) {
  writePng(toBytes(picture.samples), picture.height, picture.width, picture.channels, file);
}

}  // namespace kernelscope
