#pragma once
// safetensors files: named arrays with a JSON header. Source: the format's own description (huggingface
// safetensors, "Format"): 8 bytes of header length, header, data without gaps.

#include "engine/io/named_array.h"

#include <map>

namespace kernelscope {

struct SafetensorsFile {
  std::vector<NamedArray> arrays;
  std::map<std::string, std::string> metadata;
};

// Writes F32, F64 and I64 arrays, whole or not at all. Wider types come first, then names in order, so that
// every array is aligned and equal arrays give equal bytes whatever their order. Throws IoError; ShapeError
// if an array's shape and values disagree, a name comes twice or is "__metadata__".
void writeSafetensors(const SafetensorsFile& content, const std::filesystem::path& file);
std::vector<std::byte> encodeSafetensors(const SafetensorsFile& content);

// Reads F32, F64 and I64 arrays, in the order of their data. Header, offsets and shapes are judged before
// anything is allocated. Throws IoError; ContentError for other types and for anything broken.
SafetensorsFile readSafetensors(const std::filesystem::path& file,
                                std::size_t maximumBytes = kMaximumArrayBytes);
SafetensorsFile decodeSafetensors(std::span<const std::byte> bytes, const std::filesystem::path& file);

}  // namespace kernelscope
