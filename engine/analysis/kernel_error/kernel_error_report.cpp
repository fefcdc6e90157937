#include "engine/analysis/kernel_error/kernel_error_report.h"

#include "engine/analysis/kernel_error/method_factory.h"
#include "engine/core/compute_pool.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace kernelscope {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int kFewestForPreview = 100;
// Previews are the first one trial in fifty, where one in ten would keep waiting for more than kGlance, and
// one in ten; none where the whole answer takes no longer than a glance.
constexpr int kProbeShare = 50, kPreviewShare = 10;
constexpr double kGlanceSeconds = 0.08;
constexpr std::uint64_t kGramStream = std::uint64_t{1} << 40;  // beside those of the trials

// The m that Hoeffding certifies: 2 exp(-m e^2 / (2 c^2)) <= 1 - confidence for draws within +-c.
double certifiedFeatures(double bound, double error, double confidence) {
  if (!std::isfinite(bound)) return bound;
  return std::ceil(2 * bound * bound / (error * error) * std::log(2 / (1 - confidence)));
}

// Few trials fill few bins.
int histogramBins(int trials) {
  return std::clamp(static_cast<int>(1.25 * std::sqrt(trials)), 10, 40);
}

class Study {
 public:
  Study(const KernelErrorConfig& config, const std::filesystem::path& base, ComputePool& pool,
        const KernelErrorHooks& hooks)
      : config_(config), pool_(pool), hooks_(hooks), target_(makeTarget(config.target)) {
    plan_.seed = config.seed;
    plan_.features = config.features;
    std::sort(plan_.features.begin(), plan_.features.end());
    plan_.features.erase(std::unique(plan_.features.begin(), plan_.features.end()), plan_.features.end());
    plan_.pairs = studyPairs(config.pairs, base, config.seed);
    for (const KernelPair& pair : plan_.pairs) {
      geometries_.push_back(pair.geometry);
      plan_.exact.push_back(target_.exact(pair.geometry));
    }
    scale_ = targetScale(target_, geometries_);
    for (std::size_t i = 0; i < config.methods.size(); ++i)
      methods_.push_back(prepareMethod(config.methods[i], config.target, target_, geometries_,
                                       "/methods/" + std::to_string(i)));
  }

  std::shared_ptr<const KernelErrorReport> run() {
    const Clock::time_point begun = Clock::now();
    if (hooks_.preview && config_.trials >= kFewestForPreview) sendPreviews(begun);
    return withAdvice(report(config_.trials, false, begun));
  }

 private:
  void sendPreviews(Clock::time_point begun) {
    const std::shared_ptr<const KernelErrorReport> probe = report(config_.trials / kProbeShare, true, begun);
    const double perShare = secondsSince(begun);
    if (perShare * kProbeShare <= kGlanceSeconds) return;
    if (perShare * kProbeShare / kPreviewShare > kGlanceSeconds) hooks_.preview(probe);
    hooks_.preview(report(config_.trials / kPreviewShare, true, begun));
  }

  std::shared_ptr<KernelErrorReport> report(int trials, bool preview, Clock::time_point begun) {
    auto report = std::make_shared<KernelErrorReport>();
    report->seed = config_.seed;
    report->features = plan_.features;
    report->shown = nearestFeatures(plan_.features, config_.gramFeatures);
    report->trials = plan_.trials = trials;
    report->preview = preview;
    report->pairs = plan_.pairs;
    report->exact = plan_.exact;
    report->scale = scale_;
    for (const double value : plan_.exact)
      report->smallPair.push_back(relativeBase(value, scale_) != std::abs(value));
    for (std::size_t i = 0; i < methods_.size(); ++i) report->methods.push_back(measured(i, preview));
    addDistributions(*report);
    if (!preview) addGram(*report);
    report->seconds = secondsSince(begun);
    return report;
  }

  // The same with advice, which takes longer than a glance: the rest is shown before.
  std::shared_ptr<const KernelErrorReport> withAdvice(std::shared_ptr<KernelErrorReport> report) {
    if (!config_.advise) return report;
    if (hooks_.preview) hooks_.preview(std::make_shared<const KernelErrorReport>(*report));
    report->advice = advise(config_.target, target_, plan_.pairs, scale_, config_.wishedError, hooks_.stop);
    return report;
  }

  KeptDraws& kept() { return hooks_.kept ? *hooks_.kept : ownDraws_; }

  static double secondsSince(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
  }

