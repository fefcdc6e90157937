#pragma once
// Progress on stderr: one live line on a terminal, a plain line every few seconds elsewhere, nothing when
// quiet. Errors are not its business.

#include "engine/run/headless_run.h"

#include <chrono>
#include <string>

namespace kernelscope {

class ProgressPrinter {
 public:
  explicit ProgressPrinter(bool quiet);

  void note(const std::string& text);
  void show(const LaneSnapshots& lanes);
  void conclude(const HeadlessOutcome& outcome, const std::string& folder);

 private:
  using Clock = std::chrono::steady_clock;
  std::string line(const LaneSnapshots& lanes) const;
  void clearLine();

  bool quiet_, terminal_;
  bool lineShown_ = false;
  Clock::time_point begun_, shown_;
  std::int64_t firstStep_ = -1;
};

}  // namespace kernelscope
