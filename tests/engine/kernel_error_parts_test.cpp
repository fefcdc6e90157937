#include "engine/analysis/kernel_error/numeric_spectrum.h"
#include "engine/analysis/kernel_error/polynomial_method.h"
#include "engine/analysis/kernel_error/power_series.h"
#include "engine/analysis/kernel_error/quasi_points.h"
#include "engine/analysis/kernel_error/study_pairs.h"
#include "engine/analysis/kernel_error/target_kernel.h"
#include "engine/analysis/kernel_error/typed_formula.h"
#include "engine/config/kernel_error_config.h"
#include "engine/core/error.h"
#include "engine/features/spectral_form.h"
#include "engine/io/npy.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace kernelscope {

TEST(NumericSpectrum, givesFunctionsBackOnTheirInterval) {
  const auto gelu = [](double z) { return z * 0.5 * std::erfc(-z / std::sqrt(2.0)); };
  const auto typed = [](double z) { return std::exp(-z * z / 2) * std::cos(3 * z); };
  for (const double halfWidth : {2.0, 4.0, 8.0}) {
    for (const auto& f : {std::function<double(double)>(gelu), std::function<double(double)>(typed)}) {
      const NumericSpectrum full = numericSpectrum(f, halfWidth, 0),
                            cut = numericSpectrum(f, halfWidth, 1e-7);
      EXPECT_LT(cut.frequency.size(), full.frequency.size());
      for (double z = -halfWidth; z <= halfWidth; z += halfWidth / 7) {
        EXPECT_NEAR(full.evaluate(z), f(z), 1e-12) << halfWidth;
        EXPECT_NEAR(cut.evaluate(z), f(z), cut.leftOut + 1e-12) << halfWidth;
      }
    }
  }
}

TEST(NumericSpectrum, namesThePlaceWhereAFunctionHasNoValue) {
  EXPECT_THROW(numericSpectrum([](double z) { return 1 / z; }, 1, 0), NumericalError);
}

TEST(PowerSeries, agreesWithTheFunctionsInsideTheirRadius) {
  const std::map<ActivationKind, double (*)(double)> functions = {
      {ActivationKind::Sine, [](double z) { return std::sin(z); }},
      {ActivationKind::Cosine, [](double z) { return std::cos(z); }},
      {ActivationKind::Gaussian, [](double z) { return std::exp(-z * z / 2); }},
      {ActivationKind::Sinc, [](double z) { return z == 0 ? 1 : std::sin(z) / z; }},
      {ActivationKind::Tanh, [](double z) { return std::tanh(z); }},
      {ActivationKind::Sigmoid, [](double z) { return 1 / (1 + std::exp(-z)); }},
      {ActivationKind::Softplus, [](double z) { return std::log1p(std::exp(z)); }},
      {ActivationKind::SiLU, [](double z) { return z / (1 + std::exp(-z)); }},
      {ActivationKind::GELU, [](double z) { return z * 0.5 * std::erfc(-z / std::sqrt(2.0)); }}};
  for (const auto& [kind, function] : functions) {
    const auto series = maclaurinSeries({kind, 1.5, 2}, 24);
    ASSERT_TRUE(series);
    for (double z = -0.4; z <= 0.41; z += 0.1)
      EXPECT_NEAR(series->evaluate(z), 2 * function(1.5 * z), 1e-8) << activationName(kind);
  }
  EXPECT_FALSE(maclaurinSeries({ActivationKind::ReLU, 1, 1}, 5));
}

TEST(PowerSeries, aFitOfAPolynomialIsThePolynomial) {
  const PowerSeries fit = chebyshevFit([](double z) { return 1 - 2 * z + 0.5 * z * z * z; }, 2.5, 5);
  const double expected[] = {1, -2, 0, 0.5, 0, 0};
  for (std::size_t k = 0; k < 6; ++k) EXPECT_NEAR(fit.coefficients[k], expected[k], 1e-12) << k;
}

// E and Var of products of projections, for normal entries and for signs, against 200,000 draws.
TEST(PolynomialMethod, meanAndDeviationOfADrawAreTheFormulas) {
  const KernelPair pair = makePair({0.3, -0.2, 0.2}, {0.3, 0.1, 0.2}, 0.2);
  const PowerSeries series{{0.2, 1, -0.5, 0.3}};
  for (const bool signs : {false, true}) {
    for (const auto kind : {PolynomialMethod::Kind::EveryPower, PolynomialMethod::Kind::OnePower}) {
      const PolynomialMethod method(kind, series, signs, 0);
      const KernelPair seen = method.seenPair(pair);
      ProjectionLaw law;
      if (signs) law.entries = ProjectionLaw::Entries::Signs;
      std::vector<double> values(200000);
      const int sequences = method.projectionsPerFeature();
      const ProjectionMatrix projections = drawMatrix(law, 4, values.size(), sequences, RngStream(5, 5));
      method.features(seen.geometry, SeenDraw(seen, projections).view(), values);
      double sum = 0, squares = 0;
      for (const double value : values) sum += value, squares += value * value;
      const auto n = static_cast<double>(values.size());
      const double deviation = std::sqrt(squares / n - sum * sum / n / n);
      EXPECT_NEAR(sum / n, series.evaluate(pair.geometry.argument()), 4.5 * deviation / std::sqrt(n))
          << signs;
      EXPECT_NEAR(deviation, method.predictedStd(seen.geometry), 0.05 * deviation) << signs;
    }
  }
}

