#include "ui/presenters/replaced_runs.h"

#include <algorithm>

namespace kernelscope::ui {

namespace {

// What an ended experiment has not told yet.
void harvest(Experiment& experiment, KeptRun& into) {
  for (const LaneId lane : kLanes) {
    const std::size_t i = laneIndex(lane);
    if (auto checkpoint = experiment.takeCheckpoint(lane)) into.checkpoints[i] = std::move(checkpoint);
    auto news = experiment.takeSnapshot(lane);
    if (!news || news->state == LaneState::Failed) continue;
    if (news->kept) into.kept[i] = news->kept;
    into.news[i] = std::move(news);
  }
  into.complete = true;
}

}  // namespace

void ReplacedRuns::retire(std::unique_ptr<Experiment> experiment, std::shared_ptr<KeptRun> into) {
  experiment->requestStop();
  retired_.push_back({std::move(experiment), std::move(into)});
  poll();
}

void ReplacedRuns::poll() {
  bool harvested = false;
  for (Retired& run : retired_) {
    if (!run.into || !run.experiment->finished()) continue;
    harvest(*run.experiment, *run.into);
    run.into.reset();
    harvested = true;
  }
  std::erase_if(retired_, [](const Retired& run) { return run.experiment->finished(); });
  if (harvested) runs_.trim();
}

bool ReplacedRuns::allEnded() const {
  return std::ranges::all_of(retired_, [](const Retired& run) { return run.experiment->finished(); });
}

}  // namespace kernelscope::ui
