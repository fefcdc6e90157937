#include "engine/analysis/kernel_error/universal_method.h"

#include "engine/analysis/kernel_error/wave_moments.h"

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

double UniversalMethod::exact(const PairGeometry& pair) const {
  return form_.evaluate(pair.argument());
}

double UniversalMethod::feature(const PairGeometry& pair, const ProjectionDraw& draw,
                                std::size_t index) const {
  if (!form_.line && !proposal_) return affine(pair);
  const double s = form_.line ? *form_.line : proposal_->at(draw.uniform[index]);
  const double weight = form_.line ? form_.lineAmplitude : form_.amplitude(s) / proposal_->density(s);
  return affine(pair) + weight * waveFeature(form_.wave, pair, rule_.split(s), s, rule_.A(s),
                                             draw.alongInput[index], draw.alongWeight[index],
                                             draw.squaredNorm[index]);
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

double UniversalMethod::predictedStd(const PairGeometry& pair) const {
  if (!form_.line && !proposal_) return 0;
  if (!hasVariance(pair)) return std::numeric_limits<double>::infinity();
  const double mean = exact(pair) - affine(pair);
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
  return std::sqrt(std::max(0.0, square - mean * mean));
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
