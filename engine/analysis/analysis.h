#pragma once
// Tasks without training: an experiment goes in, an answer comes out at once. The window reads the typed
// answer of each analysis; kernelscope-run reads it through this interface.

#include "engine/config/experiment_document.h"
#include "engine/core/cancelled.h"
#include "engine/io/named_array.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace kernelscope {

class ComputePool;

struct AnalysisResult {
  std::vector<NamedArray> arrays;
  nlohmann::ordered_json metrics;  // of result.json
  std::string table;               // of metrics.csv
  std::vector<std::string> lines;  // what a terminal shows, a sentence or a row each
};

struct AnalysisContext {
  ComputePool& pool;
  std::stop_token stop;
  std::function<void(double share)> progress;  // of the whole, from any thread; may be null
};

class Analysis {
 public:
  virtual ~Analysis() = default;
  virtual std::string task() const = 0;
  // Throws ConfigError, ContentError, IoError for what cannot be answered, Cancelled when stopped.
  virtual AnalysisResult answer(const ExperimentDocument& experiment,
                                const AnalysisContext& context) const = 0;
};

// The analysis of a task, or null if the task trains.
const Analysis* findAnalysis(const std::string& task);

}  // namespace kernelscope
