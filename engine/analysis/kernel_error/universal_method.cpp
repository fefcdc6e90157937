#include "engine/analysis/kernel_error/universal_method.h"

#include "engine/analysis/kernel_error/wave_features.h"
#include "engine/analysis/kernel_error/wave_moments.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

FrequencyProposal proposalFor(const SpectralForm& form, const SplitRule& rule, ProposalKind kind,
                              const PairGeometry& typical) {
  if (kind == ProposalKind::Amplitude) return {form, [&](double s) { return plainWeight(form, s); }};
  return {form, [&](double s) {
            return std::abs(form.amplitude(s)) *
                   std::sqrt(std::max(0.0, waveSecondMoment(form.wave, typical, rule, s)));
          }};
}

}  // namespace

UniversalMethod::UniversalMethod(SpectralForm form, const SplitRule& rule, ProposalKind proposal,
                                 const PairGeometry& typical)
    : form_(std::move(form)), rule_(rule), kind_(proposal) {
  if (!hasVariance(typical)) kind_ = ProposalKind::Amplitude;
  if (form_.amplitude) proposal_.emplace(proposalFor(form_, rule_, kind_, typical));
}

double UniversalMethod::affine(const PairGeometry& pair) const {
  return form_.constant + form_.slope * pair.argument();
}

double UniversalMethod::mean(const PairGeometry& pair) const {
  return form_.evaluate(pair.argument());
}

void UniversalMethod::features(const PairGeometry& pair, const ProjectionDraw& draw,
                               std::span<double> values) const {
  const double exactPart = affine(pair);
  if (form_.line) {
    const WaveFeature feature(pair, rule_, *form_.line);
    waveFeatures(form_.wave, draw, feature, values);
    if (exactPart != 0 || form_.lineAmplitude != 1)
      for (double& value : values) value = exactPart + form_.lineAmplitude * value;
    return;
  }
  if (!proposal_) {
    std::fill(values.begin(), values.end(), exactPart);
    return;
  }
  std::vector<double> weights(values.size());
  const auto featureAt = [&](std::size_t j) {
    const FrequencyProposal::Drawn drawn = proposal_->draw(draw.uniform[j]);
    weights[j] = form_.amplitude(drawn.s) / drawn.density;
    return WaveFeature(pair, rule_, drawn.s);
  };
  waveFeatures(form_.wave, draw, featureAt, values);
  for (std::size_t j = 0; j < values.size(); ++j) values[j] = exactPart + weights[j] * values[j];
}

DrawNeeds UniversalMethod::needs() const {
  return {rule_.fixedA != 0 || rule_.growth > 0, proposal_.has_value()};
}

bool UniversalMethod::hasVariance(const PairGeometry& pair) const {
  if (form_.line || !form_.amplitude) return true;
  // Complex splits leave a feature of the order of sqrt(s) at s = 0, too large for a pole there.
  if (rule_.phase != SplitPhase::Balanced && form_.wave != Wave::Cosine) return false;
  if (form_.cutoffError > 0) return false;  // what is estimated has a variance, the function itself has none
  if (std::isinf(form_.strip) || rule_.growth > 0) return true;
  // E X^2 grows at most like exp(2 s R / sqrt(1-8A)) under the balanced split with scale |x| / |w|, and like
  // exp(s |x +- w|^2) under the others.
  double growth = 0;
  switch (rule_.phase) {
    case SplitPhase::Balanced:
      if (rule_.scale == 0 && pair.xx > 0) return false;
      growth = (pair.ww * rule_.scale + (rule_.scale > 0 ? pair.xx / rule_.scale : 0)) /
               std::sqrt(1 - 8 * rule_.fixedA);
      break;
    case SplitPhase::Same:
      growth = pair.xx + pair.ww + 2 * pair.xw;
      break;
    case SplitPhase::Opposite:
      growth = pair.xx + pair.ww - 2 * pair.xw;
      break;
  }
  const double decay = kind_ == ProposalKind::Optimal ? 2 * form_.strip : form_.strip;
  return growth < decay;
}

