// Toeplitz operators: every one against the product by definition, transposes as adjoints, gradients of the
// kernel, the same bits for any number of threads; the figures of sparse plus low rank on known kernels;
// causal kernels from real parts.

#include "engine/core/compute_pool.h"
#include "engine/core/error.h"
#include "engine/core/rng.h"
#include "engine/linalg/host_linalg.h"
#include "engine/toeplitz/dense_toeplitz_operator.h"
#include "engine/toeplitz/fft_toeplitz_operator.h"
#include "engine/toeplitz/hilbert_causal_kernel.h"
#include "engine/toeplitz/ski_toeplitz_operator.h"
#include "engine/toeplitz/state_space_form.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>

namespace kernelscope {
namespace {

constexpr std::int64_t kColumns = 3;

std::vector<double> randomNumbers(std::int64_t count, std::uint64_t stream) {
  std::vector<double> values;
  const RngStream rng(4, stream);
  for (std::int64_t i = 0; i < count; ++i) values.push_back(rng.normal(static_cast<std::uint64_t>(i)));
  return values;
}

ToeplitzKernel randomKernel(std::int64_t n) {
  return ToeplitzKernel(randomNumbers(2 * n - 1, static_cast<std::uint64_t>(n)));
}

double smoothKernel(double t) {
  return std::exp(-t * t / 90) + 0.2 * std::sin(t / 11);
}

// T as the operator itself states its entries, row-major.
using Entry = std::function<double(std::int64_t, std::int64_t)>;

struct Subject {
  std::string name;
  std::unique_ptr<const ToeplitzOperator> op;
  Entry entry;
};

std::vector<Subject> subjects(std::int64_t n) {
  std::vector<Subject> all;
  const ToeplitzKernel kernel = randomKernel(n);
  const Entry byLag = [kernel](std::int64_t i, std::int64_t j) { return kernel.at(i - j); };
  all.push_back({"dense", std::make_unique<DenseToeplitzOperator>(kernel), byLag});
  all.push_back({"fft", std::make_unique<FftToeplitzOperator>(kernel), byLag});
  for (const Interpolation kind : {Interpolation::Linear, Interpolation::Keys}) {
    for (const bool released : {false, true}) {
      for (const std::int64_t rank : {std::int64_t{4}, n / 2, n}) {
        if (rank < 4 || rank > n) continue;
        SkiOptions options{
            rank, std::min<std::int64_t>(9, 2 * n - 1), kind, {released, released ? 0.999 : 1}};
        auto ski = std::make_shared<SkiToeplitzOperator>(kernel, smoothKernel, options);
        auto own = std::make_unique<SkiToeplitzOperator>(kernel, smoothKernel, options);
        all.push_back({"ski of rank " + std::to_string(rank) +
                           (kind == Interpolation::Keys ? ", Keys" : ", linear") +
                           (released ? ", as released" : ""),
                       std::move(own), [ski](std::int64_t i, std::int64_t j) { return ski->entry(i, j); }});
      }
    }
  }
  return all;
}

std::vector<double> byDefinition(const Entry& entry, std::int64_t n, std::span<const double> x,
                                 bool transpose) {
  std::vector<double> y(x.size());
  for (std::int64_t c = 0; c < kColumns; ++c)
    for (std::int64_t i = 0; i < n; ++i)
      for (std::int64_t j = 0; j < n; ++j)
        y[static_cast<std::size_t>(c * n + i)] +=
            (transpose ? entry(j, i) : entry(i, j)) * x[static_cast<std::size_t>(c * n + j)];
  return y;
}

void expectEqual(std::span<const double> actual, std::span<const double> expected, double tolerance,
                 const std::string& what) {
  double size = 1e-300, worst = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    size = std::max(size, std::abs(expected[i]));
    worst = std::max(worst, std::abs(actual[i] - expected[i]));
  }
  EXPECT_LE(worst, tolerance * size) << what;
}

constexpr std::int64_t kLengths[] = {1, 2, 3, 8, 17, 64, 101, 257};

TEST(ToeplitzOperator, everyOneAgreesWithItsEntriesAndItsTransposeIsTheAdjoint) {
  ComputePool pool(2);
  for (const std::int64_t n : kLengths) {
    const std::vector<double> x = randomNumbers(kColumns * n, 1);
    for (const Subject& subject : subjects(n)) {
      ASSERT_EQ(subject.op->size(), n);
      std::vector<double> y(x.size()), transposed(x.size());
      subject.op->apply({x, kColumns}, y, pool);
      expectEqual(y, byDefinition(subject.entry, n, x, false), 1e-10,
                  subject.name + ", n = " + std::to_string(n));
      subject.op->applyTranspose({x, kColumns}, transposed, pool);
      expectEqual(transposed, byDefinition(subject.entry, n, x, true), 1e-10,
                  subject.name + " transposed, n = " + std::to_string(n));
    }
  }
}

TEST(ToeplitzOperator, bitsDoNotDependOnTheNumberOfThreads) {
  ComputePool one(1), two(2);
  const std::vector<double> x = randomNumbers(kColumns * 101, 1), g = randomNumbers(kColumns * 101, 2);
  for (const Subject& subject : subjects(101)) {
    std::vector<double> a(x.size()), b(x.size());
    subject.op->apply({x, kColumns}, a, one);
    subject.op->apply({x, kColumns}, b, two);
    EXPECT_EQ(a, b) << subject.name;
  }
  EXPECT_EQ(toeplitzKernelGradient({g, kColumns}, {x, kColumns}, 101, one),
            toeplitzKernelGradient({g, kColumns}, {x, kColumns}, 101, two));
}

TEST(ToeplitzOperator, theGradientOfTheKernelIsTheCorrelation) {
  ComputePool pool(2);
  for (const std::int64_t n : kLengths) {
    const std::vector<double> x = randomNumbers(kColumns * n, 1), g = randomNumbers(kColumns * n, 2);
    std::vector<double> expected(static_cast<std::size_t>(2 * n - 1));
    for (std::int64_t c = 0; c < kColumns; ++c)
      for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t j = 0; j < n; ++j)
          expected[static_cast<std::size_t>(i - j + n - 1)] +=
              g[static_cast<std::size_t>(c * n + i)] * x[static_cast<std::size_t>(c * n + j)];
    expectEqual(toeplitzKernelGradient({g, kColumns}, {x, kColumns}, n, pool), expected, 1e-10,
                "n = " + std::to_string(n));
  }
}

