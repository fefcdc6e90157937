// Ranges and spreads of starting values, against the bounds of the literature worked out by hand.

#include "engine/nn/initializers.h"

#include "engine/nn/network_builder.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope::test {
namespace {

const Activation kSine{ActivationKind::Sine, 30, 1};

TEST(InitializersTest, theFirstSineLayerIsUniformInOneOverItsInputs) {
  const UniformBounds bounds = denseBounds(2, 128, kSine, {true, 30.0});
  EXPECT_DOUBLE_EQ(bounds.weight, 0.5);
  EXPECT_DOUBLE_EQ(bounds.bias, 1 / std::sqrt(2.0));
}

TEST(InitializersTest, laterSineLayersAreDividedByOmega0) {
  EXPECT_DOUBLE_EQ(denseBounds(128, 128, kSine, {false, 30.0}).weight, std::sqrt(6.0 / 128) / 30);
  EXPECT_DOUBLE_EQ(denseBounds(128, 128, {ActivationKind::Sine, 10, 1}, {false, 30.0}).weight,
                   std::sqrt(6.0 / 128) / 10);
}

TEST(InitializersTest, theLinearOutputLayerOfASineNetworkIsInitialisedLikeASineLayer) {
  EXPECT_DOUBLE_EQ(denseBounds(128, 1, {}, {false, 30.0}).weight, std::sqrt(6.0 / 128) / 30);
  EXPECT_DOUBLE_EQ(denseBounds(128, 1, {}, {false, 30.0}).bias, 1 / std::sqrt(128.0));
}

TEST(InitializersTest, withoutSineLayersRectifiersFollowHeAndOthersGlorot) {
  for (const auto kind :
       {ActivationKind::ReLU, ActivationKind::GELU, ActivationKind::SiLU, ActivationKind::Softplus}) {
    EXPECT_DOUBLE_EQ(denseBounds(24, 10, {kind, 1, 1}, {}).weight, 0.5) << activationName(kind);
  }
  for (const auto kind : {ActivationKind::Tanh, ActivationKind::Sigmoid, ActivationKind::Identity,
                          ActivationKind::Gaussian, ActivationKind::Sinc}) {
    EXPECT_DOUBLE_EQ(denseBounds(20, 4, {kind, 1, 1}, {}).weight, 0.5) << activationName(kind);
  }
}

TEST(InitializersTest, uniformDrawsFillTheirRangeEvenly) {
  const double bound = 0.25;
  const HostTensor tensor = uniformTensor({7, 3}, 200, 500, bound);
  double sum = 0, sumOfSquares = 0, smallest = 1, greatest = -1;
  for (const double value : tensor.values<double>()) {
    sum += value;
    sumOfSquares += value * value;
    smallest = std::min(smallest, value);
    greatest = std::max(greatest, value);
  }
  const double n = 1e5, variance = bound * bound / 3;
  EXPECT_GE(smallest, -bound);
  EXPECT_LT(greatest, bound);
  // The gap to the ends is exponential with mean 2 bound / n; 20 means has probability 2e-9.
  EXPECT_LT(smallest + bound, 20 * 2 * bound / n);
  EXPECT_LT(bound - greatest, 20 * 2 * bound / n);
  // Five standard errors: probability 6e-7 each. The variance of x^2 is 4 bound^4 / 45.
  EXPECT_LT(std::abs(sum / n), 5 * std::sqrt(variance / n));
  EXPECT_LT(std::abs(sumOfSquares / n - variance), 5 * bound * bound * std::sqrt(4.0 / 45 / n));
}

TEST(InitializersTest, aDrawDependsOnItsElementOnly) {
  const HostTensor small = uniformTensor({7, 3}, 2, 5, 1), large = uniformTensor({7, 3}, 4, 5, 1);
  for (int row = 0; row < 2; ++row) {
    for (int col = 0; col < 5; ++col) EXPECT_EQ(small.at(row, col), large.at(row, col));
  }
  EXPECT_NE(small.at(0, 0), uniformTensor({8, 3}, 2, 5, 1).at(0, 0));
  EXPECT_NE(small.at(0, 0), uniformTensor({7, 4}, 2, 5, 1).at(0, 0));
}

// The largest absolute starting value of a named parameter.
double largestStart(const Network& network, const std::string& name) {
  const HostTensor parameters = network.initialParameters(7);
  for (const ParameterSlice& slice : network.parameterLayout().slices()) {
    if (slice.name != name) continue;
    double result = 0;
    for (std::int64_t i = 0; i < slice.rows * slice.cols; ++i) {
      result = std::max(result, std::abs(parameters.at(0, slice.offset + i)));
    }
    return result;
  }
  ADD_FAILURE() << "no parameter " << name;
  return -1;
}

TEST(InitializersTest, theDefaultLanesStartAsTheirBoundsSay) {
  const auto sine = [] {
    LayerSpec spec;
    spec.width = 128;
    spec.activation = "sine";
    return spec;
  };
  LayerSpec snnk;
  snnk.type = "snnk";
  snnk.width = 128;
  const LayerSpec output;
  const Network b = buildNetwork({"", {sine(), sine(), snnk, output}}, 2, 1);
  // With n draws the largest misses its bound by more than 15 % with probability 0.85^n < 1e-8 for n >= 128.
  const auto expectBound = [&](const std::string& name, double bound) {
    EXPECT_LE(largestStart(b, name), bound * (1 + 1e-6)) << name;
    EXPECT_GE(largestStart(b, name), bound * 0.85) << name;
  };
  expectBound("layers.0.weight", 0.5);
  expectBound("layers.0.bias", 1 / std::sqrt(2.0));
  expectBound("layers.1.weight", std::sqrt(6.0 / 128) / 30);
  expectBound("layers.1.bias", 1 / std::sqrt(128.0));
  expectBound("layers.2.theta", std::sqrt(6.0 / 64));
  expectBound("layers.3.weight", std::sqrt(6.0 / 128) / 30);
  EXPECT_EQ(largestStart(b, "layers.2.bias"), 0);
  EXPECT_LE(largestStart(b, "layers.3.bias"), 1 / std::sqrt(128.0));
}

}  // namespace
}  // namespace kernelscope::test