TEST(QuasiPoints, areEvenlySpreadAndEachUniform) {
  const QuasiPoints points = quasiPoints(3, 1024, RngStream(1, 9));
  double mean[3] = {}, square[3] = {}, uniform = 0;
  for (std::size_t i = 0; i < 1024; ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      mean[k] += points.normals[3 * i + k] / 1024;
      square[k] += points.normals[3 * i + k] * points.normals[3 * i + k] / 1024;
    }
    uniform += points.uniforms[i] / 1024;
  }
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_NEAR(mean[k], 0, 0.01);  // independent ones: 0.03
    EXPECT_NEAR(square[k], 1, 0.02);
  }
  EXPECT_NEAR(uniform, 0.5, 0.002);  // independent ones: 0.009
  EXPECT_THROW(quasiPoints(4000, 1, RngStream(1, 9)), NumericalError);
}

TEST(TypedFormula, readsWhatPeopleType) {
  EXPECT_NEAR(TypedFormula("exp(-z^2/2)*cos(3*z)", "/f")(0.5), std::exp(-0.125) * std::cos(1.5), 1e-15);
  EXPECT_NEAR(TypedFormula("erf(z) + relu(-z) + pi", "/f")(0.3), std::erf(0.3) + M_PI, 1e-15);
  EXPECT_TRUE(std::isnan(TypedFormula("sqrt(1+z)", "/f")(-2)));
}

TEST(TypedFormula, refusesWhatIsNoFormulaOfZ) {
  for (const char* text : {"", "exp(", "x + 1", "1/z", "z z", "system(1)", "log(z)"})
    EXPECT_THROW(TypedFormula(text, "/target/expression"), ConfigError) << text;
  EXPECT_THROW(TypedFormula(std::string(60, '(') + "z" + std::string(60, ')'), "/f"), ConfigError);
}

TEST(StudyPairs, drawnPairsHaveTheWishedLengthsAndAngle) {
  KernelPairs wished;
  wished.dimension = 7;
  wished.normX = 1.5;
  wished.normW = 0.5;
  wished.angleDegrees = 120;
  wished.bias = 0.25;
  wished.count = 3;
  const std::vector<KernelPair> pairs = studyPairs(wished, {}, 7);
  ASSERT_EQ(pairs.size(), 3u);
  for (const KernelPair& pair : pairs) {
    EXPECT_NEAR(pair.geometry.xx, 2.25, 1e-12);
    EXPECT_NEAR(pair.geometry.ww, 0.25, 1e-12);
    EXPECT_NEAR(pair.geometry.xw, 0.75 * std::cos(2 * M_PI / 3), 1e-12);
    EXPECT_EQ(pair.geometry.bias, 0.25);
  }
  EXPECT_NE(pairs[0].x, pairs[1].x);
}

TEST(StudyPairs, areReadFromFilesAndRefusedWithAReason) {
  const test::TemporaryFolder folder;
  writeNpy({"x", {2, 3}, std::vector<double>{1, 2, 3, 4, 5, 6}}, folder.path() / "x.npy");
  writeNpy({"w", {2, 3}, std::vector<float>{1, 0, 0, 0, 1, 0}}, folder.path() / "w.npy");
  writeNpy({"b", {2}, std::vector<double>{0.5, -0.5}}, folder.path() / "b.npy");
  writeNpy({"nan", {1, 3}, std::vector<double>{1, NAN, 3}}, folder.path() / "nan.npy");
  KernelPairs given;
  given.x.file = "x.npy";
  given.w.file = "w.npy";
  given.b.file = "b.npy";
  const std::vector<KernelPair> pairs = studyPairs(given, folder.path(), 7);
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[1].geometry.xw, 5);
  EXPECT_EQ(pairs[1].geometry.bias, -0.5);
  given.w.file = "nan.npy";
  EXPECT_THROW(studyPairs(given, folder.path(), 7), ContentError);
  given.w.file = "b.npy";
  EXPECT_THROW(studyPairs(given, folder.path(), 7), ConfigError);
  given.w.file = "missing.npy";
  EXPECT_THROW(studyPairs(given, folder.path(), 7), IoError);
}

TEST(TargetKernel, knowsItsExactValueAndScale) {
  const PairGeometry pair{3, 0.49, 0.64, 0.2, 0.3};
  const auto exact = [&](const KernelTarget& target) { return makeTarget(target).exact(pair); };
  EXPECT_NEAR(exact({"activation", "tanh", 2, "", 1}), std::tanh(1.0), 1e-15);
  EXPECT_NEAR(exact({"softmax", "", 1, "", 1}), std::exp(0.5), 1e-15);
  EXPECT_NEAR(exact({"gaussian", "", 1, "", 1}), std::exp(-(0.49 + 0.64 - 0.4) / 2), 1e-15);
  EXPECT_NEAR(exact({"formula", "", 1, "z*z", 1}), 0.25, 1e-15);
  const std::vector<PairGeometry> pairs = {pair, {3, 1, 1, -0.7, 0}};
  EXPECT_NEAR(targetScale(makeTarget({"formula", "", 1, "z*z", 1}), pairs), 0.49, 1e-12);
}

// What the set-up offers (config) and what can be computed (analysis) are the same.
TEST(KernelMaps, areOfferedForTheFunctionsThatHaveThem) {
  for (int kind = 0; kind < kActivationCount; ++kind) {
    const Activation activation{static_cast<ActivationKind>(kind), 1, 1};
    KernelTarget target;
    target.kind = "activation";
    target.name = activationName(activation.kind);
    EXPECT_EQ(mapEstimates("universal-real", target), spectralForm(activation).has_value()) << target.name;
    EXPECT_EQ(mapEstimates("maclaurin", target), maclaurinSeries(activation, 9).has_value()) << target.name;
  }
}

}  // namespace kernelscope
