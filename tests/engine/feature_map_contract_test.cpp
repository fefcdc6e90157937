// What random features promise: unbiased estimates of their kernel for every map and sampling. The maps'
// gradients and jets are judged in layer_contract_test, inside an SNNK layer.

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/core/error.h"
#include "engine/features/feature_registry.h"
#include "engine/features/feature_sampling.h"
#include "engine/features/universal_split.h"
#include "tests/support/kernel_closed_forms.h"
#include "tests/support/layer_cases.h"
#include "tests/support/naive_reference.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace kernelscope::test {
namespace {

constexpr int kWidth = 4;
constexpr int kDraws = 20000;
// A mean of 20,000 draws lies within 4.5 standard errors but for one in 150,000 seeds.
constexpr double kStandardErrors = 4.5;

const std::vector<double> kX = {0.6, -0.3, 0.9, 0.2}, kY = {0.1, 0.5, 0.7, -0.4};

// The mean over the frequencies of the Gaussian or exponential kernel with their scale, and the inputs'
// product where they are features too.
double universalKernel(const LayerSpec& spec) {
  const Activation activation{activationFromName(spec.activation)};
  const UniversalSplit split(activation, spec.sigma);
  constexpr int kQuantiles = 20000;
  double sum = 0;
  for (int i = 0; i < kQuantiles; ++i) {
    const double scale = split.scale(split.frequency((i + 0.5) / kQuantiles));
    sum += spec.radial == "exact" ? std::exp(scale * scale * dot(kX, kY)) : gaussianKernel(scale, kX, kY);
  }
  return sum / kQuantiles + (split.form().slope != 0 ? dot(kX, kY) : 0);
}

double exactKernel(const LayerSpec& spec) {
  if (spec.map == "trigonometric" && spec.radial == "exact")
    return std::exp(spec.sigma * spec.sigma * dot(kX, kY));
  if (spec.map == "trigonometric") return gaussianKernel(spec.sigma, kX, kY);
  if (spec.map == "arc-cosine") return arcCosineKernel(spec.order, kX, kY);
  if (spec.map == "universal") return universalKernel(spec);
  ADD_FAILURE() << "no closed form is known for " << spec.map << "; add it here";
  return 0;
}

std::unique_ptr<const RandomFeatureMap> makeMap(const LayerSpec& spec) {
  FeatureInputs inputs{kWidth, 1, {}};
  if (spec.map == "universal") inputs.estimated = {activationFromName(spec.activation)};
  return makeFeatureMap(spec, inputs);
}

struct Mean {
  double value = 0, standardError = 0;
  bool covers(double exact) const { return std::abs(value - exact) <= kStandardErrors * standardError; }
};

Mean meanOf(const std::vector<double>& draws) {
  const double n = static_cast<double>(draws.size());
  double sum = 0, sumOfSquares = 0;
  for (const double draw : draws) sum += draw;
  for (const double draw : draws) sumOfSquares += (draw - sum / n) * (draw - sum / n);
  return {sum / n, std::sqrt(sumOfSquares / (n - 1) / n)};
}

class FeatureMapContract : public testing::TestWithParam<LayerCase> {
 protected:
  // Phi of the rows of x [rows, kWidth] under projections.
  HostTensor features(const RandomFeatureMap& map, const FeatureDraw<HostTensor>& draw, const HostTensor& x) {
    workspace.reset();
    ExecutionContext context{backend, workspace};
    const auto upload = [&](const HostTensor& host) {
      const Tensor tensor = workspace.take(DType::Float64, host.rows(), host.cols());
      backend.upload(host, tensor);
      return tensor;
    };
    const Tensor z = workspace.take(DType::Float64, x.rows(), map.projections());
    const Tensor phi = workspace.take(DType::Float64, x.rows(), map.featureColumns());
    map.forward(context, {}, {upload(draw.projection), map.hasScales() ? upload(draw.scale) : Tensor()},
                upload(x), z, phi);
    return backend.download(phi);
  }

