#include "engine/analysis/kernel_error/arc_cosine_kernel.h"
#include "engine/analysis/kernel_error/error_statistics.h"
#include "engine/analysis/kernel_error/universal_method.h"
#include "engine/core/compute_pool.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {

namespace {

KernelPair pairOf(double xx, double ww, double xw, double bias) {
  std::vector<double> x(8), w(8);
  x[0] = std::sqrt(xx);
  w[0] = xw / x[0];
  w[1] = std::sqrt(ww - w[0] * w[0]);
  return makePair(x, w, bias);
}

StudyPlan plan(int trials, std::vector<int> features) {
  StudyPlan plan;
  plan.trials = trials;
  plan.features = std::move(features);
  plan.pairs = {pairOf(0.5, 0.5, 0.25, 0.1), pairOf(0.4, 0.6, 0.2, -0.2)};
  plan.exact = {std::sin(0.35), std::sin(0)};
  return plan;
}

UniversalMethod sine(const PairGeometry& pair) {
  return {*spectralForm({ActivationKind::Sine, 1, 1}), SplitRule{}, ProposalKind::Amplitude, pair};
}

// A mean that is what it is after one draw: everything about its curve is known.
class ConstantMethod final : public KernelMethod {
 public:
  explicit ConstantMethod(double error) : error_(error) {}
  double mean(const PairGeometry&) const override { return 2 + error_; }
  void features(const PairGeometry&, const ProjectionDraw&, std::span<double> values) const override {
    std::fill(values.begin(), values.end(), 2 + error_);
  }
  DrawNeeds needs() const override { return {false, false}; }
  double predictedStd(const PairGeometry&) const override { return 0; }

 private:
  double error_;
};

}  // namespace

TEST(KernelErrorStudy, sameBitsForEveryNumberOfThreads) {
  const StudyPlan study = plan(40, {4, 16, 64});
  ComputePool one(1), two(2);
  KeptDraws kept;
  const UniversalMethod method = sine(study.pairs[0].geometry);
  EXPECT_EQ(estimateKernel(method, {DrawSampling::Orthogonal}, study, one, kept).estimates,
            estimateKernel(method, {DrawSampling::Orthogonal}, study, two, kept).estimates);
}

TEST(KernelErrorStudy, estimatesAreNestedMeansOfTheFirstDraws) {
  StudyPlan study = plan(3, {5, 9});
  ComputePool pool(1);
  KeptDraws kept;
  const ArcCosineMethod method(1);
  const MethodEstimates both = estimateKernel(method, {DrawSampling::Iid}, study, pool, kept);
  study.features = {5};
  const MethodEstimates first = estimateKernel(method, {DrawSampling::Iid}, study, pool, kept);
  for (std::size_t t = 0; t < 3; ++t)
    for (std::size_t p = 0; p < 2; ++p) EXPECT_EQ(both.at(0, t, p), first.at(0, t, p));
}

TEST(KernelErrorStudy, errorFallsWithTheRootOfTheFeatures) {
  const StudyPlan study = plan(400, {8, 16, 32, 64, 128, 256, 512, 1024});
  ComputePool pool(2);
  KeptDraws kept;
  const MethodEstimates drawn =
      estimateKernel(sine(study.pairs[0].geometry), {DrawSampling::Iid}, study, pool, kept);
  const ErrorSlope slope = errorSlope(study, drawn, 1);
  EXPECT_NEAR(slope.slope, -0.5, 0.05);
  EXPECT_LT(slope.low, slope.slope);
  EXPECT_GT(slope.high, slope.slope);
  const std::vector<ErrorPoint> curve = errorCurve(study, drawn, 1);
  for (const ErrorPoint& point : curve) {
    EXPECT_LT(point.biasZ, 5) << "m " << point.features;
    EXPECT_NEAR(point.std, point.predictedStd, 0.15 * point.predictedStd) << "m " << point.features;
    EXPECT_LT(point.low, point.mean);
    EXPECT_GT(point.high, point.mean);
  }
}

TEST(KernelErrorStudy, aBiasIsMeasured) {
  StudyPlan study = plan(10, {4});
  study.exact = {2, 2};
  ComputePool pool(1);
  KeptDraws kept;
  const MethodEstimates drawn = estimateKernel(ConstantMethod(0.5), {DrawSampling::Iid}, study, pool, kept);
  const std::vector<ErrorPoint> curve = errorCurve(study, drawn, 1);
  EXPECT_DOUBLE_EQ(curve[0].mean, 0.25);
  EXPECT_DOUBLE_EQ(curve[0].std, 0);
  EXPECT_DOUBLE_EQ(curve[0].bias, 0.5);
}

TEST(KernelErrorStudy, aStopRequestEndsIt) {
  std::stop_source source;
  source.request_stop();
  ComputePool pool(1);
  KeptDraws kept;
  const StudyPlan study = plan(4, {4});
  EXPECT_THROW(estimateKernel(ConstantMethod(0), {DrawSampling::Iid}, study, pool, kept, source.get_token()),
               Cancelled);
}

TEST(ErrorStatistics, smallKernelsAreMeasuredAgainstTheScaleOfTheFunction) {
  EXPECT_DOUBLE_EQ(relativeError(0.6, 0.5, 1), 0.2);
  EXPECT_DOUBLE_EQ(relativeError(0.1, 0.0005, 1), 0.0995);
}

TEST(ErrorStatistics, hoeffdingsBoundFallsWithTheFeatures) {
  EXPECT_DOUBLE_EQ(hoeffdingProbability(1, 100, 0.5), 2 * std::exp(-12.5));
  EXPECT_DOUBLE_EQ(hoeffdingProbability(1, 1, 0.01), 1);
  EXPECT_DOUBLE_EQ(featuresNeeded(2, 0.1), 400);
}

}  // namespace kernelscope
