#pragma once
// Draws a method many times and keeps every estimate: the numbers behind each curve of the kernel-error page.
// The estimate with m features is the mean of the first m of a trial's draws, so the estimates of one trial
// at several m are correlated, those of two trials are not.

#include "engine/analysis/kernel_error/kept_draws.h"
#include "engine/analysis/kernel_error/kernel_method.h"
#include "engine/core/cancelled.h"
#include "engine/core/rng.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace kernelscope {

class ComputePool;

struct StudyPlan {
  std::uint64_t seed = 7;
  int trials = 500;
  std::vector<int> features;  // m, ascending
  std::vector<KernelPair> pairs;
  std::vector<double> exact;  // of the target, for each pair
};

struct MethodEstimates {
  std::size_t trials = 0, pairs = 0;
  std::vector<double> exact;         // [pairs], of the target
  std::vector<double> estimates;     // [features, trials, pairs]
  std::vector<double> predictedStd;  // [features, pairs], of the mean of m independent draws; NaN: not known
  double at(std::size_t feature, std::size_t trial, std::size_t pair) const {
    return estimates[(feature * trials + trial) * pairs + pair];
  }
};

// The same bits for any number of threads. A trial's projections serve all pairs and all methods of one law.
// Cost: trials x pairs x the largest m draws, about 10 ns each for one wave, 100 ns for an integral of waves,
// and as much again for projections that are not kept. A stop request throws Cancelled. `progress` gets the
// share done, from any thread.
MethodEstimates estimateKernel(const KernelMethod& method, const ProjectionLaw& law, const StudyPlan& plan,
                               ComputePool& pool, KeptDraws& kept, std::stop_token stop = {},
                               const std::function<void(double)>& progress = {});

}  // namespace kernelscope
