#include "engine/run/kept_runs.h"

#include "engine/config/config_diff.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace kernelscope {

namespace {

bool sameRun(const ExperimentConfig& before, const ExperimentConfig& after) {
  const ConfigChange change = configDiff(before, after);
  return change == ConfigChange::None || change == ConfigChange::Live;
}

}  // namespace

void KeptRuns::add(std::shared_ptr<KeptRun> run) {
  runs_.push_back(std::move(run));
  trim();
}

void KeptRuns::trim() {
  while (runs_.size() > kMostRuns) runs_.pop_front();
  for (std::size_t i = 0; i < runs_.size() && byteCount() > mostBytes_; ++i) runs_[i]->kept = {};
  while (!runs_.empty() && byteCount() > mostBytes_) runs_.pop_front();
}

std::shared_ptr<KeptRun> KeptRuns::find(const ExperimentConfig& config, int position) const {
  std::shared_ptr<KeptRun> nearest;
  const auto distance = [position](const KeptRun& run) { return std::abs(run.position - position); };
  for (const std::shared_ptr<KeptRun>& run : runs_) {
    const bool nearer = !nearest || distance(*run) <= distance(*nearest);
    if (nearer && sameRun(run->config, config)) nearest = run;
  }
  return nearest;
}

void KeptRuns::remove(const std::shared_ptr<const KeptRun>& run) {
  std::erase(runs_, run);
}

void KeptRuns::forgetFrom(int position) {
  std::erase_if(runs_, [position](const auto& run) { return run->position >= position; });
}

std::size_t KeptRuns::byteCount() const {
  std::set<const Checkpoint*> counted;
  std::size_t sum = 0;
  const auto count = [&](const Checkpoint* checkpoint) {
    if (checkpoint != nullptr && counted.insert(checkpoint).second)
      sum += kernelscope::byteCount(*checkpoint);
  };
  for (const std::shared_ptr<KeptRun>& run : runs_) {
    for (std::size_t lane = 0; lane < kLanes.size(); ++lane) {
      count(run->checkpoints[lane].get());
      if (!run->kept[lane]) continue;
      for (const CheckpointRing::Entry& entry : run->kept[lane]->entries()) count(entry.get());
    }
  }
  return sum;
}

}  // namespace kernelscope
