#pragma once
// Which derivatives with respect to the network's input travel with its values. Channels lie one under
// the other as blocks of `batch` rows: value; d/dx_k for k = 0..coordinates-1; weighted Laplacian
// L = sum_k c_k d^2/dx_k^2.

#include <vector>

namespace kernelscope {

struct JetLayout {
  int coordinates = 0;                   // number of first-derivative channels; 0 for plain training
  bool laplacian = false;                // needs coordinates > 0
  std::vector<double> laplacianWeights;  // c_k, one per coordinate; empty means all 1

  int channels() const { return 1 + coordinates + (laplacian ? 1 : 0); }
  double weight(int k) const {
    return laplacianWeights.empty() ? 1.0 : laplacianWeights[static_cast<std::size_t>(k)];
  }
  bool operator==(const JetLayout&) const = default;
};

}  // namespace kernelscope
