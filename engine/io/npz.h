#pragma once
// NumPy's .npz files: a zip archive of .npy entries, one per named array. Names may hold "/" ("A/value").

#include "engine/io/named_array.h"

namespace kernelscope {

enum class NpzCompression { Stored, Deflated };

// Writes the arrays in their order, whole or not at all; equal arrays give equal bytes (entries carry no
// date). Throws IoError; ShapeError if an array's shape and values disagree or a name comes twice.
void writeNpz(std::span<const NamedArray> arrays, const std::filesystem::path& file,
              NpzCompression compression = NpzCompression::Stored);

// Reads every entry whose name ends in .npy, in the archive's order. Sizes are bounded before anything is
// allocated: all entries together, unpacked, by `maximumBytes`. Throws IoError, ContentError.
std::vector<NamedArray> readNpz(const std::filesystem::path& file,
                                std::size_t maximumBytes = kMaximumArrayBytes);

// The same from memory; `file` only stands in messages.
std::vector<NamedArray> decodeNpz(std::span<const std::byte> bytes, const std::filesystem::path& file,
                                  std::size_t maximumBytes = kMaximumArrayBytes);

}  // namespace kernelscope
