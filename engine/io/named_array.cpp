#include "engine/io/named_array.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace kernelscope {

static_assert(std::endian::native == std::endian::little, "array files are little-endian, as memory must be");

std::size_t elementCount(const NamedArray& array) {
  return std::visit([](const auto& values) { return values.size(); }, array.values);
}

std::size_t elementBytes(const ArrayValues& values) {
  return std::visit([](const auto& typed) { return sizeof(typed[0]); }, values);
}

std::span<const std::byte> bytesOf(const ArrayValues& values) {
  return std::visit([](const auto& typed) { return std::as_bytes(std::span(typed)); }, values);
}

void checkShape(const NamedArray& array) {
  std::int64_t count = 1;
  bool valid = array.shape.size() <= kMaximumRank;
  for (const std::int64_t size : array.shape)
    valid = valid && size >= 0 && !__builtin_mul_overflow(count, size, &count);
  if (!valid || static_cast<std::size_t>(count) != elementCount(array)) {
    throw ShapeError(fmt::format("array \"{}\": {} values do not have the shape {}", array.name,
                                 elementCount(array), shapeText(array.shape)));
  }
}

const NamedArray* findArray(std::span<const NamedArray> arrays, std::string_view name) {
  const auto found =
      std::find_if(arrays.begin(), arrays.end(), [&](const auto& array) { return array.name == name; });
  return found == arrays.end() ? nullptr : &*found;
}

std::size_t checkedElementCount(std::span<const std::int64_t> shape, std::size_t bytesEach,
                                std::size_t maximumBytes, const std::filesystem::path& file,
                                const std::string& what) {
  if (shape.size() > kMaximumRank)
    throw ContentError(file, fmt::format("{} has {} dimensions", what, shape.size()));
  std::uint64_t bytes = bytesEach;
  bool overflow = false;
  for (const std::int64_t size : shape) {
    if (size < 0) throw ContentError(file, fmt::format("{} has a side of {}", what, size));
    overflow = __builtin_mul_overflow(bytes, static_cast<std::uint64_t>(size), &bytes) || overflow;
  }
  if (std::find(shape.begin(), shape.end(), 0) != shape.end()) return 0;
  if (overflow || bytes > maximumBytes) {
    throw ContentError(file, fmt::format("{} of shape {} is larger than the {} bytes allowed here", what,
                                         shapeText(shape), maximumBytes));
  }
  return static_cast<std::size_t>(bytes) / bytesEach;
}

std::string shapeText(std::span<const std::int64_t> shape) {
  std::string text = "(";
  for (std::size_t i = 0; i < shape.size(); ++i) text += fmt::format("{}{}", i == 0 ? "" : ", ", shape[i]);
  return text + (shape.size() == 1 ? ",)" : ")");
}

}  // namespace kernelscope
