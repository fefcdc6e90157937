#pragma once
// Answers an analysis without a window and leaves its folder: experiment.json, result.json, metrics.csv,
// arrays.npz. Used by kernelscope-run.

#include "engine/analysis/analysis.h"

#include <filesystem>

namespace kernelscope {

struct AnalysisRunOptions {
  std::filesystem::path folder;
  int threads = 1;
  std::function<bool()> stopWanted;            // asked about 20 times a second
  std::function<void(double share)> progress;  // from the calling thread, about 20 times a second
};

struct AnalysisOutcome {
  bool stopped = false;
  std::string message;
  std::vector<std::string> lines;
};

// Throws ConfigError, ContentError, IoError before anything is written; IoError if results cannot be written.
// A stopped analysis leaves result.json with the status "stopped" and no arrays.
AnalysisOutcome runAnalysis(const ExperimentDocument& experiment, const AnalysisRunOptions& options);

}  // namespace kernelscope