std::string UniversalMethod::whyNoVariance(const PairGeometry& pair) const {
  if (hasVariance(pair)) return {};
  if (rule_.phase != SplitPhase::Balanced && form_.wave != Wave::Cosine)
    return "the complex split leaves features too large at low frequencies, where the transform has a pole";
  if (form_.cutoffError > 0)
    return "the function has a kink: its transform falls so slowly that squares of features have no mean";
  if (rule_.scale == 0) return "the unscaled split grows faster with the frequency than the transform falls";
  return fmt::format(
      "|x| |w| = {:.3g} is beyond the strip |Im z| < {:.3g} in which the function is analytic: features grow "
      "faster with the frequency than the transform falls; A that follows the frequency mends it",
      pair.radius(), form_.strip * std::sqrt(1 - 8 * rule_.fixedA));
}

double UniversalMethod::featureBound(const PairGeometry& pair) const {
  if (!form_.line && !proposal_) return 0;
  const auto at = [&](double s) {
    const Split split = rule_.split(s);
    double bound = largestFeature(pair, split, rule_.A(s));
    if (form_.wave == Wave::OneMinusCosine) bound += largestFeature(pair, {0, split.eta}, rule_.A(s));
    return bound;
  };
  if (form_.line) return std::abs(form_.lineAmplitude) * at(*form_.line);
  return proposal_->largest(
      [&](double s) { return std::abs(form_.amplitude(s)) / proposal_->density(s) * at(s); });
}

std::optional<TypicalFeature> UniversalMethod::typicalFeature(const PairGeometry& pair) const {
  if (!form_.line && !proposal_) return std::nullopt;
  const double s = form_.line ? *form_.line : proposal_->draw(0.5).s;
  const Split split = rule_.split(s);
  return TypicalFeature{s, rule_.A(s), split, featureMoments(pair, split, s, rule_.A(s)).absolute};
}

double UniversalMethod::tailMeasure(const PairGeometry& pair) const {
  if (!form_.line && !proposal_) return 0;
  const double s = form_.line ? *form_.line : proposal_->draw(0.95).s;
  const Split split = rule_.split(s);
  const double p = split.rho.real(), q = split.eta.real();
  const double along = std::max(0.0, p * p * pair.xx + 2 * p * q * pair.xw + q * q * pair.ww);
  return std::sqrt(along / (1 - 8 * rule_.A(s)));
}

double UniversalMethod::predictedStd(const PairGeometry& pair) const {
  if (!form_.line && !proposal_) return 0;
  if (!hasVariance(pair)) return std::numeric_limits<double>::infinity();
  const double expectation = mean(pair) - affine(pair);
  double square = 0;
  if (form_.line) {
    square =
        form_.lineAmplitude * form_.lineAmplitude * waveSecondMoment(form_.wave, pair, rule_, *form_.line);
  } else {
    square = proposal_->integrate([&](double s) {
      const double amplitude = form_.amplitude(s);
      return amplitude * amplitude / proposal_->density(s) * waveSecondMoment(form_.wave, pair, rule_, s);
    });
  }
  return std::sqrt(std::max(0.0, square - expectation * expectation));
}

double varianceOptimalA(Wave wave, const PairGeometry& pair, double s, double scale) {
  const auto moment = [&](double A) {
    SplitRule rule;
    rule.scale = scale;
    rule.fixedA = A;
    return waveSecondMoment(wave, pair, rule, s);  // the mean does not depend on A
  };
  constexpr double kRatio = 0.6180339887498949;
  double low = -4, high = 0;
  double left = high - kRatio * (high - low), right = low + kRatio * (high - low);
  double atLeft = moment(left), atRight = moment(right);
  for (int i = 0; i < 80; ++i) {
    if (atLeft < atRight) {
      high = right, right = left, atRight = atLeft;
      atLeft = moment(left = high - kRatio * (high - low));
    } else {
      low = left, left = right, atLeft = atRight;
      atRight = moment(right = low + kRatio * (high - low));
    }
  }
  const double best = (low + high) / 2;
  return moment(0) <= moment(best) ? 0 : best;
}

}  // namespace kernelscope
