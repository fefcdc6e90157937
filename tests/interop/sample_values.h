#pragma once
// The arrays that both sides of the interoperability check make for themselves; sample_values.py says the
// same in NumPy. Every value is exact in its type.

#include "engine/io/named_array.h"

namespace kernelscope::interop {

inline std::vector<NamedArray> sampleArrays() {
  NamedArray floats{"A/value", {3, 4, 2}, std::vector<float>()};
  for (int i = 0; i < 24; ++i) std::get<0>(floats.values).push_back(static_cast<float>(i * i) / 64.0F - 2.0F);
  NamedArray doubles{"layers.0.weight", {2, 5}, std::vector<double>()};
  for (int i = 0; i < 10; ++i) std::get<1>(doubles.values).push_back(1.0 / (1 + i));
  NamedArray integers{"steps", {4}, std::vector<std::int64_t>{0, -1, 9007199254740993, 42}};
  NamedArray scalar{"scalar", {}, std::vector<double>{0.1}};
  NamedArray empty{"empty", {0, 3}, std::vector<float>()};
  return {floats, doubles, integers, scalar, empty};
}

}  // namespace kernelscope::interop