  CpuBackend backend;
  Workspace workspace{backend};
};

TEST_P(FeatureMapContract, theEstimateOfItsKernelIsUnbiased) {
  const LayerSpec& spec = GetParam().spec;
  const auto map = makeMap(spec);
  const ProjectionSampling sampling = projectionSamplingFromName(spec.projection);
  HostTensor x(DType::Float64, 2, kWidth);
  for (std::size_t i = 0; i < kWidth; ++i) {
    x.set(0, static_cast<std::int64_t>(i), kX[i]);
    x.set(1, static_cast<std::int64_t>(i), kY[i]);
  }
  std::vector<double> draws;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const RngStream stream = RngStream(7, 55).substream(draw);
    const HostTensor phi = features(
        *map, {sampleProjections(sampling, stream, map->projections(), kWidth), map->drawScales(stream)}, x);
    const auto both = phi.values<double>();
    const auto columns = static_cast<std::size_t>(map->featureColumns());
    draws.push_back(dot(both.first(columns), both.last(columns)));
  }
  const Mean mean = meanOf(draws);
  const double exact = exactKernel(spec);
  EXPECT_TRUE(mean.covers(exact)) << "mean " << mean.value << " +- " << mean.standardError << ", exact "
                                  << exact;
}

TEST_P(FeatureMapContract, aMapWithoutProjectionsIsRefused) {
  LayerSpec spec = GetParam().spec;
  spec.features = 0;
  EXPECT_THROW(makeMap(spec), ConfigError);
}

TEST_P(FeatureMapContract, psiOfADenseLayerMakesAnUnbiasedEstimateOfIt) {
  const LayerSpec& spec = GetParam().spec;
  const auto map = makeMap(spec);
  HostTensor weight(DType::Float64, 2, kWidth), bias(DType::Float64, 1, 2), x(DType::Float64, 1, kWidth);
  for (std::size_t i = 0; i < kWidth; ++i) {
    x.set(0, static_cast<std::int64_t>(i), 0.6 * kX[i]);
    weight.set(0, static_cast<std::int64_t>(i), 0.5 * kY[i]);
    weight.set(1, static_cast<std::int64_t>(i), -0.3 * kX[i]);
  }
  bias.set(0, 0, 0.4);
  bias.set(0, 1, -0.7);
  std::array<std::vector<double>, 2> draws;
  for (std::uint64_t index = 0; index < kDraws; ++index) {
    const RngStream stream = RngStream(9, 55).substream(index);
    const FeatureDraw<HostTensor> draw = {
        sampleProjections(projectionSamplingFromName(spec.projection), stream, map->projections(), kWidth),
        map->drawScales(stream.substream(3))};
    HostTensor theta(DType::Float64, 2, map->featureColumns()), constant(DType::Float64, 1, 2);
    if (!map->mapsWeights()) {
      EXPECT_THROW(map->mapWeights(draw, weight, bias, theta, constant), ConfigError);
      return;
    }
    map->mapWeights(draw, weight, bias, theta, constant);
    const HostTensor phi = features(*map, draw, x);
    const auto columns = static_cast<std::size_t>(map->featureColumns());
    for (std::size_t unit = 0; unit < 2; ++unit)
      draws[unit].push_back(
          dot(theta.values<double>().subspan(unit * columns, columns), phi.values<double>()) +
          constant.at(0, static_cast<std::int64_t>(unit)));
  }
  for (std::size_t unit = 0; unit < 2; ++unit) {
    double z = bias.at(0, static_cast<std::int64_t>(unit));
    for (std::int64_t i = 0; i < kWidth; ++i) z += x.at(0, i) * weight.at(static_cast<std::int64_t>(unit), i);
    const double exact = naiveActivation(activationFromName(spec.activation), z)[0];
    const Mean mean = meanOf(draws[unit]);
    EXPECT_TRUE(mean.covers(exact)) << "unit " << unit << ": mean " << mean.value << " +- "
                                    << mean.standardError << ", exact " << exact;
    EXPECT_LT(mean.standardError, 0.05 * std::abs(exact)) << "too wide to see a bias";
  }
}

