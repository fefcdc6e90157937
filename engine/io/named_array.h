#pragma once
// A named array of numbers in memory: what .npy, .npz and safetensors files hold.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kernelscope {

using ArrayValues = std::variant<std::vector<float>, std::vector<double>, std::vector<std::int64_t>>;

struct NamedArray {
  std::string name;
  std::vector<std::int64_t> shape;  // row-major; empty: a single number
  ArrayValues values;
  bool operator==(const NamedArray&) const = default;
};

// What a file may hold in memory, unless a reader is told otherwise.
inline constexpr std::size_t kMaximumArrayBytes = std::size_t{1} << 31;
inline constexpr std::size_t kMaximumRank = 32;

std::size_t elementCount(const NamedArray& array);    // of the values
std::size_t elementBytes(const ArrayValues& values);  // 4 or 8
std::span<const std::byte> bytesOf(const ArrayValues& values);

// Throws ShapeError, naming the array, unless its shape describes its values.
void checkShape(const NamedArray& array);

// The array of this name, or null.
const NamedArray* findArray(std::span<const NamedArray> arrays, std::string_view name);

// Product of the sizes. Throws ContentError (with `what` naming the array) for a negative size, a rank
// above kMaximumRank, or more than `maximumBytes` at `bytesEach`.
std::size_t checkedElementCount(std::span<const std::int64_t> shape, std::size_t bytesEach,
                                std::size_t maximumBytes, const std::filesystem::path& file,
                                const std::string& what);

// "(2, 3)"
std::string shapeText(std::span<const std::int64_t> shape);

}  // namespace kernelscope
