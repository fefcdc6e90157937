#include "engine/features/spectral_form.h"

#include "engine/features/quadrature.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace kernelscope {

namespace {

using Function = double (*)(double);

// Written out from their definitions, apart from the engine's own formulas.
const std::map<ActivationKind, Function>& definitions() {
  static const std::map<ActivationKind, Function> all = {
      {ActivationKind::Identity, [](double z) { return z; }},
      {ActivationKind::Sine, [](double z) { return std::sin(z); }},
      {ActivationKind::Cosine, [](double z) { return std::cos(z); }},
      {ActivationKind::Tanh, [](double z) { return std::tanh(z); }},
      {ActivationKind::Sigmoid, [](double z) { return 1 / (1 + std::exp(-z)); }},
      {ActivationKind::Softplus, [](double z) { return std::log1p(std::exp(z)); }},
      {ActivationKind::SiLU, [](double z) { return z / (1 + std::exp(-z)); }},
      {ActivationKind::GELU, [](double z) { return z * 0.5 * std::erfc(-z / std::sqrt(2.0)); }},
      {ActivationKind::Gaussian, [](double z) { return std::exp(-z * z / 2); }},
      {ActivationKind::Sinc, [](double z) { return z == 0 ? 1 : std::sin(z) / z; }},
      {ActivationKind::ReLU, [](double z) { return std::max(z, 0.0); }},
  };
  return all;
}

}  // namespace

TEST(SpectralForm, everyConstructionGivesItsFunctionBackOnMinusThreeToThree) {
  for (const auto& [kind, function] : definitions()) {
    for (const double frequency : {1.0, 2.5}) {
      const auto form = spectralForm({kind, frequency, 1});
      ASSERT_TRUE(form) << activationName(kind);
      for (double z = -3; z <= 3.001; z += 0.25) {
        const double tolerance = form->cutoffError > 0 ? form->cutoffError * (1 + 1e-9) : 1e-6;
        EXPECT_NEAR(form->evaluate(z), function(frequency * z), tolerance)
            << activationName(kind) << " frequency " << frequency << " z " << z;
      }
    }
  }
}

TEST(SpectralForm, reluIsCutWithTheBoundOfItsRemainder) {
  const auto form = spectralForm({ActivationKind::ReLU, 1, 1});
  ASSERT_TRUE(form);
  EXPECT_DOUBLE_EQ(form->cutoffError, 1 / (2 * M_PI * M_PI * kReluCutoff));
  EXPECT_NEAR(form->evaluate(0), form->cutoffError, 1e-12);
  EXPECT_EQ(form->strip, 0);
}

TEST(SpectralForm, stepHasNoConstruction) {
  EXPECT_FALSE(spectralForm({ActivationKind::Step, 1, 1}));
}

TEST(Quadrature, gaussLegendreIsExactForPolynomialsOfItsDegree) {
  for (const int count : {1, 2, 4, 16}) {
    const QuadratureRule& rule = gaussLegendre(count);
    for (int power = 0; power <= 2 * count - 1; ++power) {
      double sum = 0;
      for (std::size_t i = 0; i < rule.nodes.size(); ++i)
        sum += rule.weights[i] * std::pow(rule.nodes[i], power);
      EXPECT_NEAR(sum, power % 2 == 0 ? 2.0 / (power + 1) : 0, 1e-13) << count << " points, power " << power;
    }
  }
}

TEST(Quadrature, wavesThatDecayAreIntegratedToTheirClosedForm) {
  EXPECT_NEAR(integrateWaves([](double s) { return std::exp(-s) * std::cos(10 * s); }, INFINITY), 1.0 / 101,
              1e-12);
  EXPECT_NEAR(integrateWaves([](double s) { return std::sin(s); }, 3), 1 - std::cos(3.0), 1e-13);
}

}  // namespace kernelscope
