// How fast the kernel-error page answers, in milliseconds, median of repetitions:
//   kernel_error_bench [REPETITIONS]
// Universal real features of the sine, independent and orthogonal, 500 draws, m = 2, 4, ..., 4,096, dimension
// 16: with kept draws while a norm moves (1 and 8 pairs), and with a new seed.
#include "engine/analysis/kernel_error/kernel_error_report.h"
#include "engine/config/experiment_document.h"
#include "engine/core/compute_pool.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace kernelscope;
using Clock = std::chrono::steady_clock;

namespace {

KernelErrorConfig study(int pairs) {
  const nlohmann::json values = {{"task", "kernel-error"},
                                 {"features", {2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096}},
                                 {"gram_size", 0},
                                 {"advise", false},
                                 {"pairs", {{"count", pairs}}}};
  return readKernelError(nlohmann::json(resolvedValues(values)));
}

template <class Change>
double medianMilliseconds(int repetitions, KernelErrorConfig config, ComputePool& pool, KeptDraws& kept,
                          const Change& change) {
  KernelErrorHooks hooks;
  hooks.kept = &kept;
  kernelErrorReport(config, {}, pool, hooks);
  std::vector<double> times;
  for (int i = 0; i < repetitions; ++i) {
    change(config, i);
    const Clock::time_point begun = Clock::now();
    kernelErrorReport(config, {}, pool, hooks);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 15;
  ComputePool pool(availableThreads());
  KeptDraws kept;
  const auto moveNorm = [](KernelErrorConfig& config, int i) { config.pairs.normX = 0.5 + 0.01 * i; };
  const auto newSeed = [](KernelErrorConfig& config, int i) {
    config.seed = static_cast<std::uint64_t>(100 + i);
  };
  std::printf("%d threads, %d repetitions, medians\n", pool.threads(), repetitions);
  std::printf("1 pair, kept draws:  %7.1f ms (wanted 40)\n",
              medianMilliseconds(repetitions, study(1), pool, kept, moveNorm));
  std::printf("8 pairs, kept draws: %7.1f ms (wanted 150)\n",
              medianMilliseconds(repetitions, study(8), pool, kept, moveNorm));
  std::printf("1 pair, new seed:    %7.1f ms (wanted 400)\n",
              medianMilliseconds(repetitions, study(1), pool, kept, newSeed));
  return 0;
}
