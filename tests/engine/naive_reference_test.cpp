// The reference itself, against differences and tabulated values: a wrong judge would pass wrong code.

#include "tests/support/naive_reference.h"

#include "tests/support/finite_difference.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope::test {
namespace {

TEST(NaiveReferenceTest, valuesMatchTheDefinitions) {
  const double z = 0.8;
  const auto value = [&](ActivationKind kind) { return naiveActivation(kind, z)[0]; };
  EXPECT_NEAR(value(ActivationKind::Tanh), std::tanh(z), 1e-15);
  EXPECT_NEAR(value(ActivationKind::GELU), z * 0.5 * std::erfc(-z / std::sqrt(2.0)), 1e-15);
  EXPECT_NEAR(value(ActivationKind::Sigmoid), 1 / (1 + std::exp(-z)), 1e-15);
  EXPECT_NEAR(value(ActivationKind::SiLU), z / (1 + std::exp(-z)), 1e-15);
  EXPECT_NEAR(value(ActivationKind::Softplus), std::log1p(std::exp(z)), 1e-15);
  EXPECT_NEAR(value(ActivationKind::Gaussian), std::exp(-z * z / 2), 1e-15);
  EXPECT_NEAR(value(ActivationKind::Sinc), std::sin(z) / z, 1e-15);
  EXPECT_NEAR(value(ActivationKind::SquaredReLU), z * z, 1e-15);
  EXPECT_EQ(naiveActivation(ActivationKind::Sinc, 0.0)[0], 1);
  EXPECT_NEAR(naiveActivation(ActivationKind::Sinc, 0.0)[2], -1.0 / 3, 1e-15);
}

TEST(NaiveReferenceTest, everyDerivativeIsTheDifferenceOfTheOneBefore) {
  for (int i = 0; i < kActivationCount; ++i) {
    const auto kind = static_cast<ActivationKind>(i);
    for (const double z : {-3.1, -0.7, -0.2, 0.3, 0.9, 2.6}) {
      const auto s = naiveActivation(kind, z);
      for (std::size_t order = 0; order < 3; ++order) {
        const double difference =
            centralDifference([&](double t) { return naiveActivation(kind, z + t)[order]; }, 1e-3);
        EXPECT_LE(symmetricError(s[order + 1], difference, 1), 1e-10)
            << activationName(kind) << " order " << order + 1 << " at " << z;
      }
    }
  }
}

}  // namespace
}  // namespace kernelscope::test
