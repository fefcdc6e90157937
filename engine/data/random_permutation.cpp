#include "engine/data/random_permutation.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kernelscope {

std::vector<std::int32_t> randomPermutation(std::int32_t count, const RngStream& stream) {
  std::vector<std::int32_t> order(static_cast<std::size_t>(std::max(count, 0)));
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t left = order.size(); left > 1; --left) {
    const double uniform = stream.uniform(left);
    const auto drawn = std::min(static_cast<std::size_t>(uniform * static_cast<double>(left)), left - 1);
    std::swap(order[left - 1], order[drawn]);
  }
  return order;
}

}  // namespace kernelscope