TEST(ToeplitzOperator, wrongShapesAreRefusedWithWhatIsAllowed) {
  ComputePool pool(1);
  const ToeplitzKernel kernel = randomKernel(8);
  std::vector<double> x(16), y(15);
  EXPECT_THROW(FftToeplitzOperator(kernel).apply({x, 2}, y, pool), ShapeError);
  EXPECT_THROW(ToeplitzKernel(std::vector<double>(6)), ShapeError);
  const auto made = [&](std::int64_t rank, std::int64_t band) {
    return SkiToeplitzOperator(kernel, smoothKernel, {rank, band, Interpolation::Linear, {}});
  };
  EXPECT_THROW(made(9, 3), ShapeError);
  EXPECT_THROW(made(1, 3), ShapeError);
  EXPECT_THROW(made(4, 4), ShapeError);
  EXPECT_THROW(made(4, 17), ShapeError);
  EXPECT_NO_THROW(made(4, 15));
  EXPECT_THROW(FftToeplitzOperator(std::vector<std::complex<double>>(8), 8), ShapeError);
}

TEST(FourierLength, isTheSmallestEvenOneWithoutLargePrimes) {
  const auto isFast = [](std::size_t length) {
    for (const std::size_t prime : {2, 3, 5})
      while (length % prime == 0) length /= prime;
    return length == 1;
  };
  for (std::size_t least = 1; least < 700; ++least) {
    std::size_t expected = least + least % 2;
    while (!isFast(expected)) expected += 2;
    EXPECT_EQ(fastFourierLength(least), std::max<std::size_t>(expected, 2)) << least;
  }
}

TEST(InterpolationWeights, reproducePolynomialsOfTheirDegree) {
  constexpr std::int64_t n = 60;
  for (const std::int64_t r : {4, 7, 33, 60}) {
    for (const auto& [kind, degree] :
         {std::pair(Interpolation::Linear, 1), std::pair(Interpolation::Keys, 2)}) {
      const InterpolationWeights weights(n, r, kind);
      std::vector<double> atNodes, expected, y(n);
      for (std::int64_t a = 0; a < r; ++a)
        atNodes.push_back(1 + std::pow(0.03 * static_cast<double>(a) * weights.spacing() - 0.4, degree));
      for (std::int64_t i = 0; i < n; ++i)
        expected.push_back(1 + std::pow(0.03 * static_cast<double>(i) - 0.4, degree));
      weights.gather(atNodes, y);
      expectEqual(y, expected, 1e-12, "r = " + std::to_string(r));
    }
  }
}

