#pragma once
// The sparse matrix W [n, r] that interpolates a function at 0 .. n-1 from its values at r evenly spaced
// inducing points p_a = a h, h = (n-1) / (r-1). Linear: 2 weights a row, error h^2 max|f''| / 8. Keys: 4
// weights, cubic convolution with ghost nodes c_{-1} = 3 c_0 - 3 c_1 + c_2 at both ends, error O(h^3).
// Source: Keys 1981; use in structured kernel interpolation: Wilson and Nickisch 2015.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace kernelscope {

enum class Interpolation { Linear, Keys };

// What the published code of SKI-TNN does in its place (engine/README.md "Toeplitz kernels"): the upper
// neighbour taken for the lower one, weights swapped, positions spread over 0 .. n; and rows times
// rowDecay^(n i), which leaves the first row alone. To show what that does.
struct ReleasedDefects {
  bool weights = false;
  double rowDecay = 1;  // in (0, 1]; 1: none
};

class InterpolationWeights {
 public:
  // Throws ShapeError for r above n, or below 2 (linear) or 4 (Keys).
  InterpolationWeights(std::int64_t n, std::int64_t r, Interpolation kind,
                       const ReleasedDefects& defects = {});

  std::int64_t rows() const { return static_cast<std::int64_t>(rows_.size()); }
  std::int64_t columns() const { return columns_; }
  double spacing() const { return spacing_; }
  // z = W^T x, y = W z.
  void spread(std::span<const double> x, std::span<double> z) const;
  void gather(std::span<const double> z, std::span<double> y) const;
  // Calls use(column, weight) for the entries of row i that are not always zero.
  template <class Use>
  void forRow(std::int64_t i, const Use& use) const {
    const Row& row = rows_[static_cast<std::size_t>(i)];
    for (std::size_t k = 0; k < kMost && row.first + static_cast<std::int64_t>(k) < columns_; ++k)
      use(row.first + static_cast<std::int64_t>(k), row.weight[k]);
  }
  // [n, r], row-major.
  std::vector<double> dense() const;

 private:
  static constexpr std::size_t kMost = 4;
  struct Row {
    std::int64_t first = 0;  // columns first .. first + 3, as far as there are any
    std::array<double, kMost> weight = {};
  };
  Row linearRow(double position) const;
  Row keysRow(double position) const;
  Row releasedRow(double position) const;

  std::int64_t columns_;
  double spacing_;
  std::vector<Row> rows_;
};

}  // namespace kernelscope
