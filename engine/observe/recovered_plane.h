#pragma once
// What was added to a picture that a network recovered from derivatives: per colour channel the plane
// a + b x + c y, with b = c = 0 where the derivatives leave open a constant only. Network units, coordinates
// in
// [-1, 1].

#include <array>
#include <vector>

namespace kernelscope {

struct RecoveredPlane {
  std::vector<std::array<double, 3>> channels;  // {a, b, c}; empty: nothing was added
  bool empty() const { return channels.empty(); }
  bool operator==(const RecoveredPlane&) const = default;
};

}  // namespace kernelscope
