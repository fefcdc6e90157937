#pragma once
// A named picture of numbers: what a stage tile shows and what arrays.npz keeps. No colours here.

#include <string>
#include <vector>

namespace kernelscope {

struct Field2d {
  std::string name;  // "value", "gradient_magnitude", "laplacian", "error"
  std::string unit;  // "grey value", "per unit length", ...
  int height = 0, width = 0, channels = 1;
  std::vector<float> samples;  // row-major [height, width, channels]

  float at(int row, int column, int channel = 0) const {
    return samples[(static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                    static_cast<std::size_t>(column)) *
                       static_cast<std::size_t>(channels) +
                   static_cast<std::size_t>(channel)];
  }
  bool empty() const { return samples.empty(); }
};

struct FieldRange {
  float minimum = 0, maximum = 0;
};

// The smallest finite sample with at least `quantile` of them at or below it; 0 when there is none.
float fieldQuantile(const Field2d& field, double quantile);

// Smallest and largest finite sample; {0, 0} when there is none.
FieldRange finiteRange(const Field2d& field);

// The largest absolute value that at least `quantile` (0..1) of the finite samples do not exceed: limits
// for signed maps that a few spikes must not decide.
float absoluteQuantile(const Field2d& field, double quantile);

}  // namespace kernelscope
