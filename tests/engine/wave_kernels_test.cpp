// The vectorised exp, sin, cos and random numbers: accuracy against the C library in long double, values that
// do not depend on place or count, and the laws of what is drawn.

#include "engine/backend/cpu/wave_kernels.h"

#include "engine/backend/cpu/random_kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace kernelscope {
namespace {

TEST(WaveKernels, productsOfExpAndWavesAreAccurate) {
  std::vector<double> exponents, phases;
  for (int i = 0; i < 20001; ++i) {
    exponents.push_back(-700 + 0.07 * i);
    phases.push_back(std::sinh((i - 10000) * 1e-3) * 30);  // to 330,000, dense near 0
  }
  std::vector<double> cosines(exponents.size()), sines(exponents.size());
  expCos(exponents, phases, cosines);
  expSin(exponents, phases, sines);
  for (std::size_t i = 0; i < exponents.size(); ++i) {
    const long double size = std::exp(static_cast<long double>(exponents[i]));
    const auto tolerance = static_cast<double>(size) * 1e-12;
    EXPECT_NEAR(cosines[i], static_cast<double>(size * std::cos(static_cast<long double>(phases[i]))),
                tolerance);
    EXPECT_NEAR(sines[i], static_cast<double>(size * std::sin(static_cast<long double>(phases[i]))),
                tolerance);
  }
}

TEST(WaveKernels, endsOfTheRangeAndValuesThatAreNoNumbers) {
  const double infinity = std::numeric_limits<double>::infinity();
  const std::vector<double> exponents = {-1000, -infinity, 1000, infinity, 0, 0, std::nan(""), -708};
  const std::vector<double> phases = {0, 0, 0, 0, 1e15, infinity, 0, 0};
  std::vector<double> out(exponents.size());
  expCos(exponents, phases, out);
  EXPECT_EQ(out[0], 0);
  EXPECT_EQ(out[1], 0);
  EXPECT_EQ(out[2], infinity);
  EXPECT_EQ(out[3], infinity);
  EXPECT_NEAR(out[4], std::cos(1e15), 1e-12);
  EXPECT_TRUE(std::isnan(out[5]));
  EXPECT_TRUE(std::isnan(out[6]));
  EXPECT_NEAR(out[7] / std::exp(-708), 1, 1e-12);
}

TEST(WaveKernels, anElementDoesNotDependOnItsPlace) {
  std::vector<double> exponents, phases;
  for (int i = 0; i < 150; ++i) {
    exponents.push_back(0.1 * i - 7);
    phases.push_back(0.37 * i - 20);
  }
  std::vector<double> all(150), one(1);
  expSin(exponents, phases, all);
  for (std::size_t i = 0; i < 150; ++i) {
    expSin({&exponents[i], 1}, {&phases[i], 1}, one);
    EXPECT_EQ(one[0], all[i]) << i;
  }
}

TEST(RandomKernels, aPairDependsOnStreamAndCounterAlone) {
  const RngStream stream(5, 9);
  for (const auto fill : {&fillNormalPairs, &fillUniformPairs}) {
    std::vector<double> a(200), b(200), x(1), y(1);
    fill(stream, 7, a, b);
    for (std::size_t i = 0; i < a.size(); ++i) {
      fill(stream, 7 + i, x, y);
      EXPECT_EQ(x[0], a[i]);
      EXPECT_EQ(y[0], b[i]);
    }
  }
}

TEST(RandomKernels, uniformsAreThoseOfTheGenerator) {
  const RngStream stream(5, 9);
  std::vector<double> a(100), b(100);
  fillUniformPairs(stream, 3, a, b);
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_NEAR(a[i], stream.uniform(3 + i), 2e-16);
    const auto words = stream.words(3 + i);
    EXPECT_NEAR(b[i], words[2] * 0x1p-32, 3e-10);
  }
}

TEST(RandomKernels, normalsHaveTheNormalLaw) {
  constexpr std::size_t kCount = 200000;
  std::vector<double> a(kCount), b(kCount);
  fillNormalPairs(RngStream(2, 2), 0, a, b);
  double product = 0;
  for (std::size_t i = 0; i < kCount; ++i) product += a[i] * b[i];
  // Five standard errors throughout.
  EXPECT_NEAR(product / kCount, 0, 5 / std::sqrt(kCount));
  for (std::vector<double>* numbers : {&a, &b}) {
    double square = 0, fourth = 0;
    for (const double x : *numbers) square += x * x, fourth += x * x * x * x;
    EXPECT_NEAR(square / kCount, 1, 5 * std::sqrt(2.0 / kCount));
    EXPECT_NEAR(fourth / kCount, 3, 5 * std::sqrt(96.0 / kCount));
    // Kolmogorov and Smirnov: sqrt(n) D above 2 in one sample of 1,500.
    std::ranges::sort(*numbers);
    double distance = 0;
    for (std::size_t i = 0; i < kCount; ++i) {
      const double law = 0.5 * std::erfc(-(*numbers)[i] / std::sqrt(2.0));
      distance = std::max(distance, std::abs(law - (static_cast<double>(i) + 0.5) / kCount));
    }
    EXPECT_LT(distance * std::sqrt(kCount), 2);
  }
}

}  // namespace
}  // namespace kernelscope
