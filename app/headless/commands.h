#pragma once
// The commands of kernelscope-run with their parsed arguments. Each returns its exit code or throws.

#include "app/headless/exit_code.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kernelscope {

struct RunArguments {
  std::string experiment, folder, resume;
  std::vector<std::string> overrides;
  std::optional<std::int64_t> seed, steps;
  std::optional<std::string> backend;
  int threads = 0;  // 0: all
  std::int64_t stopAfter = 0, checkpointEvery = 0;
  bool quiet = false;
};
ExitCode runExperiment(const RunArguments& arguments);

struct EvaluateArguments {
  std::string folder, lane, input, output;
  int threads = 0;
};
ExitCode runEvaluate(const EvaluateArguments& arguments);

struct ExportArguments {
  std::string folder, lane, format, file;
};
ExitCode runExport(const ExportArguments& arguments);

ExitCode printPresets();
ExitCode printSchema(const std::string& task);
ExitCode printDevices();

}  // namespace kernelscope
