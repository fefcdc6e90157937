#include "engine/analysis/kernel_error/error_statistics.h"

#include "engine/backend/cpu/random_kernels.h"
#include "engine/core/rng.h"
#include "engine/observe/histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace kernelscope {

namespace {

// Mean relative error of each trial over its pairs: [trials, features], row-major.
std::vector<double> trialErrors(const StudyPlan& plan, const MethodEstimates& kept, double scale) {
  const std::size_t count = plan.features.size();
  std::vector<double> errors(kept.trials * count);
  for (std::size_t f = 0; f < count; ++f) {
    for (std::size_t t = 0; t < kept.trials; ++t) {
      double sum = 0;
      for (std::size_t p = 0; p < kept.pairs; ++p)
        sum += relativeError(kept.at(f, t, p), kept.exact[p], scale);
      errors[t * count + f] = sum / static_cast<double>(kept.pairs);
    }
  }
  return errors;
}

double fittedSlope(const std::vector<int>& features, const std::vector<double>& errors) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (!(errors[i] > 0)) continue;
    const double u = std::log(features[i]), v = std::log(errors[i]);
    n += 1, x += u, y += v, xx += u * u, xy += u * v;
  }
  return (n * xy - x * y) / (n * xx - x * x);
}

}  // namespace

double relativeError(double estimate, double exact, double scale) {
  return std::abs(estimate - exact) / relativeBase(exact, scale);
}

double relativeBase(double exact, double scale) {
  return std::abs(exact) < 1e-3 * scale ? scale : std::abs(exact);
}

std::vector<ErrorPoint> errorCurve(const StudyPlan& plan, const MethodEstimates& kept, double scale) {
  std::vector<ErrorPoint> curve;
  for (std::size_t f = 0; f < plan.features.size(); ++f) {
    ErrorPoint point;
    point.features = plan.features[f];
    std::vector<double> errors;
    double variance = 0, predicted = 0;
    for (std::size_t p = 0; p < kept.pairs; ++p) {
      double sum = 0, squares = 0;
      for (std::size_t t = 0; t < kept.trials; ++t) {
        const double estimate = kept.at(f, t, p);
        sum += estimate - kept.exact[p];
        squares += (estimate - kept.exact[p]) * (estimate - kept.exact[p]);
        errors.push_back(relativeError(estimate, kept.exact[p], scale));
      }
      const auto trials = static_cast<double>(kept.trials);
      const double bias = sum / trials;
      const double own = std::max(0.0, squares / trials - bias * bias) * trials / std::max(1.0, trials - 1);
      variance += own;
      predicted += kept.predictedStd[f * kept.pairs + p] * kept.predictedStd[f * kept.pairs + p];
      const double z = own > 0 ? std::abs(bias) * std::sqrt(trials / own) : 0;
      if (z >= point.biasZ) point.bias = bias, point.biasZ = z;
    }
    for (const double error : errors) point.mean += error / static_cast<double>(errors.size());
    point.low = quantile(errors, 0.1);
    point.high = quantile(errors, 0.9);
    point.std = std::sqrt(variance / static_cast<double>(kept.pairs));
    point.predictedStd = std::sqrt(predicted / static_cast<double>(kept.pairs));
    curve.push_back(point);
  }
  return curve;
}

ErrorSlope errorSlope(const StudyPlan& plan, const MethodEstimates& kept, double scale, int resamples) {
  const std::size_t count = plan.features.size();
  const std::vector<double> errors = trialErrors(plan, kept, scale);
  std::vector<double> means(count);
  const auto addTrial = [&](std::size_t t) {
    for (std::size_t f = 0; f < count; ++f) means[f] += errors[t * count + f];
  };
  ErrorSlope slope;
  for (std::size_t t = 0; t < kept.trials; ++t) addTrial(t);
  slope.slope = fittedSlope(plan.features, means);
  const RngStream stream = randomStream(plan.seed, RandomPurpose::KernelBootstrap);
  std::vector<double> first((kept.trials + 1) / 2), second(first.size()), resampled;
  const auto addChosen = [&](double uniform) {
    addTrial(static_cast<std::size_t>(uniform * static_cast<double>(kept.trials)));
  };
  for (int r = 0; r < resamples; ++r) {
    fillUniformPairs(stream.substream(static_cast<std::uint64_t>(r)), 0, first, second);
    std::fill(means.begin(), means.end(), 0.0);
    for (std::size_t t = 0; t < kept.trials; ++t) addChosen(t % 2 == 0 ? first[t / 2] : second[t / 2]);
    resampled.push_back(fittedSlope(plan.features, means));
  }
  slope.low = quantile(resampled, 0.025);
  slope.high = quantile(resampled, 0.975);
  return slope;
}

double featuresNeeded(double stdOfOne, double error) {
  return std::ceil(stdOfOne * stdOfOne / (error * error));
}

double hoeffdingProbability(double bound, int features, double epsilon) {
  return std::min(1.0, 2 * std::exp(-features * epsilon * epsilon / (2 * bound * bound)));
}

}  // namespace kernelscope
