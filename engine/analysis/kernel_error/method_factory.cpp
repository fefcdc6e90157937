#include "engine/analysis/kernel_error/method_factory.h"

#include "engine/analysis/kernel_error/arc_cosine_kernel.h"
#include "engine/analysis/kernel_error/numeric_method.h"
#include "engine/analysis/kernel_error/polynomial_method.h"
#include "engine/analysis/kernel_error/softmax_method.h"
#include "engine/analysis/kernel_error/universal_method.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

using AChoice = KernelMethodSpec::AChoice;
constexpr double kSpectrumTolerance = 1e-5;  // of the largest |f|: what a numerical transform may leave out
constexpr double kIntervalMargin = 1.02;
constexpr double kWidestInterval = 32;  // in z: half the interval on which a numerical transform is exact

Activation activationOf(const KernelTarget& target) {
  return {activationFromName(target.name), target.frequency, 1};
}

ProjectionLaw lawOf(const KernelMethodSpec& spec) {
  ProjectionLaw law;
  law.sampling = spec.sampling == "orthogonal"   ? DrawSampling::Orthogonal
                 : spec.sampling == "antithetic" ? DrawSampling::Antithetic
                 : spec.sampling == "quasi"      ? DrawSampling::Quasi
                                                 : DrawSampling::Iid;
  const bool polynomial = spec.map == "maclaurin" || spec.map == "eugen";
  if (polynomial && spec.projection == "rademacher") law.entries = ProjectionLaw::Entries::Signs;
  if (spec.released("uniform-projections")) law.entries = ProjectionLaw::Entries::Uniform;
  if (spec.released("small-projections")) law.size = 0.02;
  law.rawQr = spec.released("raw-qr");
  return law;
}

SplitRule ruleOf(const KernelMethodSpec& spec, const PairGeometry& typical) {
  SplitRule rule;
  if (spec.map == "universal-complex")
    rule.phase = spec.split == "same" ? SplitPhase::Same : SplitPhase::Opposite;
  rule.scale = !spec.scaleByNorms ? spec.scale : typical.ww > 0 ? std::sqrt(typical.xx / typical.ww) : 1;
  if (spec.choiceOfA == AChoice::FrequencyDependent) rule.growth = spec.growth;
  rule.fixedA = spec.A;
  if (spec.released("double-correction")) rule.correction = 1;
  return rule;
}

// The A <= 0 with the smallest predicted deviation: golden section on t = sqrt(-A), where it varies evenly.
template <class Make>
double bestFixedA(const Make& withA, const PairGeometry& typical) {
  const auto deviation = [&](double t) { return withA(-t * t)->predictedStd(typical); };
  constexpr double kRatio = 0.6180339887498949;
  double low = 0, high = 1.5;
  double left = high - kRatio * (high - low), right = low + kRatio * (high - low);
  double atLeft = deviation(left), atRight = deviation(right);
  for (int i = 0; i < 14; ++i) {
    // Infinite on both sides: the finite part, where there is one, has the larger A.
    if (atLeft <= atRight && std::isfinite(atLeft)) {
      high = right, right = left, atRight = atLeft;
      atLeft = deviation(left = high - kRatio * (high - low));
    } else {
      low = left, left = right, atLeft = atRight;
      atRight = deviation(right = low + kRatio * (high - low));
    }
  }
  const double t = (low + high) / 2;
  return deviation(0) <= deviation(t) ? 0 : -t * t;
}

class Preparation {
 public:
  Preparation(const KernelMethodSpec& spec, const KernelTarget& target, const TargetKernel& kernel,
              std::span<const PairGeometry> pairs, const std::string& pointer)
      : spec_(spec),
        target_(target),
        kernel_(kernel),
        pairs_(pairs),
        pointer_(pointer),
        typical_(typicalPair(pairs)) {}

  PreparedMethod prepare() {
    PreparedMethod prepared{spec_.id, lawOf(spec_), nullptr, std::nullopt, true};
    prepared.method = make();
    prepared.A = A_;
    prepared.predictable = prepared.law.sampling == DrawSampling::Iid && spec_.asReleased.empty();
    return prepared;
  }

 private:
  std::unique_ptr<const KernelMethod> make() {
    if (spec_.map == "arc-cosine")
      return std::make_unique<ArcCosineMethod>(target_.order, spec_.released("half-kernel") ? 1 : 2);
    if (spec_.map == "positive" || spec_.map == "trigonometric") return makeSoftmax();
    if (spec_.map == "maclaurin" || spec_.map == "eugen") return makePolynomial();
    return makeUniversal();
  }

  std::unique_ptr<const KernelMethod> makeSoftmax() {
    const bool positive = spec_.map == "positive";
    const auto kind = positive ? SoftmaxMethod::Kind::Positive : SoftmaxMethod::Kind::Trigonometric;
    const auto kernel =
        target_.kind == "gaussian" ? SoftmaxMethod::Kernel::Gaussian : SoftmaxMethod::Kernel::Softmax;
    const double correction = spec_.released("double-correction") ? 1 : 0.5;
    const auto withA = [&](double A) { return std::make_unique<SoftmaxMethod>(kind, A, kernel, correction); };
    A_ = spec_.A;
    if (spec_.choiceOfA == AChoice::Optimal)
      A_ = positive ? softmaxOptimalA(typical_.xx + 2 * typical_.xw + typical_.ww, typical_.dimension)
                    : bestFixedA(withA, typical_);
    return withA(*A_);
  }