  MethodReport measured(std::size_t index, bool preview) {
    const PreparedMethod& prepared = methods_[index];
    MethodReport report;
    report.id = prepared.id;
    report.A = prepared.A;
    report.predictable = prepared.predictable;
    report.biasBound = prepared.method->biasBound();
    report.typical = prepared.method->typicalFeature(prepared.method->seenPair(plan_.pairs.front()).geometry);
    const auto progress = [&](double share) {
      if (hooks_.progress && !preview)
        hooks_.progress((static_cast<double>(index) + share) / static_cast<double>(methods_.size()));
    };
    report.estimates =
        estimateKernel(*prepared.method, prepared.law, plan_, pool_, kept(), hooks_.stop, progress);
    addPredictions(prepared, report);
    report.curve = errorCurve(plan_, report.estimates, scale_);
    if (plan_.features.size() > 1)
      report.slope = errorSlope(plan_, report.estimates, scale_, preview ? 20 : 200);
    return report;
  }

  void addPredictions(const PreparedMethod& prepared, MethodReport& report) const {
    double square = 0, relative = 0, certified = 0;
    for (std::size_t p = 0; p < plan_.pairs.size(); ++p) {
      const PairGeometry seen = prepared.method->seenPair(plan_.pairs[p]).geometry;
      const double one = report.estimates.predictedStd[p] * std::sqrt(plan_.features.front());
      const double base = relativeBase(plan_.exact[p], scale_);
      square += one * one / static_cast<double>(plan_.pairs.size());
      relative += one * one / (base * base) / static_cast<double>(plan_.pairs.size());
      certified = std::max(certified, certifiedFeatures(prepared.method->featureBound(seen),
                                                        config_.wishedError * base, config_.confidence));
      report.tailMeasure = std::max(report.tailMeasure, prepared.method->tailMeasure(seen));
      if (report.whyNoVariance.empty()) report.whyNoVariance = prepared.method->whyNoVariance(seen);
    }
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    if (!prepared.predictable) std::ranges::fill(report.estimates.predictedStd, kUnknown);
    constexpr double kNever = std::numeric_limits<double>::infinity();
    report.predictedStdOfOne = prepared.predictable ? std::sqrt(square) : kUnknown;
    report.certifiedFeatures = prepared.predictable ? certified : kNever;
    report.measuredFeatures = measuredFeatures(report);
    report.featuresForError = prepared.predictable ? featuresNeeded(std::sqrt(relative), config_.wishedError)
                                                   : report.measuredFeatures;
  }

  void addDistributions(KernelErrorReport& report) const {
    std::vector<const MethodEstimates*> all;
    for (const MethodReport& method : report.methods) all.push_back(&method.estimates);
    const std::vector<Histogram> histograms =
        estimateHistograms(all, report.shown, 0, histogramBins(report.trials));
    for (std::size_t i = 0; i < histograms.size(); ++i) {
      report.methods[i].histogram = histograms[i];
      report.methods[i].ranges = estimateRanges(report.methods[i].estimates, report.shown);
    }
  }

  // From the deviation measured at the largest m, which falls with its root.
  double measuredFeatures(const MethodReport& report) const {
    const std::size_t last = plan_.features.size() - 1;
    double relative = 0;
    for (std::size_t p = 0; p < plan_.pairs.size(); ++p) {
      double sum = 0, squares = 0;
      const auto trials = static_cast<double>(report.estimates.trials);
      for (std::size_t t = 0; t < report.estimates.trials; ++t) {
        const double value = report.estimates.at(last, t, p);
        sum += value, squares += value * value;
      }
      const double base = relativeBase(plan_.exact[p], scale_);
      const double variance = std::max(0.0, squares / trials - sum * sum / trials / trials);
      relative += variance / (base * base) / static_cast<double>(plan_.pairs.size());
    }
    return featuresNeeded(std::sqrt(relative * plan_.features[last]), config_.wishedError);
  }

  void addGram(KernelErrorReport& report) {
    if (config_.gramSize == 0) return;
    const bool betweenInputs = !target_.ofArgument;
    const GramPoints points =
        gramPoints(config_.pairs, plan_.pairs, config_.gramSize, betweenInputs, config_.seed);
    report.gram = exactGram(target_, points);
    const RngStream stream = randomStream(config_.seed, RandomPurpose::KernelTrials);
    for (std::size_t i = 0; i < methods_.size(); ++i)
      report.methods[i].gram = estimatedGram(methods_[i], points, report.gram, config_.gramFeatures,
                                             stream.substream(kGramStream + i), pool_, hooks_.stop);
  }

  const KernelErrorConfig& config_;
  ComputePool& pool_;
  const KernelErrorHooks& hooks_;
  TargetKernel target_;
  StudyPlan plan_;
  std::vector<PairGeometry> geometries_;
  double scale_ = 1;
  std::vector<PreparedMethod> methods_;
  KeptDraws ownDraws_;
};

}  // namespace

std::shared_ptr<const KernelErrorReport> kernelErrorReport(const KernelErrorConfig& config,
                                                           const std::filesystem::path& base,
                                                           ComputePool& pool, const KernelErrorHooks& hooks) {
  return Study(config, base, pool, hooks).run();
}

}  // namespace kernelscope
