#include "app/headless/analysis_printer.h"
#include "app/headless/commands.h"
#include "app/headless/progress_printer.h"
#include "engine/backend/backend_registry.h"
#include "engine/config/config_codec.h"
#include "engine/config/config_override.h"
#include "engine/config/presets.h"
#include "engine/core/compute_pool.h"
#include "engine/core/error.h"
#include "engine/run/analysis_run.h"
#include "engine/run/headless_run.h"
#include "engine/run/run_folder.h"

#include <csignal>
#include <cstdio>
#include <ctime>

namespace kernelscope {

namespace {

volatile std::sig_atomic_t stopSignal = 0;
extern "C" void rememberSignal(int number) {
  stopSignal = number;
}

std::string defaultFolder() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char text[64];
  std::strftime(text, sizeof text, "kernelscope-output/%Y-%m-%d_%H-%M-%S", &local);
  return text;
}

// The experiment with the command line's changes; all their problems at once.
ExperimentDocument chosenExperiment(const RunArguments& arguments) {
  if (arguments.experiment.empty()) {
    throw ConfigError(std::vector<ConfigIssue>{
        {"EXPERIMENT", "name an experiment file or a preset, or give --resume DIR"}});
  }
  std::vector<std::string> overrides = arguments.overrides;
  if (arguments.seed) overrides.push_back("/seed=" + std::to_string(*arguments.seed));
  const ExperimentDocument document = loadDocumentOrPreset(arguments.experiment);
  const bool trains = findAnalysis(document.task()) == nullptr;
  if (trains && arguments.steps) overrides.push_back("/steps=" + std::to_string(*arguments.steps));
  if (trains && arguments.backend) overrides.push_back("/backend=" + *arguments.backend);
  if (!trains && arguments.backend) makeBackend(*arguments.backend);  // throws if there is no such device
  return withOverrides(document, overrides);
}

ExitCode exitCodeOf(const HeadlessOutcome& outcome) {
  switch (outcome.status) {
    case RunStatus::Finished:
      return ExitCode::Finished;
    case RunStatus::Diverged:
      return ExitCode::Diverged;
    case RunStatus::Stopped:
      return stopSignal != 0 ? ExitCode::Stopped : ExitCode::Finished;  // --stop-after did as asked
    case RunStatus::Failed:
      break;
  }
  return ExitCode::Bug;
}

int threadsOf(const RunArguments& arguments) {
  return arguments.threads > 0 ? arguments.threads : availableThreads();
}

std::string folderOf(const RunArguments& arguments) {
  return arguments.folder.empty() ? defaultFolder() : arguments.folder;
}

void listenToSignals() {
  std::signal(SIGINT, rememberSignal);
  std::signal(SIGTERM, rememberSignal);
}

// What only training has.
void refuseTrainingFlags(const RunArguments& arguments, const std::string& task) {
  std::vector<ConfigIssue> issues;
  const auto refuse = [&](const char* flag, bool given) {
    if (given) issues.push_back({flag, "has no meaning for task \"" + task + "\", which trains nothing"});
  };
  refuse("--steps", arguments.steps.has_value());
  refuse("--stop-after", arguments.stopAfter > 0);
  refuse("--checkpoint-every", arguments.checkpointEvery > 0);
  if (!issues.empty()) throw ConfigError(std::move(issues));
}

ExitCode analyse(const RunArguments& arguments, const ExperimentDocument& experiment) {
  AnalysisRunOptions options;
  options.folder = folderOf(arguments);
  options.threads = threadsOf(arguments);
  options.stopWanted = [] { return stopSignal != 0; };
  AnalysisPrinter printer(arguments.quiet);
  options.progress = [&printer](double share) { printer.show(share); };
  listenToSignals();
  const AnalysisOutcome outcome = runAnalysis(experiment, options);
  printer.conclude(outcome, options.folder.string());
  return outcome.stopped ? ExitCode::Stopped : ExitCode::Finished;
}

ExitCode train(const RunArguments& arguments, const ExperimentConfig& config) {
  HeadlessOptions options;
  options.resume = !arguments.resume.empty();
  options.folder = options.resume ? arguments.resume : folderOf(arguments);
  options.threads = threadsOf(arguments);
  options.stopAfter = arguments.stopAfter;
  options.checkpointEvery = arguments.checkpointEvery;
  options.stopWanted = [] { return stopSignal != 0; };
  ProgressPrinter printer(arguments.quiet);
  options.progress = [&printer](const LaneSnapshots& lanes) { printer.show(lanes); };
  options.note = [&printer](const std::string& text) { printer.note(text); };
  listenToSignals();
  const HeadlessOutcome outcome = runHeadless(config, options);
  printer.conclude(outcome, options.folder.string());
  return exitCodeOf(outcome);
}

}  // namespace

ExitCode runExperiment(const RunArguments& arguments) {
  if (!arguments.resume.empty()) return train(arguments, RunFolder(arguments.resume).experiment());
  const ExperimentDocument experiment = chosenExperiment(arguments);
  const std::string task = experiment.task();
  if (findAnalysis(task) == nullptr) return train(arguments, trainingConfig(experiment));
  refuseTrainingFlags(arguments, task);
  return analyse(arguments, experiment);
}

}  // namespace kernelscope