TEST(UniversalFeaturesTest, anExactFactorThatCouldOverflowIsRefusedWithTheLargestSigma) {
  LayerSpec spec;
  spec.type = "snnk";
  spec.radial = "exact";
  spec.features = 8;
  const auto issueOf = [&](const FeatureInputs& inputs) -> ConfigIssue {
    try {
      makeFeatureMap(spec, inputs);
    } catch (const ConfigError& error) {
      return error.issues().front();
    }
    return {};
  };
  for (const char* map : {"trigonometric", "universal"}) {
    spec.map = map;
    spec.sigma = 5;
    const FeatureInputs inputs{128, 1, {ActivationKind::Sine, 30, 1}};
    const ConfigIssue issue = issueOf(inputs);
    EXPECT_EQ(issue.path, "/sigma");
    // exp(sigma^2 128 / 2) = exp(40)
    EXPECT_NE(issue.message.find("at most 0.79"), std::string::npos) << issue.message;
    spec.sigma = 0.79;
    EXPECT_NO_THROW(makeFeatureMap(spec, inputs));
    EXPECT_EQ(issueOf({128, std::numeric_limits<double>::infinity(), inputs.estimated}).path, "/radial");
  }
  // The largest sigma of an integral is named so that it is taken.
  spec.sigma = 50;
  const FeatureInputs tanh{40, 1, {ActivationKind::Tanh, 1, 1}};
  const std::string message = issueOf(tanh).message;
  const auto place = message.find("at most ");
  ASSERT_NE(place, std::string::npos) << message;
  spec.sigma = std::stod(message.substr(place + 8));
  EXPECT_NO_THROW(makeFeatureMap(spec, tanh)) << spec.sigma;
  spec.sigma *= 1.02;
  EXPECT_EQ(issueOf(tanh).path, "/sigma");
}

TEST(UniversalFeaturesTest, anActivationWithoutWavesIsRefused) {
  EXPECT_THROW(UniversalSplit({ActivationKind::Identity, 1, 1}, 0.5), ConfigError);
}

TEST(UniversalSplitTest, scaleAndFrequencyAreInverse) {
  for (const ActivationKind kind : {ActivationKind::Sine, ActivationKind::Tanh, ActivationKind::GELU}) {
    const UniversalSplit split({kind, 1, 1}, 0.4);
    for (const double u : {0.01, 0.5, 0.99}) {
      const double s = split.frequency(u);
      EXPECT_NEAR(split.frequencyOf(split.scale(s)), s, 1e-12 * s);
      EXPECT_LE(split.scale(s), split.largestScale() * (1 + 1e-12));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, FeatureMapContract, testing::ValuesIn(featureMapCases()),
                         [](const auto& caseInfo) { return caseInfo.param.name; });

TEST(ClosedFormTest, kernelsOfAVectorWithItselfAreKnown) {
  const double squaredNorm = dot(kX, kX);
  EXPECT_DOUBLE_EQ(gaussianKernel(0.7, kX, kX), 1);
  // E (g.x)^2n over the half space is half the moment: K_n(x, x) = |x|^2n (2n - 1)!!.
  EXPECT_NEAR(arcCosineKernel(0, kX, kX), 1, 1e-7);  // acos near 1 loses half the digits
  EXPECT_NEAR(arcCosineKernel(1, kX, kX), squaredNorm, 1e-12);
  EXPECT_NEAR(arcCosineKernel(2, kX, kX), 3 * squaredNorm * squaredNorm, 1e-12);
}

TEST(FeatureSamplingTest, orthogonalExponentialFeaturesAreUnbiased) {
  // With projections from a raw Householder QR, without the sign fix, this mean is 25 % too small at d = 4.
  const std::vector<double> u = {0.4, 0.4, 0.4, 0.3874}, v = u;
  std::vector<double> draws;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const HostTensor g =
        sampleProjections(ProjectionSampling::Orthogonal, RngStream(11, 55).substream(draw), kWidth, kWidth);
    double sum = 0;
    for (std::size_t row = 0; row < kWidth; ++row) {
      const auto w = g.values<double>().subspan(row * kWidth, kWidth);
      sum += std::exp(dot(w, u) - dot(u, u) / 2) * std::exp(dot(w, v) - dot(v, v) / 2);
    }
    draws.push_back(sum / kWidth);
  }
  const Mean mean = meanOf(draws);
  const double exact = std::exp(dot(u, v));
  EXPECT_TRUE(mean.covers(exact)) << "mean " << mean.value << " +- " << mean.standardError << ", exact "
                                  << exact;
  EXPECT_LT(mean.standardError, 0.02 * exact) << "too wide to see the bias";
}

TEST(FeatureSamplingTest, orthogonalRowsEstimateTheGaussianKernelWithLessVariance) {
  // Yu et al. 2016, theorem 2. One block of rows, cos(g.(x - y)) averaged over them.
  const auto varianceOf = [](ProjectionSampling sampling) {
    std::vector<double> draws;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
      const HostTensor g = sampleProjections(sampling, RngStream(13, 55).substream(draw), kWidth, kWidth);
      double sum = 0;
      for (std::size_t row = 0; row < kWidth; ++row) {
        const auto w = g.values<double>().subspan(row * kWidth, kWidth);
        sum += std::cos(dot(w, kX) - dot(w, kY));
      }
      draws.push_back(sum / kWidth);
    }
    const double standardError = meanOf(draws).standardError;
    return standardError * standardError * kDraws;
  };
  const double iid = varianceOf(ProjectionSampling::Iid),
               orthogonal = varianceOf(ProjectionSampling::Orthogonal);
  // Var cos(t) = (1 - exp(-s))^2 / 2 for a normal t of variance s = |x - y|^2; kWidth independent rows. The
  // kurtosis of a cosine is at most 3, so a sample variance of 20,000 draws is known to about 1 %.
  const double s = dot(kX, kX) - 2 * dot(kX, kY) + dot(kY, kY);
  EXPECT_NEAR(iid / ((1 - std::exp(-s)) * (1 - std::exp(-s)) / 2 / kWidth), 1, 0.05);
  EXPECT_LT(orthogonal, 0.9 * iid);
}

