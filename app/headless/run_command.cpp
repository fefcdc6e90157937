#include "app/headless/commands.h"
#include "app/headless/progress_printer.h"
#include "engine/config/config_override.h"
#include "engine/config/presets.h"
#include "engine/core/compute_pool.h"
#include "engine/core/error.h"
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
ExperimentConfig chosenExperiment(const RunArguments& arguments) {
  if (arguments.experiment.empty()) {
    throw ConfigError(std::vector<ConfigIssue>{
        {"EXPERIMENT", "name an experiment file or a preset, or give --resume DIR"}});
  }
  std::vector<std::string> overrides = arguments.overrides;
  if (arguments.seed) overrides.push_back("/seed=" + std::to_string(*arguments.seed));
  if (arguments.steps) overrides.push_back("/steps=" + std::to_string(*arguments.steps));
  if (arguments.backend) overrides.push_back("/backend=" + *arguments.backend);
  return withOverrides(loadExperimentOrPreset(arguments.experiment), overrides);
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

}  // namespace

ExitCode runExperiment(const RunArguments& arguments) {
  HeadlessOptions options;
  options.resume = !arguments.resume.empty();
  options.folder = options.resume             ? arguments.resume
                   : arguments.folder.empty() ? defaultFolder()
                                              : arguments.folder;
  const ExperimentConfig config =
      options.resume ? RunFolder(options.folder).experiment() : chosenExperiment(arguments);
  options.threads = arguments.threads > 0 ? arguments.threads : availableThreads();
  options.stopAfter = arguments.stopAfter;
  options.checkpointEvery = arguments.checkpointEvery;
  options.stopWanted = [] { return stopSignal != 0; };
  ProgressPrinter printer(arguments.quiet);
  options.progress = [&printer](const LaneSnapshots& lanes) { printer.show(lanes); };
  options.note = [&printer](const std::string& text) { printer.note(text); };
  std::signal(SIGINT, rememberSignal);
  std::signal(SIGTERM, rememberSignal);
  const HeadlessOutcome outcome = runHeadless(config, options);
  printer.conclude(outcome, options.folder.string());
  return exitCodeOf(outcome);
}

}  // namespace kernelscope
