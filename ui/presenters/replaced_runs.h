#pragma once
// Runs that another took the place of: their threads end in the background, and what they leave is kept for
// undo. Lives on the window's thread and never waits.

#include "engine/run/experiment.h"
#include "engine/run/kept_runs.h"

#include <memory>
#include <vector>

namespace kernelscope::ui {

class ReplacedRuns final {
 public:
  // Asks the experiment to stop. Its last states go to `into` (may be null) as soon as its lanes have ended.
  void retire(std::unique_ptr<Experiment> experiment, std::shared_ptr<KeptRun> into);
  // Looks which have ended.
  void poll();
  bool allEnded() const;

  KeptRuns& runs() { return runs_; }
  const KeptRuns& runs() const { return runs_; }

 private:
  struct Retired {
    std::unique_ptr<Experiment> experiment;
    std::shared_ptr<KeptRun> into;
  };
  std::vector<Retired> retired_;
  KeptRuns runs_;
};

}  // namespace kernelscope::ui