  std::unique_ptr<const KernelMethod> makePolynomial() {
    const bool signs = spec_.projection == "rademacher";
    const double halfWidth = kIntervalMargin * largestArgument(pairs_);
    const bool maclaurin = spec_.map == "maclaurin";
    PowerSeries series =
        maclaurin ? maclaurinOfTarget(halfWidth) : chebyshevFit(kernel_.ofArgument, halfWidth, spec_.degree);
    double bias = 0;
    for (int i = -200; i <= 200; ++i) {
      const double z = halfWidth * i / 200;
      bias = std::max(bias, std::abs(series.evaluate(z) - kernel_.ofArgument(z)));
    }
    return std::make_unique<PolynomialMethod>(
        maclaurin ? PolynomialMethod::Kind::OnePower : PolynomialMethod::Kind::EveryPower, std::move(series),
        signs, bias);
  }

  PowerSeries maclaurinOfTarget(double halfWidth) const {
    if (target_.kind == "softmax") return exponentialSeries(spec_.degree);
    std::optional<PowerSeries> series = maclaurinSeries(activationOf(target_), spec_.degree);
    if (!series) throw ConfigError({{pointer_ + "/map", "has no power series for " + target_.name}});
    if (halfWidth >= series->radius)
      throw ConfigError(
          {{pointer_ + "/map", "got \"maclaurin\", but the series of " + target_.name +
                                   " converges only for |z| < " + std::to_string(series->radius) +
                                   " and the pairs reach " + std::to_string(halfWidth / kIntervalMargin) +
                                   "; take smaller norms or \"eugen\""}});
    return *series;
  }

  std::unique_ptr<const KernelMethod> makeUniversal() {
    const SplitRule rule = ruleOf(spec_, typical_);
    const auto proposal = spec_.proposal == "optimal" ? ProposalKind::Optimal : ProposalKind::Amplitude;
    const auto withRule = makerOf(proposal);
    if (spec_.choiceOfA == AChoice::FrequencyDependent) return withRule(rule);
    const auto withA = [&](double A) {
      SplitRule changed = rule;
      changed.fixedA = A;
      return withRule(changed);
    };
    A_ = spec_.choiceOfA == AChoice::Optimal ? bestFixedA(withA, typical_) : spec_.A;
    return withA(*A_);
  }

  std::function<std::unique_ptr<const KernelMethod>(const SplitRule&)> makerOf(ProposalKind proposal) const {
    if (spec_.map == "universal-numeric") {
      return [spectrum = bestSpectrum(proposal), proposal,
              typical = typical_](const SplitRule& rule) -> std::unique_ptr<const KernelMethod> {
        return std::make_unique<NumericMethod>(spectrum, rule, proposal, typical);
      };
    }
    const std::optional<SpectralForm> form = spectralForm(activationOf(target_));
    if (!form)
      throw ConfigError({{pointer_ + "/map", "has no closed-form transform for " + target_.name +
                                                 "; take \"universal-numeric\""}});
    return
        [form, proposal, typical = typical_](const SplitRule& rule) -> std::unique_ptr<const KernelMethod> {
          return std::make_unique<UniversalMethod>(*form, rule, proposal, typical);
        };
  }

  // A wider interval takes a smoother window, whose waves are slower and whose features are smaller, but
  // needs finite values further out. Of the widths that can be computed, the one with the smallest predicted
  // deviation.
  NumericSpectrum bestSpectrum(ProposalKind proposal) const {
    const double needed = kIntervalMargin * largestArgument(pairs_);
    const SplitRule rule = ruleOf(spec_, typical_);
    std::optional<NumericSpectrum> best;
    double smallest = std::numeric_limits<double>::infinity();
    for (double halfWidth = needed; halfWidth <= std::max(needed, kWidestInterval); halfWidth *= 2) {
      std::optional<NumericSpectrum> spectrum;
      try {
        spectrum = numericSpectrum(kernel_.ofArgument, halfWidth, kSpectrumTolerance);
      } catch (const NumericalError&) {
        if (!best) throw;
        break;
      }
      const double deviation = NumericMethod(*spectrum, rule, proposal, typical_).predictedStd(typical_);
      if (best && !(deviation < smallest)) continue;
      best = std::move(spectrum);
      smallest = deviation;
    }
    return *best;
  }

  const KernelMethodSpec& spec_;
  const KernelTarget& target_;
  const TargetKernel& kernel_;
  std::span<const PairGeometry> pairs_;
  const std::string& pointer_;
  PairGeometry typical_;
  std::optional<double> A_;
};

}  // namespace

PairGeometry typicalPair(std::span<const PairGeometry> pairs) {
  PairGeometry mean{pairs.front().dimension, 0, 0, 0, 0, 0};
  const auto count = static_cast<double>(pairs.size());
  for (const PairGeometry& pair : pairs) {
    mean.xx += pair.xx / count;
    mean.ww += pair.ww / count;
    mean.xw += pair.xw / count;
    mean.bias += pair.bias / count;
    mean.overlap += pair.overlap / count;
  }
  return mean;
}

PreparedMethod prepareMethod(const KernelMethodSpec& spec, const KernelTarget& target,
                             const TargetKernel& kernel, std::span<const PairGeometry> pairs,
                             const std::string& pointer) {
  try {
    return Preparation(spec, target, kernel, pairs, pointer).prepare();
  } catch (const NumericalError& error) {
    throw ConfigError({ConfigIssue{pointer + "/map", "got \"" + spec.map + "\": " + error.what()}});
  }
}

}  // namespace kernelscope
