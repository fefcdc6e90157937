#pragma once
// PNG files made byte by byte, independently of libpng, for every bit depth and colour type.
// Source: W3C, Portable Network Graphics specification, second edition.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace kernelscope::test {

using Bytes = std::vector<std::uint8_t>;

enum class PngColour : std::uint8_t { Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6 };

struct PngHeader {
  std::uint32_t width = 1, height = 1;
  int bitDepth = 8;
  PngColour colour = PngColour::Grey;
  bool interlaced = false;
};

inline void appendBigEndian(Bytes& bytes, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

inline void appendChunk(Bytes& png, const std::string& type, const Bytes& content) {
  appendBigEndian(png, static_cast<std::uint32_t>(content.size()));
  Bytes body(type.begin(), type.end());
  body.insert(body.end(), content.begin(), content.end());
  std::uint32_t crc = 0xffffffffU;
  for (const std::uint8_t byte : body) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
  }
  png.insert(png.end(), body.begin(), body.end());
  appendBigEndian(png, ~crc);
}

// A zlib stream of one stored block (at most 65,535 bytes).
inline Bytes storedZlib(const Bytes& raw) {
  const auto length = static_cast<std::uint16_t>(raw.size());
  const auto low = static_cast<std::uint8_t>(length), high = static_cast<std::uint8_t>(length >> 8);
  Bytes stream = {
      0x78, 0x01, 0x01, low, high, static_cast<std::uint8_t>(~low), static_cast<std::uint8_t>(~high)};
  stream.insert(stream.end(), raw.begin(), raw.end());
  std::uint32_t a = 1, b = 0;
  for (const std::uint8_t byte : raw) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  appendBigEndian(stream, b << 16 | a);
  return stream;
}

// `raw` holds the rows as they are packed, each after a filter byte 0. `extra` chunks come before the data.
inline Bytes pngBytes(const PngHeader& header, const Bytes& raw,
                      std::initializer_list<std::pair<std::string, Bytes>> extra = {}) {
  Bytes png = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  Bytes ihdr;
  appendBigEndian(ihdr, header.width);
  appendBigEndian(ihdr, header.height);
  ihdr.push_back(static_cast<std::uint8_t>(header.bitDepth));
  ihdr.push_back(static_cast<std::uint8_t>(header.colour));
  ihdr.insert(ihdr.end(), {0, 0, static_cast<std::uint8_t>(header.interlaced ? 1 : 0)});
  appendChunk(png, "IHDR", ihdr);
  for (const auto& [type, content] : extra) appendChunk(png, type, content);
  appendChunk(png, "IDAT", storedZlib(raw));
  appendChunk(png, "IEND", {});
  return png;
}

}  // namespace kernelscope::test
