#include "engine/analysis/kernel_error/kernel_error_study.h"

#include "engine/core/compute_pool.h"
#include "engine/core/contract.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace kernelscope {

namespace {

// The running means of one trial of one pair at every m.
void estimateTrial(const KernelMethod& method, const ProjectionLaw& law, const KernelPair& pair,
                   const std::vector<int>& features, const RngStream& stream,
                   const std::function<void(std::size_t feature, double estimate)>& keep) {
  const auto largest = static_cast<std::size_t>(features.back());
  const ProjectionDraw draw =
      drawProjections(law, pair, largest, method.projectionsPerFeature(), stream, method.needs());
  std::vector<double> values(largest);
  method.features(pair.geometry, draw, values);
  double sum = 0;
  std::size_t next = 0;
  for (std::size_t j = 0; j < largest; ++j) {
    sum += values[j];
    while (next < features.size() && static_cast<std::size_t>(features[next]) == j + 1)
      keep(next++, sum / static_cast<double>(j + 1));
  }
}

}  // namespace

MethodEstimates estimateKernel(const KernelMethod& method, const ProjectionLaw& law,
                               std::uint64_t methodIndex, const StudyPlan& plan, ComputePool& pool,
                               std::stop_token stop, const std::function<void(double)>& progress) {
  KS_EXPECT(!plan.features.empty() && plan.trials > 0 && !plan.pairs.empty(), "a study needs trials");
  KS_EXPECT(std::is_sorted(plan.features.begin(), plan.features.end()), "m ascends");
  MethodEstimates result;
  result.trials = static_cast<std::size_t>(plan.trials);
  result.pairs = plan.pairs.size();
  result.estimates.resize(plan.features.size() * result.trials * result.pairs);
  KS_EXPECT(plan.exact.size() == plan.pairs.size(), "every pair has its exact value");
  result.exact = plan.exact;
  std::vector<KernelPair> seen;
  std::vector<double> deviation;
  for (const KernelPair& pair : plan.pairs) {
    seen.push_back(method.seenPair(pair));
    deviation.push_back(method.predictedStd(seen.back().geometry));
  }
  for (const int m : plan.features)
    for (const double one : deviation) result.predictedStd.push_back(one / std::sqrt(static_cast<double>(m)));

  const RngStream stream = randomStream(plan.seed, RandomPurpose::KernelTrials).substream(methodIndex);
  std::atomic<std::int64_t> done{0};
  pool.run(plan.trials, [&](std::int64_t part, int) {
    const auto trial = static_cast<std::size_t>(part);
    for (std::size_t p = 0; p < result.pairs && !stop.stop_requested(); ++p) {
      const RngStream own = stream.substream(trial * result.pairs + p);
      estimateTrial(method, law, seen[p], plan.features, own, [&](std::size_t feature, double estimate) {
        result.estimates[(feature * result.trials + trial) * result.pairs + p] = estimate;
      });
    }
    if (progress) progress(static_cast<double>(++done) / plan.trials);
  });
  if (stop.stop_requested()) throw Cancelled{};
  return result;
}

}  // namespace kernelscope
