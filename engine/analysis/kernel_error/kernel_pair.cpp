#include "engine/analysis/kernel_error/kernel_pair.h"

#include "engine/core/error.h"

#include <numeric>

namespace kernelscope {

KernelPair makePair(std::vector<double> x, std::vector<double> w, double bias) {
  if (x.empty() || x.size() != w.size())
    throw ShapeError("a pair needs an input and a weight of equal length, at least 1; got " +
                     std::to_string(x.size()) + " and " + std::to_string(w.size()));
  KernelPair pair{std::move(x), std::move(w), bias, {}};
  const auto dot = [](const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
  };
  pair.geometry = {static_cast<int>(pair.x.size()), dot(pair.x, pair.x), dot(pair.w, pair.w),
                   dot(pair.x, pair.w), bias};
  for (std::size_t k = 0; k < pair.x.size(); ++k)
    pair.geometry.overlap += pair.x[k] * pair.x[k] * pair.w[k] * pair.w[k];
  return pair;
}

}  // namespace kernelscope
