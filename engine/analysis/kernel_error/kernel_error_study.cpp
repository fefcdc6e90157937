#include "engine/analysis/kernel_error/kernel_error_study.h"

#include "engine/core/compute_pool.h"
#include "engine/core/contract.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace kernelscope {

namespace {

// In four interleaved sums, which do not wait for each other.
double sumOf(std::span<const double> values) {
  double sums[4] = {};
  std::size_t i = 0;
  for (; i + 4 <= values.size(); i += 4)
    for (std::size_t k = 0; k < 4; ++k) sums[k] += values[i + k];
  for (; i < values.size(); ++i) sums[0] += values[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

// The running means of one trial of one pair at every m.
void estimateTrial(const KernelMethod& method, const PairGeometry& pair, const std::vector<int>& features,
                   const ProjectionDraw& draw, std::span<double> values,
                   const std::function<void(std::size_t feature, double estimate)>& keep) {
  method.features(pair, draw, values);
  double sum = 0;
  std::size_t from = 0;
  for (std::size_t next = 0; next < features.size(); ++next) {
    const auto to = static_cast<std::size_t>(features[next]);
    sum += sumOf(values.subspan(from, to - from));
    keep(next, sum / static_cast<double>(to));
    from = to;
  }
}

// The draws of a study's trials: kept ones where the law is rotation invariant and they fit, else drawn anew.
class TrialDraws {
 public:
  TrialDraws(const KernelMethod& method, const ProjectionLaw& law, const StudyPlan& plan, int dimension,
             ComputePool& pool, const std::stop_token& stop, KeptDraws& kept)
      : key_{plan.seed,
             law,
             dimension,
             plan.trials,
             static_cast<std::size_t>(plan.features.back()),
             method.projectionsPerFeature(),
             method.needs()} {
    if (law.invariant()) trials_ = kept.get(key_, pool, stop);
  }

  // Calls use(draw) with what every pair sees of this trial.
  template <class Use>
  void forPairs(std::size_t trial, const std::vector<KernelPair>& pairs, const Use& use) const {
    const RngStream stream = trialStream(key_.seed, trial);
    SeenDraw seen;
    const auto everyPair = [&](const auto& projections) {
      for (std::size_t p = 0; p < pairs.size(); ++p) {
        seen.see(pairs[p], projections);
        use(p, seen.view());
      }
    };
    if (trials_) return everyPair((*trials_)[trial]);
    if (key_.law.invariant())
      return everyPair(drawPlane(key_.law, key_.dimension, key_.count, key_.sequences, stream, key_.needs));
    everyPair(drawMatrix(key_.law, pairs.front().x.size(), key_.count, key_.sequences, stream));
  }

 private:
  DrawKey key_;
  KeptDraws::Trials trials_;
};

}  // namespace

MethodEstimates estimateKernel(const KernelMethod& method, const ProjectionLaw& law, const StudyPlan& plan,
                               ComputePool& pool, KeptDraws& kept, std::stop_token stop,
                               const std::function<void(double)>& progress) {
  KS_EXPECT(!plan.features.empty() && plan.trials > 0 && !plan.pairs.empty(), "a study needs trials");
  KS_EXPECT(std::is_sorted(plan.features.begin(), plan.features.end()), "m ascends");
  KS_EXPECT(plan.exact.size() == plan.pairs.size(), "every pair has its exact value");
  MethodEstimates result;
  result.trials = static_cast<std::size_t>(plan.trials);
  result.pairs = plan.pairs.size();
  result.exact = plan.exact;
  result.estimates.resize(plan.features.size() * result.trials * result.pairs);
  std::vector<KernelPair> seen;
  std::vector<double> deviation;
  for (const KernelPair& pair : plan.pairs) {
    seen.push_back(method.seenPair(pair));
    deviation.push_back(method.predictedStd(seen.back().geometry));
  }
  for (const int m : plan.features)
    for (const double one : deviation) result.predictedStd.push_back(one / std::sqrt(static_cast<double>(m)));

  const TrialDraws draws(method, law, plan, seen.front().geometry.dimension, pool, stop, kept);
  std::atomic<std::int64_t> done{0};
  pool.run(plan.trials, [&](std::int64_t part, int) {
    if (stop.stop_requested()) return;
    const auto trial = static_cast<std::size_t>(part);
    std::vector<double> values(static_cast<std::size_t>(plan.features.back()));
    draws.forPairs(trial, seen, [&](std::size_t p, const ProjectionDraw& draw) {
      estimateTrial(method, seen[p].geometry, plan.features, draw, values,
                    [&](std::size_t feature, double estimate) {
                      result.estimates[(feature * result.trials + trial) * result.pairs + p] = estimate;
                    });
    });
    if (progress) progress(static_cast<double>(++done) / plan.trials);
  });
  if (stop.stop_requested()) throw Cancelled{};
  return result;
}

}  // namespace kernelscope
