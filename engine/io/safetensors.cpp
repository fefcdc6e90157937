#include "engine/io/safetensors.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace kernelscope {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kMaximumSafetensorsHeader = std::size_t{1} << 24;
constexpr const char* kMetadata = "__metadata__";
constexpr std::array<const char*, 3> kTypeNames = {"F32", "F64", "I64"};  // in the order of ArrayValues

std::vector<const NamedArray*> inFileOrder(const std::vector<NamedArray>& arrays) {
  std::vector<const NamedArray*> order;
  for (const NamedArray& array : arrays) {
    checkShape(array);
    if (array.name == kMetadata) throw ShapeError("an array cannot be named __metadata__");
    order.push_back(&array);
  }
  std::sort(order.begin(), order.end(), [](const NamedArray* a, const NamedArray* b) {
    const std::size_t bytesA = elementBytes(a->values), bytesB = elementBytes(b->values);
    return bytesA != bytesB ? bytesA > bytesB : a->name < b->name;
  });
  return order;
}

std::string headerText(const std::vector<const NamedArray*>& order,
                       const std::map<std::string, std::string>& metadata) {
  Json header = Json::object();
  if (!metadata.empty()) header[kMetadata] = metadata;
  std::size_t begin = 0;
  for (const NamedArray* array : order) {
    if (header.contains(array->name)) throw ShapeError("two arrays are named \"" + array->name + "\"");
    const std::size_t end = begin + bytesOf(array->values).size();
    header[array->name] = {{"dtype", kTypeNames[array->values.index()]},
                           {"shape", array->shape},
                           {"data_offsets", {begin, end}}};
    begin = end;
  }
  std::string text = header.dump();
  text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' ');  // data begins aligned
  return text;
}

// One array as the header describes it.
struct Description {
  std::string name;
  std::size_t type = 0;  // into kTypeNames
  std::vector<std::int64_t> shape;
  std::size_t begin = 0, end = 0;
};

Description described(const std::string& name, const Json& entry, const std::filesystem::path& file) {
  Description result;
  result.name = name;
  const std::string what = "array \"" + name + "\"";
  std::string type;
  try {
    type = entry.at("dtype").get<std::string>();
    for (const Json& size : entry.at("shape")) {
      if (!size.is_number_unsigned())
        throw ContentError(file, what + " has a shape that is not made of whole numbers");
      result.shape.push_back(size.get<std::int64_t>());
    }
    const Json& offsets = entry.at("data_offsets");
    if (offsets.size() != 2 || !offsets[0].is_number_unsigned() || !offsets[1].is_number_unsigned()) {
      throw ContentError(file, what + " has data_offsets that are not two whole numbers");
    }
    result.begin = offsets[0].get<std::size_t>();
    result.end = offsets[1].get<std::size_t>();
  } catch (const Json::exception&) {
    throw ContentError(file, what + " is not described by dtype, shape and data_offsets");
  }
  const auto found = std::find(kTypeNames.begin(), kTypeNames.end(), type);
  if (found == kTypeNames.end()) {
    throw ContentError(file, fmt::format("{} has the type {}; F32, F64 and I64 can be read", what, type));
  }
  result.type = static_cast<std::size_t>(found - kTypeNames.begin());
  return result;
}

template <typename T>
ArrayValues copied(std::span<const std::byte> data) {
  std::vector<T> values(data.size() / sizeof(T));
  if (!values.empty()) std::memcpy(values.data(), data.data(), data.size());
  return values;
}

NamedArray loaded(const Description& description, std::span<const std::byte> data,
                  const std::filesystem::path& file) {
  const std::string what = "array \"" + description.name + "\"";
  const std::size_t bytesEach = description.type == 0 ? 4 : 8, bytes = description.end - description.begin;
  const std::size_t count =
      checkedElementCount(description.shape, bytesEach, std::numeric_limits<std::size_t>::max(), file, what);
  if (count * bytesEach != bytes) {
    throw ContentError(file, fmt::format("{} holds {} bytes, but its shape {} needs {}", what, bytes,
                                         shapeText(description.shape), count * bytesEach));
  }
  const std::span<const std::byte> part = data.subspan(description.begin, bytes);
  NamedArray array{description.name, description.shape, {}};
  if (description.type == 0) array.values = copied<float>(part);
  if (description.type == 1) array.values = copied<double>(part);
  if (description.type == 2) array.values = copied<std::int64_t>(part);
  return array;
}

Json parsedHeader(std::span<const std::byte> bytes, std::size_t& dataBegins,
                  const std::filesystem::path& file) {
  if (bytes.size() < kLengthBytes)
    throw ContentError(file, "is not a safetensors file: it has fewer than 8 bytes");
  std::uint64_t length = 0;
  std::memcpy(&length, bytes.data(), kLengthBytes);
  if (length > kMaximumSafetensorsHeader || length > bytes.size() - kLengthBytes) {
    throw ContentError(
        file, fmt::format("is not a whole safetensors file: a header of {} bytes does not fit", length));
  }
  dataBegins = kLengthBytes + static_cast<std::size_t>(length);
  const auto* text = reinterpret_cast<const char*>(bytes.data()) + kLengthBytes;
  Json header = Json::parse(text, text + length, nullptr, false);
  if (!header.is_object())
    throw ContentError(file, "is not a safetensors file: its header is not a JSON object");
  return header;
}

}  // namespace

std::vector<std::byte> encodeSafetensors(const SafetensorsFile& content) {
  const std::vector<const NamedArray*> order = inFileOrder(content.arrays);
  const std::string text = headerText(order, content.metadata);
  const std::uint64_t length = text.size();
  std::vector<std::byte> bytes(kLengthBytes);
  std::memcpy(bytes.data(), &length, kLengthBytes);
  const auto append = [&](std::span<const std::byte> part) {
    bytes.insert(bytes.end(), part.begin(), part.end());
  };
  append(std::as_bytes(std::span(text)));
  for (const NamedArray* array : order) append(bytesOf(array->values));
  return bytes;
}

void writeSafetensors(const SafetensorsFile& content, const std::filesystem::path& file) {
  writeFileAtomically(file, encodeSafetensors(content));
}

SafetensorsFile decodeSafetensors(std::span<const std::byte> bytes, const std::filesystem::path& file) {
  std::size_t dataBegins = 0;
  const Json header = parsedHeader(bytes, dataBegins, file);
  const std::span<const std::byte> data = bytes.subspan(dataBegins);
  SafetensorsFile content;
  std::vector<Description> descriptions;
  for (const auto& [name, entry] : header.items()) {
    if (name == kMetadata) {
      for (const auto& [key, value] : entry.items()) {
        if (!value.is_string()) throw ContentError(file, "has metadata that is not text: \"" + key + "\"");
        content.metadata[key] = value.get<std::string>();
      }
    } else {
      descriptions.push_back(described(name, entry, file));
    }
  }
  std::sort(descriptions.begin(), descriptions.end(), [](const Description& a, const Description& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::size_t place = 0;
  for (const Description& description : descriptions) {
    if (description.begin != place || description.end < description.begin || description.end > data.size()) {
      throw ContentError(file, "array \"" + description.name +
                                   "\" has data_offsets that leave a gap, overlap or lie outside");
    }
    place = description.end;
    content.arrays.push_back(loaded(description, data, file));
  }
  if (place != data.size())
    throw ContentError(file, fmt::format("has {} bytes that belong to no array", data.size() - place));
  return content;
}

SafetensorsFile readSafetensors(const std::filesystem::path& file, std::size_t maximumBytes) {
  return decodeSafetensors(readBinaryFile(file, maximumBytes), file);
}

}  // namespace kernelscope
