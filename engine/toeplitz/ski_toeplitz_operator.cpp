#include "engine/toeplitz/ski_toeplitz_operator.h"

#include "engine/core/compute_pool.h"
#include "engine/core/error.h"
#include "engine/toeplitz/dense_toeplitz_operator.h"
#include "engine/toeplitz/fft_toeplitz_operator.h"

#include <fmt/format.h>

#include <algorithm>

namespace kernelscope {

namespace {

// Below this rank the definition is faster than two transforms.
constexpr std::int64_t kLargestDenseRank = 96;

std::vector<double> tapsOf(const ToeplitzKernel& kernel, const std::function<double(double)>& smooth,
                           std::int64_t band) {
  const std::int64_t n = kernel.size();
  if (band < 0 || (band > 0 && band % 2 == 0) || band > 2 * n - 1) {
    throw ShapeError(fmt::format(
        "a band of {} taps for sequences of {}; allowed: 0, or an odd width up to {}", band, n, 2 * n - 1));
  }
  std::vector<double> taps;
  for (std::int64_t lag = -(band / 2); band > 0 && lag <= band / 2; ++lag)
    taps.push_back(kernel.at(lag) - smooth(static_cast<double>(lag)));
  return taps;
}

std::unique_ptr<const ToeplitzOperator> middleOf(const ToeplitzKernel& inducing) {
  if (inducing.size() <= kLargestDenseRank) return std::make_unique<DenseToeplitzOperator>(inducing);
  return std::make_unique<FftToeplitzOperator>(inducing);
}

// y += band x for one sequence; `step` -1 for the transpose.
void addBand(std::span<const double> taps, int step, std::span<const double> x, std::span<double> y) {
  const auto half = static_cast<std::int64_t>(taps.size() / 2), n = static_cast<std::int64_t>(x.size());
  if (taps.empty()) return;
  for (std::int64_t lag = -half; lag <= half; ++lag) {
    const double tap = taps[static_cast<std::size_t>(half + step * lag)];
    const std::int64_t begin = std::max<std::int64_t>(0, lag), end = std::min(n, n + lag);
    for (std::int64_t i = begin; i < end; ++i)
      y[static_cast<std::size_t>(i)] += tap * x[static_cast<std::size_t>(i - lag)];
  }
}

}  // namespace

SkiToeplitzOperator::SkiToeplitzOperator(const ToeplitzKernel& kernel,
                                         const std::function<double(double)>& smooth,
                                         const SkiOptions& options)
    : weights_(kernel.size(), options.rank, options.interpolation, options.defects),
      inducing_(toeplitzKernelOf(options.rank, [&](double a) { return smooth(a * weights_.spacing()); })),
      bandTaps_(tapsOf(kernel, smooth, options.band)),
      middle_(middleOf(inducing_)) {}

void SkiToeplitzOperator::multiply(const Sequences& x, std::span<double> y, ComputePool& pool,
                                   bool transpose) const {
  expectSequences("a sparse plus low-rank product", size(), x, y.size());
  const auto n = static_cast<std::size_t>(size()), r = static_cast<std::size_t>(weights_.columns());
  const auto columns = static_cast<std::size_t>(x.columns);
  std::vector<double> atInducing(columns * r), mixed(columns * r);
  pool.run(x.columns, [&](std::int64_t column, int) {
    const auto c = static_cast<std::size_t>(column);
    weights_.spread(x.values.subspan(c * n, n), std::span(atInducing).subspan(c * r, r));
  });
  const Sequences middle{atInducing, x.columns};
  transpose ? middle_->applyTranspose(middle, mixed, pool) : middle_->apply(middle, mixed, pool);
  pool.run(x.columns, [&](std::int64_t column, int) {
    const auto c = static_cast<std::size_t>(column);
    const std::span<double> out = y.subspan(c * n, n);
    weights_.gather(std::span<const double>(mixed).subspan(c * r, r), out);
    addBand(bandTaps_, transpose ? -1 : 1, x.values.subspan(c * n, n), out);
  });
}

void SkiToeplitzOperator::apply(const Sequences& x, std::span<double> y, ComputePool& pool) const {
  multiply(x, y, pool, false);
}

void SkiToeplitzOperator::applyTranspose(const Sequences& x, std::span<double> y, ComputePool& pool) const {
  multiply(x, y, pool, true);
}

OperatorCost SkiToeplitzOperator::cost() const {
  const OperatorCost middle = middle_->cost();
  const auto n = static_cast<double>(size());
  return {middle.flops + 2 * n * (2 * 4 + static_cast<double>(bandTaps_.size())), middle.bytes + n * 40,
          middle.transforms};
}

double SkiToeplitzOperator::entry(std::int64_t i, std::int64_t j) const {
  const auto half = static_cast<std::int64_t>(bandTaps_.size() / 2);
  const std::int64_t lag = i - j;
  double value =
      !bandTaps_.empty() && lag >= -half && lag <= half ? bandTaps_[static_cast<std::size_t>(lag + half)] : 0;
  weights_.forRow(i, [&](std::int64_t a, double wa) {
    weights_.forRow(j, [&](std::int64_t b, double wb) { value += wa * inducing_.at(a - b) * wb; });
  });
  return value;
}

}  // namespace kernelscope
