#pragma once
// Real numbers with a whole value are written without ".0", as people write them.

#include <nlohmann/json.hpp>

#include <cmath>
#include <type_traits>

namespace kernelscope {

template <class Value>
nlohmann::ordered_json plainNumber(const Value& value) {
  if constexpr (std::is_floating_point_v<Value>) {
    constexpr double kLargestWhole = 9007199254740991;  // 2^53 - 1
    const bool negativeZero = value == 0 && std::signbit(value);
    if (std::floor(value) == value && std::abs(value) <= kLargestWhole && !negativeZero)
      return static_cast<std::int64_t>(value);
  }
  return value;
}

}  // namespace kernelscope
