#pragma once
// JPEG files for tests, made with libjpeg at quality 100.

#include <cstdio>
//
#include <jpeglib.h>

#include <cstdint>
#include <cstdlib>
#include <vector>

namespace kernelscope::test {

struct JpegOptions {
  J_COLOR_SPACE colour = JCS_GRAYSCALE;
  int channels = 1;
  bool progressive = false;
  bool adobeMarker = true;         // of CMYK files
  std::vector<std::uint8_t> exif;  // payload of an APP1 marker
};

inline std::vector<std::uint8_t> jpegBytes(const std::vector<std::uint8_t>& samples, int height, int width,
                                           const JpegOptions& options) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&encoder, &memory, &size);
  encoder.image_width = static_cast<JDIMENSION>(width);
  encoder.image_height = static_cast<JDIMENSION>(height);
  encoder.input_components = options.channels;
  encoder.in_color_space = options.colour;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, 100, TRUE);
  encoder.comp_info[0].h_samp_factor = encoder.comp_info[0].v_samp_factor = 1;
  if (options.colour == JCS_CMYK) encoder.write_Adobe_marker = options.adobeMarker ? TRUE : FALSE;
  if (options.progressive) jpeg_simple_progression(&encoder);
  jpeg_start_compress(&encoder, TRUE);
  if (!options.exif.empty()) {
    jpeg_write_marker(&encoder, JPEG_APP0 + 1, options.exif.data(),
                      static_cast<unsigned>(options.exif.size()));
  }
  for (int row = 0; row < height; ++row) {
    auto* source =
        const_cast<JSAMPLE*>(samples.data() + static_cast<std::ptrdiff_t>(row) * width * options.channels);
    jpeg_write_scanlines(&encoder, &source, 1);
  }
  jpeg_finish_compress(&encoder);
  std::vector<std::uint8_t> bytes(memory, memory + size);
  jpeg_destroy_compress(&encoder);
  std::free(memory);
  return bytes;
}

}  // namespace kernelscope::test
