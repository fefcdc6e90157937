#include "engine/analysis/kernel_error/kept_draws.h"

#include "engine/core/cancelled.h"
#include "engine/core/compute_pool.h"

#include <algorithm>

namespace kernelscope {

namespace {

std::size_t bytesOfDraws(const DrawKey& key) {
  const std::size_t parts = 2 + (key.needs.squaredNorm ? 1 : 0) + (key.needs.uniform ? 1 : 0);
  return sizeof(double) * parts * key.count * static_cast<std::size_t>(key.sequences) *
         static_cast<std::size_t>(key.trials);
}

std::vector<PlaneDraw> drawTrials(const DrawKey& key, ComputePool& pool, const std::stop_token& stop) {
  std::vector<PlaneDraw> trials(static_cast<std::size_t>(key.trials));
  pool.run(key.trials, [&](std::int64_t part, int) {
    if (stop.stop_requested()) return;
    const auto trial = static_cast<std::size_t>(part);
    trials[trial] =
        drawPlane(key.law, key.dimension, key.count, key.sequences, trialStream(key.seed, trial), key.needs);
  });
  if (stop.stop_requested()) throw Cancelled{};
  return trials;
}

}  // namespace

bool DrawKey::serves(const DrawKey& other) const {
  return seed == other.seed && law == other.law && dimension == other.dimension && trials >= other.trials &&
         count == other.count && sequences == other.sequences && needs == other.needs;
}

RngStream trialStream(std::uint64_t seed, std::size_t trial) {
  return randomStream(seed, RandomPurpose::KernelTrials).substream(trial);
}

KeptDraws::Trials KeptDraws::get(const DrawKey& key, ComputePool& pool, std::stop_token stop) {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.key.serves(key); });
  if (found != entries_.end()) {
    entries_.splice(entries_.begin(), entries_, found);
    return entries_.front().trials;
  }
  const std::size_t bytes = bytesOfDraws(key);
  if (bytes > mostBytes_) return nullptr;
  entries_.remove_if([&](const Entry& entry) { return key.serves(entry.key); });
  std::size_t kept = bytes;
  for (const Entry& entry : entries_) kept += entry.bytes;
  while (kept > mostBytes_) {
    kept -= entries_.back().bytes;
    entries_.pop_back();
  }
  auto drawn = std::make_shared<const std::vector<PlaneDraw>>(drawTrials(key, pool, stop));
  entries_.push_front({key, drawn, bytes});
  return drawn;
}

}  // namespace kernelscope
