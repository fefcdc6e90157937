#include "engine/toeplitz/fft_toeplitz_operator.h"

#include "engine/core/compute_pool.h"
#include "engine/core/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

using Complex = std::complex<double>;

// What a thread works in.
struct Workroom {
  explicit Workroom(const RealFourierPlan& plan) : samples(plan.length()), bins(plan.bins()) {}
  FourierBuffer<double> samples;
  FourierBuffer<Complex> bins;

  // The transform of `x`, zeros after it.
  void transform(const RealFourierPlan& plan, std::span<const double> x) {
    const std::span<double> in = samples.values();
    std::copy(x.begin(), x.end(), in.begin());
    std::fill(in.begin() + static_cast<std::ptrdiff_t>(x.size()), in.end(), 0.0);
    plan.forward(samples, bins);
  }
};

// c(0) .. c(n-1), zeros, c(-(n-1)) .. c(-1): the first column of the circulant.
std::vector<Complex> responseOf(const ToeplitzKernel& kernel, const RealFourierPlan& plan) {
  Workroom room(plan);
  const std::span<double> column = room.samples.values();
  const std::int64_t n = kernel.size(), length = static_cast<std::int64_t>(plan.length());
  for (std::int64_t lag = 1 - n; lag < n; ++lag)
    column[static_cast<std::size_t>((lag + length) % length)] = kernel.at(lag);
  plan.forward(room.samples, room.bins);
  const std::span<Complex> bins = room.bins.values();
  return {bins.begin(), bins.end()};
}

void divide(std::vector<Complex>& response, std::size_t length) {
  for (Complex& value : response) value /= static_cast<double>(length);
}

std::vector<Workroom> workrooms(const RealFourierPlan& plan, const ComputePool& pool) {
  std::vector<Workroom> rooms;
  rooms.reserve(static_cast<std::size_t>(pool.threads()));
  for (int i = 0; i < pool.threads(); ++i) rooms.emplace_back(plan);
  return rooms;
}

}  // namespace

FftToeplitzOperator::FftToeplitzOperator(const ToeplitzKernel& kernel)
    : size_(kernel.size()),
      plan_(std::make_shared<const RealFourierPlan>(
          fastFourierLength(2 * static_cast<std::size_t>(kernel.size()) - 1))),
      response_(responseOf(kernel, *plan_)) {
  divide(response_, plan_->length());
}

FftToeplitzOperator::FftToeplitzOperator(std::vector<Complex> response, std::int64_t n)
    : size_(n), response_(std::move(response)) {
  const std::size_t length = response_.empty() ? 0 : 2 * (response_.size() - 1);
  if (n < 1 || length < 2 * static_cast<std::size_t>(n)) {
    throw ShapeError(
        fmt::format("a frequency response of {} numbers for sequences of {}; it needs at least {}",
                    response_.size(), n, n + 1));
  }
  plan_ = std::make_shared<const RealFourierPlan>(length);
  divide(response_, length);
}

void FftToeplitzOperator::multiply(const Sequences& x, std::span<double> y, ComputePool& pool,
                                   bool transpose) const {
  expectSequences("a Toeplitz product by FFT", size_, x, y.size());
  const auto n = static_cast<std::size_t>(size_);
  std::vector<Workroom> rooms = workrooms(*plan_, pool);
  pool.run(x.columns, [&](std::int64_t column, int worker) {
    Workroom& room = rooms[static_cast<std::size_t>(worker)];
    const std::size_t first = static_cast<std::size_t>(column) * n;
    room.transform(*plan_, x.values.subspan(first, n));
    Complex* bins = room.bins.data();
    // Written out: the product of std::complex minds infinities at a cost.
    for (std::size_t k = 0; k < response_.size(); ++k) {
      const double re = response_[k].real(), im = transpose ? -response_[k].imag() : response_[k].imag();
      const double a = bins[k].real(), b = bins[k].imag();
      bins[k] = {a * re - b * im, a * im + b * re};
    }
    plan_->inverse(room.bins, room.samples);
    const std::span<const double> out = room.samples.values();
    std::copy_n(out.begin(), n, y.begin() + static_cast<std::ptrdiff_t>(first));
  });
}

void FftToeplitzOperator::apply(const Sequences& x, std::span<double> y, ComputePool& pool) const {
  multiply(x, y, pool, false);
}

void FftToeplitzOperator::applyTranspose(const Sequences& x, std::span<double> y, ComputePool& pool) const {
  multiply(x, y, pool, true);
}

OperatorCost FftToeplitzOperator::cost() const {
  const auto length = static_cast<double>(plan_->length());
  return {5 * length * std::log2(length) + 3 * length,
          static_cast<double>(response_.size() * sizeof(Complex)), 2};
}

void expectSequences(const char* operation, std::int64_t n, const Sequences& x, std::size_t y) {
  const auto needed = static_cast<std::size_t>(n * x.columns);
  if (x.columns < 0 || x.values.size() != needed || y != needed) {
    throw ShapeError(fmt::format("{}: {} sequences of {} need {} numbers each way, got {} and {}", operation,
                                 x.columns, n, needed, x.values.size(), y));
  }
}

std::vector<double> toeplitzKernelGradient(const Sequences& gy, const Sequences& x, std::int64_t n,
                                           ComputePool& pool) {
  expectSequences("a Toeplitz kernel's gradient", n, gy, x.values.size());
  const auto length = static_cast<std::size_t>(n);
  const RealFourierPlan plan(fastFourierLength(2 * length - 1));
  // conj(F x) F gy of every column, added in column order: the same bits for any number of threads.
  std::vector<std::vector<Complex>> products(static_cast<std::size_t>(x.columns));
  std::vector<Workroom> inputs = workrooms(plan, pool), adjoints = workrooms(plan, pool);
  pool.run(x.columns, [&](std::int64_t column, int worker) {
    const std::size_t first = static_cast<std::size_t>(column) * length;
    Workroom &in = inputs[static_cast<std::size_t>(worker)],
             &out = adjoints[static_cast<std::size_t>(worker)];
    in.transform(plan, x.values.subspan(first, length));
    out.transform(plan, gy.values.subspan(first, length));
    std::vector<Complex>& product = products[static_cast<std::size_t>(column)];
    product.resize(plan.bins());
    for (std::size_t k = 0; k < product.size(); ++k)
      product[k] = std::conj(in.bins.values()[k]) * out.bins.values()[k] / static_cast<double>(plan.length());
  });
  Workroom sum(plan);
  for (const std::vector<Complex>& product : products)
    for (std::size_t k = 0; k < product.size(); ++k) sum.bins.values()[k] += product[k];
  plan.inverse(sum.bins, sum.samples);
  std::vector<double> gradient;
  const std::int64_t period = static_cast<std::int64_t>(plan.length());
  for (std::int64_t lag = 1 - n; lag < n; ++lag)
    gradient.push_back(sum.samples.values()[static_cast<std::size_t>((lag + period) % period)]);
  return gradient;
}

}  // namespace kernelscope
