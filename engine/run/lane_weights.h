#pragma once
// A lane's parameters as named arrays, and back: "layers.2.theta" [out, features]. What weight files hold.

#include "engine/io/named_array.h"
#include "engine/nn/network.h"

#include <span>
#include <vector>

namespace kernelscope {

// One array per parameter of the layout, in its order; `flat` holds totalCount() values.
std::vector<NamedArray> namedWeights(const ParameterLayout& layout, std::span<const float> flat);

// The flat vector of a layout. Throws ContentError, naming `file`, for a missing array or another shape.
std::vector<float> flatWeights(const ParameterLayout& layout, std::span<const NamedArray> arrays,
                               const std::filesystem::path& file);

}  // namespace kernelscope
