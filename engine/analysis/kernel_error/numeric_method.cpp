#include "engine/analysis/kernel_error/numeric_method.h"

#include "engine/analysis/kernel_error/wave_features.h"
#include "engine/analysis/kernel_error/wave_moments.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

// Predictions above this say nothing but "no": no number of draws would show them.
constexpr double kHopeless = 1e8;

// cos(s z + phase) is the wave cos(s z) at a bias that is shifted by phase / s.
PairGeometry withPhase(PairGeometry pair, double phase, double s) {
  pair.bias += phase / s;
  return pair;
}

}  // namespace

NumericMethod::NumericMethod(NumericSpectrum spectrum, const SplitRule& rule, ProposalKind proposal,
                             const PairGeometry& typical)
    : spectrum_(std::move(spectrum)), rule_(rule) {
  double sum = 0;
  for (std::size_t k = 0; k < spectrum_.frequency.size(); ++k) {
    double weight = spectrum_.amplitude[k];
    if (proposal == ProposalKind::Optimal) {
      const double size = std::sqrt(std::max(0.0, secondMoment(typical, k)));
      // Keeps a share of the plain weight, so that no wave that matters for other pairs is never drawn.
      weight *= std::isfinite(size) ? std::max(size, 1e-3) : 1;
    }
    probability_.push_back(weight);
    sum += weight;
  }
  double reached = 0;
  for (double& value : probability_) {
    value /= sum;
    cumulative_.push_back(reached += value);
  }
}

double NumericMethod::secondMoment(const PairGeometry& pair, std::size_t wave) const {
  const double s = spectrum_.frequency[wave];
  return waveSecondMoment(Wave::Cosine, withPhase(pair, spectrum_.phase[wave], s), rule_, s);
}

void NumericMethod::features(const PairGeometry& pair, const ProjectionDraw& draw,
                             std::span<double> values) const {
  std::fill(values.begin(), values.end(), spectrum_.constant);
  if (cumulative_.empty()) return;
  std::vector<WaveFeature> features;
  std::vector<double> weights;
  for (std::size_t k = 0; k < cumulative_.size(); ++k) {
    const double s = spectrum_.frequency[k];
    features.emplace_back(withPhase(pair, spectrum_.phase[k], s), rule_, s);
    weights.push_back(spectrum_.amplitude[k] / probability_[k]);
  }
  std::vector<std::size_t> drawn(values.size());
  for (std::size_t j = 0; j < values.size(); ++j) {
    const auto found = std::upper_bound(cumulative_.begin(), cumulative_.end() - 1, draw.uniform[j]);
    drawn[j] = static_cast<std::size_t>(found - cumulative_.begin());
  }
  waveFeatures(
      Wave::Cosine, draw, [&](std::size_t j) -> const WaveFeature& { return features[drawn[j]]; }, values);
  for (std::size_t j = 0; j < values.size(); ++j)
    values[j] = spectrum_.constant + weights[drawn[j]] * values[j];
}

DrawNeeds NumericMethod::needs() const {
  return {rule_.fixedA != 0 || rule_.growth > 0, true};
}

double NumericMethod::predictedStd(const PairGeometry& pair) const {
  double square = 0;
  for (std::size_t k = 0; k < probability_.size(); ++k) {
    const double share = spectrum_.amplitude[k] * spectrum_.amplitude[k] / probability_[k];
    square += share * secondMoment(pair, k);
  }
  const double expectation = mean(pair) - spectrum_.constant;
  return std::sqrt(std::max(0.0, square - expectation * expectation));
}

std::string NumericMethod::whyNoVariance(const PairGeometry& pair) const {
  if (predictedStd(pair) < kHopeless) return {};
  return "the transform falls so slowly that features of its fast waves are astronomically large: the "
         "variance "
         "of this finite sum exists, but no number of draws would show it";
}

double NumericMethod::featureBound(const PairGeometry& pair) const {
  double most = 0;
  for (std::size_t k = 0; k < probability_.size(); ++k) {
    const double s = spectrum_.frequency[k];
    most = std::max(
        most, spectrum_.amplitude[k] / probability_[k] * largestFeature(pair, rule_.split(s), rule_.A(s)));
  }
  return most;
}

std::size_t NumericMethod::waveAt(double share) const {
  const auto found = std::upper_bound(cumulative_.begin(), cumulative_.end() - 1, share);
  return static_cast<std::size_t>(found - cumulative_.begin());
}

std::optional<TypicalFeature> NumericMethod::typicalFeature(const PairGeometry& pair) const {
  if (cumulative_.empty()) return std::nullopt;
  const double s = spectrum_.frequency[waveAt(0.5)];
  const Split split = rule_.split(s);
  return TypicalFeature{s, rule_.A(s), split, featureMoments(pair, split, s, rule_.A(s)).absolute};
}

double NumericMethod::tailMeasure(const PairGeometry& pair) const {
  if (cumulative_.empty()) return 0;
  const double s = spectrum_.frequency[waveAt(0.95)];
  return rule_.split(s).eta.real() * std::sqrt(pair.ww / (1 - 8 * rule_.A(s)));
}

}  // namespace kernelscope