// Relative spectral error in %, n = 512, r = 64, no band; prototypes in NumPy gave these to the digits shown.
TEST(SkiFigures, relativeSpectralErrorsAreTheKnownOnes) {
  constexpr std::int64_t n = 512, r = 64;
  struct Case {
    std::function<double(double)> k;
    double linear, keys, released, entry;
  };
  const Case cases[] = {
      {[](double t) { return std::exp(-t * t / 512); }, 3.17, 0.439, 30.3, 0.0603},
      {[](double t) { return std::exp(-t * t / 800) * (1 + std::sin(t / 10) / 2); }, 3.79, 0.906, 31.4,
       0.1075},
      {[](double t) { return std::pow(0.99, std::abs(t)) * std::cos(t / 20); }, 2.88, 0.183, 33.6, 0.0765}};
  for (const Case& one : cases) {
    const ToeplitzKernel kernel = toeplitzKernelOf(n, one.k);
    const auto norm = [&](const Entry& entry) {
      std::vector<double> matrix(static_cast<std::size_t>(n * n));
      for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t j = 0; j < n; ++j) matrix[static_cast<std::size_t>(i * n + j)] = entry(i, j);
      return singularValues(matrix, n, n).front();
    };
    const double whole = norm([&](std::int64_t i, std::int64_t j) { return kernel.at(i - j); });
    const auto errorOf = [&](Interpolation kind, const ReleasedDefects& defects) {
      const SkiToeplitzOperator ski(kernel, one.k, {r, 0, kind, defects});
      return 100 * norm([&](std::int64_t i, std::int64_t j) { return kernel.at(i - j) - ski.entry(i, j); }) /
             whole;
    };
    EXPECT_NEAR(errorOf(Interpolation::Linear, {}), one.linear, 0.02);
    EXPECT_NEAR(errorOf(Interpolation::Keys, {}), one.keys, 0.02);
    EXPECT_NEAR(errorOf(Interpolation::Linear, {.weights = true, .rowDecay = 1}), one.released, 0.1);
    EXPECT_NEAR(errorOf(Interpolation::Linear, {.weights = true, .rowDecay = 0.99}), 100, 0.5);
    const SkiToeplitzOperator ski(kernel, one.k, {r, 0, Interpolation::Linear, {}});
    double worst = 0;
    for (std::int64_t i = 0; i < n; ++i)
      for (std::int64_t j = 0; j < n; ++j)
        worst = std::max(worst, std::abs(kernel.at(i - j) - ski.entry(i, j)));
    EXPECT_NEAR(worst, one.entry, 5e-4);
  }
}

TEST(CausalResponse, keepsTheRealPartAndHasNothingBeforeLagZero) {
  for (const std::size_t half : {1U, 2U, 64U, 1000U}) {
    std::vector<double> real;
    for (std::size_t k = 0; k <= half; ++k)
      real.push_back(std::exp(-3.0 * static_cast<double>(k) / static_cast<double>(half)) +
                     0.1 * std::cos(static_cast<double>(k)));
    const CausalResponse causal = causalResponse(real);
    ASSERT_EQ(causal.taps.size(), half + 1);
    for (std::size_t k = 0; k <= half; ++k)
      EXPECT_NEAR(causal.response[k].real(), real[k], 1e-12) << half << ' ' << k;
    EXPECT_EQ(causal.response.front().imag(), 0);
    EXPECT_NEAR(causal.response.back().imag(), 0, 1e-12);
    // The operator of this response is lower triangular: an impulse in the middle moves nothing before it.
    const auto n = static_cast<std::int64_t>(half);
    ComputePool pool(1);
    std::vector<double> impulse(half), y(half);
    const std::size_t middle = half / 2;
    impulse[middle] = 1;
    FftToeplitzOperator(causal.response, n).apply({impulse, 1}, y, pool);
    double before = 0, all = 0;
    for (std::size_t i = 0; i < half; ++i) {
      all += y[i] * y[i];
      if (i < middle) before += y[i] * y[i];
      if (i >= middle) {
        EXPECT_NEAR(y[i], causal.taps[i - middle], 1e-12);
      }
    }
    EXPECT_LE(before, 1e-24 * all);
  }
}

TEST(StateSpaceForm, reproducesTheKernelAndItsProduct) {
  ComputePool pool(1);
  for (const std::int64_t n : {1, 2, 3, 10, 129, 256}) {
    for (const double gamma : {1.0, 0.99}) {
      const std::vector<double> taps = randomNumbers(n, 5), x = randomNumbers(n, 6);
      const std::vector<DiagonalState> states = stateSpaceForm(taps, gamma);
      EXPECT_EQ(states.size(), static_cast<std::size_t>((n + 1) / 2));
      std::vector<double> expected;
      for (std::int64_t lag = 0; lag < n; ++lag)
        expected.push_back(std::pow(gamma, static_cast<double>(lag)) * taps[static_cast<std::size_t>(lag)]);
      expectEqual(impulseResponse(states, n), expected, 1e-10, "n = " + std::to_string(n));
      const ToeplitzKernel kernel =
          toeplitzKernelOf(n, [&](double t) { return t < 0 ? 0.0 : expected[static_cast<std::size_t>(t)]; });
      std::vector<double> y(x.size());
      DenseToeplitzOperator(kernel).apply({x, 1}, y, pool);
      expectEqual(runRecurrence(states, x), y, 1e-10, "product, n = " + std::to_string(n));
    }
  }
  // Beyond its length an undecayed kernel repeats: lag n is minus the sum, lag n + 1 the first tap.
  const std::vector<double> taps = {3, -1, 0.5};
  const std::vector<double> longer = impulseResponse(stateSpaceForm(taps, 1), 5);
  EXPECT_NEAR(longer[3], -2.5, 1e-12);
  EXPECT_NEAR(longer[4], 3, 1e-12);
}

}  // namespace
}  // namespace kernelscope
