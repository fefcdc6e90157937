#pragma once
// Progress of an analysis on stderr: one live line on a terminal, nothing elsewhere, the outcome at the end;
// nothing at all when quiet.

#include "engine/run/analysis_run.h"

#include <chrono>
#include <string>

namespace kernelscope {

class AnalysisPrinter {
 public:
  explicit AnalysisPrinter(bool quiet);

  void show(double share);
  void conclude(const AnalysisOutcome& outcome, const std::string& folder);

 private:
  using Clock = std::chrono::steady_clock;

  bool quiet_, terminal_;
  bool lineShown_ = false;
  Clock::time_point begun_, shown_;
};

}  // namespace kernelscope
