#pragma once
// NumPy's .npy files: one array. Source: NEP 1, "A simple file format for NumPy arrays", versions 1 to 3.

#include "engine/io/named_array.h"

namespace kernelscope {

// Reads little-endian float32, float64, bool and integers (which become int64) in C or Fortran order; the
// result is row-major. The name is the file's, without extension. Throws IoError; ContentError for other
// types (object arrays above all), a broken header, or a length that does not fit the shape.
NamedArray readNpy(const std::filesystem::path& file, std::size_t maximumBytes = kMaximumArrayBytes);

// The same from memory; `file` and `what` ("the array", "entry x.npy") only stand in messages.
NamedArray decodeNpy(std::span<const std::byte> bytes, const std::filesystem::path& file,
                     const std::string& what);

// Version 1.0, row-major. Throws ShapeError if shape and values disagree.
std::vector<std::byte> encodeNpy(const NamedArray& array);

// Whole or not at all. Throws IoError, ShapeError.
void writeNpy(const NamedArray& array, const std::filesystem::path& file);

}  // namespace kernelscope
