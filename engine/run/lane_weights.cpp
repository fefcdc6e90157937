#include "engine/run/lane_weights.h"

#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace kernelscope {

std::vector<NamedArray> namedWeights(const ParameterLayout& layout, std::span<const float> flat) {
  std::vector<NamedArray> arrays;
  for (const ParameterSlice& slice : layout.slices()) {
    const auto part = flat.subspan(static_cast<std::size_t>(slice.offset),
                                   static_cast<std::size_t>(slice.rows * slice.cols));
    // A bias is a vector to everybody else.
    std::vector<std::int64_t> shape = {slice.rows, slice.cols};
    if (slice.rows == 1 && slice.name.ends_with("bias")) shape = {slice.cols};
    arrays.push_back({slice.name, std::move(shape), std::vector<float>(part.begin(), part.end())});
  }
  return arrays;
}

std::vector<float> flatWeights(const ParameterLayout& layout, std::span<const NamedArray> arrays,
                               const std::filesystem::path& file) {
  std::vector<float> flat(static_cast<std::size_t>(layout.totalCount()));
  for (const ParameterSlice& slice : layout.slices()) {
    const NamedArray* array = findArray(arrays, slice.name);
    if (array == nullptr) throw ContentError(file, fmt::format("the array \"{}\" is missing", slice.name));
    const auto* values = std::get_if<std::vector<float>>(&array->values);
    if (values == nullptr || static_cast<std::int64_t>(values->size()) != slice.rows * slice.cols) {
      throw ContentError(file, fmt::format("the array \"{}\" is {}, expected float32 [{}, {}]", slice.name,
                                           shapeText(array->shape), slice.rows, slice.cols));
    }
    std::ranges::copy(*values, flat.begin() + slice.offset);
  }
  return flat;
}

}  // namespace kernelscope