TEST(FeatureSamplingTest, rowsOfABlockAreOrthogonalAndBlocksAreNot) {
  const HostTensor g =
      sampleProjections(ProjectionSampling::Orthogonal, {3, 1}, 10, kWidth);  // blocks of 4, 4, 2
  const auto row = [&](std::size_t i) { return g.values<double>().subspan(i * kWidth, kWidth); };
  for (std::size_t i = 0; i < 10; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double cosine = dot(row(i), row(j)) / std::sqrt(dot(row(i), row(i)) * dot(row(j), row(j)));
      if (i / kWidth == j / kWidth) {
        EXPECT_NEAR(cosine, 0, 1e-14) << i << ", " << j;
      } else {
        EXPECT_GT(std::abs(cosine), 1e-6) << i << ", " << j;
      }
    }
  }
}

TEST(FeatureSamplingTest, rowLengthsAreThoseOfGaussianVectors) {
  // |g|^2 is chi-squared with d degrees: mean d, variance 2 d.
  for (const auto sampling : {ProjectionSampling::Iid, ProjectionSampling::Orthogonal}) {
    double sum = 0, sumOfSquares = 0;
    const int rows = 40000, d = 8;
    const HostTensor g = sampleProjections(sampling, {5, 1}, rows, d);
    for (std::size_t i = 0; i < rows; ++i) {
      const auto w = g.values<double>().subspan(i * d, d);
      sum += dot(w, w);
      sumOfSquares += dot(w, w) * dot(w, w);
    }
    const double mean = sum / rows, variance = sumOfSquares / rows - mean * mean;
    EXPECT_NEAR(mean, d, 5 * std::sqrt(2.0 * d / rows));
    // The fourth central moment of chi-squared is 12 d (d + 4).
    EXPECT_NEAR(variance, 2 * d, 5 * std::sqrt((12.0 * d * (d + 4) - 4.0 * d * d) / rows));
  }
}

TEST(FeatureSamplingTest, moreProjectionsKeepTheFirstOnes) {
  for (const auto sampling : {ProjectionSampling::Iid, ProjectionSampling::Orthogonal}) {
    const HostTensor few = sampleProjections(sampling, {3, 1}, 6, kWidth);
    const HostTensor many = sampleProjections(sampling, {3, 1}, 11, kWidth);
    for (std::int64_t row = 0; row < 6; ++row) {
      for (std::int64_t col = 0; col < kWidth; ++col) EXPECT_NEAR(few.at(row, col), many.at(row, col), 1e-14);
    }
  }
}

TEST(FeatureSamplingTest, anUnknownNameIsRefused) {
  EXPECT_THROW(projectionSamplingFromName("structured"), ConfigError);
}

}  // namespace
}  // namespace kernelscope::test
