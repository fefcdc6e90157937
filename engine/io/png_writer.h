#pragma once
// Writes 8-bit PNG files, grey or RGB. Equal pixels give equal bytes: no date, no text is stored.

#include "engine/io/picture.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace kernelscope {

// round(255 v) with v cut to 0..1; NaN becomes 0.
std::vector<std::uint8_t> toBytes(std::span<const float> samples);

// `samples` are row-major [height, width, channels], channels 1 or 3. Throws ShapeError if they do not fit.
std::vector<std::byte> encodePng(std::span<const std::uint8_t> samples, int height, int width, int channels);

// Whole or not at all. Throws IoError, ShapeError.
void writePng(std::span<const std::uint8_t> samples, int height, int width, int channels,
              const std::filesystem::path& file);
void writePng(const Picture& picture, const std::filesystem::path& file);

}  // namespace kernelscope
