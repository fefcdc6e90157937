#include <cstdio>  // before jpeglib.h, which uses FILE
//
#include <jpeglib.h>
//
#include "engine/core/error.h"
#include "engine/io/picture_decoders.h"

#include <jerror.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>

// libjpeg reports errors through an error manager that must not return; it leaves by longjmp. Each function
// that calls setjmp therefore holds no object with a destructor of its own: they live in JpegReading.

namespace kernelscope {

namespace {

struct JpegReading {
  JpegReading();
  ~JpegReading() { jpeg_destroy_decompress(&decoder); }
  JpegReading(const JpegReading&) = delete;
  JpegReading& operator=(const JpegReading&) = delete;

  jpeg_decompress_struct decoder{};
  jpeg_error_mgr errors{};
  std::jmp_buf leave{};
  std::array<char, JMSG_LENGTH_MAX> message{};
  std::vector<JSAMPLE> row;
};

void onError(j_common_ptr decoder) {
  auto& reading = *static_cast<JpegReading*>(decoder->client_data);
  decoder->err->format_message(decoder, reading.message.data());
  std::longjmp(reading.leave, 1);
}

// Warnings after which pixels are made up (a truncated or damaged file) are errors here; others are not.
void onMessage(j_common_ptr decoder, int level) {
  if (level >= 0) return;
  switch (decoder->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_BOGUS_PROGRESSION:
      onError(decoder);
      break;
    default:
      break;
  }
}

JpegReading::JpegReading() {
  decoder.err = jpeg_std_error(&errors);
  errors.error_exit = onError;
  errors.emit_message = onMessage;
  errors.output_message = [](j_common_ptr) {};
  decoder.client_data = this;
}

bool readHeader(JpegReading& reading, std::span<const std::byte> bytes) {
  if (setjmp(reading.leave) != 0) return false;
  jpeg_create_decompress(&reading.decoder);
  jpeg_mem_src(&reading.decoder, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_save_markers(&reading.decoder, JPEG_APP0 + 1, 0xffff);
  jpeg_read_header(&reading.decoder, TRUE);
  return true;
}

bool startDecoding(JpegReading& reading) {
  if (setjmp(reading.leave) != 0) return false;
  jpeg_decompress_struct& decoder = reading.decoder;
  decoder.dct_method = JDCT_ISLOW;
  switch (decoder.jpeg_color_space) {
    case JCS_GRAYSCALE:
      decoder.out_color_space = JCS_GRAYSCALE;
      break;
    case JCS_CMYK:
    case JCS_YCCK:
      decoder.out_color_space = JCS_CMYK;
      break;
    default:
      decoder.out_color_space = JCS_RGB;
      break;
  }
  jpeg_start_decompress(&decoder);
  return true;
}

bool readRow(JpegReading& reading) {
  if (setjmp(reading.leave) != 0) return false;
  JSAMPROW row = reading.row.data();
  jpeg_read_scanlines(&reading.decoder, &row, 1);
  return true;
}

bool finish(JpegReading& reading) {
  if (setjmp(reading.leave) != 0) return false;
  jpeg_finish_decompress(&reading.decoder);
  return true;
}

void appendRow(const JpegReading& reading, Picture& picture) {
  const auto stored = static_cast<std::size_t>(reading.decoder.output_components);
  const auto width = static_cast<std::size_t>(reading.decoder.output_width);
  const auto sample = [&](std::size_t i) { return static_cast<float>(reading.row[i]) / 255.0F; };
  if (stored != 4) {
    for (std::size_t i = 0; i < width * stored; ++i) picture.samples.push_back(sample(i));
    return;
  }
  // Adobe's programs store the complement of the ink: 1 is none. Without their marker, 0 is none.
  const bool complement = reading.decoder.saw_Adobe_marker != FALSE;
  const auto light = [&](std::size_t i) { return complement ? sample(i) : 1 - sample(i); };
  for (std::size_t x = 0; x < width; ++x) {
    for (std::size_t c = 0; c < 3; ++c) picture.samples.push_back(light(4 * x + c) * light(4 * x + 3));
  }
}

int storedOrientation(const JpegReading& reading) {
  for (auto* marker = reading.decoder.marker_list; marker != nullptr; marker = marker->next) {
    if (marker->marker != JPEG_APP0 + 1) continue;
    const int orientation = exifOrientation(std::as_bytes(std::span(marker->data, marker->data_length)));
    if (orientation != 1) return orientation;
  }
  return 1;
}

[[noreturn]] void throwBroken(const JpegReading& reading, const std::filesystem::path& file) {
  throw ContentError(file, std::string("is a broken JPEG: ") + reading.message.data());
}

}  // namespace

bool startsLikeJpeg(std::span<const std::byte> bytes) {
  constexpr std::array<unsigned char, 3> kStart = {0xff, 0xd8, 0xff};
  return bytes.size() >= kStart.size() && std::memcmp(bytes.data(), kStart.data(), kStart.size()) == 0;
}

Picture decodeJpeg(std::span<const std::byte> bytes, const std::filesystem::path& file) {
  JpegReading reading;
  if (!readHeader(reading, bytes)) throwBroken(reading, file);
  checkPictureSize(reading.decoder.image_width, reading.decoder.image_height, file);
  if (!startDecoding(reading)) throwBroken(reading, file);
  Picture picture;
  picture.height = static_cast<int>(reading.decoder.output_height);
  picture.width = static_cast<int>(reading.decoder.output_width);
  picture.channels = reading.decoder.output_components == 1 ? 1 : 3;
  reading.row.resize(static_cast<std::size_t>(reading.decoder.output_components) *
                     reading.decoder.output_width);
  while (reading.decoder.output_scanline < reading.decoder.output_height) {
    if (!readRow(reading)) throwBroken(reading, file);
    appendRow(reading, picture);
  }
  const int orientation = storedOrientation(reading);
  if (!finish(reading)) throwBroken(reading, file);
  if (reading.decoder.output_components == 4) {
    picture.notes.emplace_back("CMYK converted to RGB without a colour profile");
  }
  return turnedUpright(std::move(picture), orientation);
}

}  // namespace kernelscope
