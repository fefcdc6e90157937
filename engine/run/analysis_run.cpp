#include "engine/run/analysis_run.h"

#include "engine/backend/backend_registry.h"
#include "engine/core/compute_pool.h"
#include "engine/core/file_io.h"
#include "engine/io/npz.h"
#include "engine/run/run_result.h"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <future>
#include <optional>

namespace kernelscope {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kPollInterval{50};

// Computes on a thread of its own, while this one passes on progress and the wish to stop. Nothing: stopped.
std::optional<AnalysisResult> answered(const Analysis& analysis, const ExperimentDocument& experiment,
                                       ComputePool& pool, const AnalysisRunOptions& options) {
  std::stop_source stop;
  std::atomic<double> share{0};
  const AnalysisContext context{pool, stop.get_token(), [&share](double done) { share = done; }};
  std::future<AnalysisResult> result =
      std::async(std::launch::async, [&] { return analysis.answer(experiment, context); });
  while (result.wait_for(kPollInterval) != std::future_status::ready) {
    if (options.stopWanted && options.stopWanted()) stop.request_stop();
    if (options.progress) options.progress(share);
  }
  try {
    return result.get();
  } catch (const Cancelled&) {
    return std::nullopt;
  }
}

nlohmann::ordered_json resultDocument(const ExperimentDocument& experiment, const DeviceInfo& device,
                                      int threads, double seconds,
                                      const std::optional<AnalysisResult>& result,
                                      const std::string& message) {
  return {{"schema", 1},
          {"task", experiment.task()},
          {"status", runStatusName(result ? RunStatus::Finished : RunStatus::Stopped)},
          {"message", message},
          {"seed", experiment.values.at("seed")},
          {"backend", backendResult(device, threads)},
          {"seconds", seconds},
          {"metrics", result ? result->metrics : nlohmann::ordered_json::object()}};
}

}  // namespace

AnalysisOutcome runAnalysis(const ExperimentDocument& experiment, const AnalysisRunOptions& options) {
  const Clock::time_point begun = Clock::now();
  const Analysis& analysis = *findAnalysis(experiment.task());
  const DeviceInfo device = makeBackend("cpu")->device();
  ComputePool pool(options.threads);
  const std::optional<AnalysisResult> result = answered(analysis, experiment, pool, options);
  const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
  const std::string message =
      result ? fmt::format("Answered in {:.2f} s", seconds) : "Stopped before the answer was complete";

  createDirectories(options.folder);
  std::error_code ignored;
  std::filesystem::remove(options.folder / "result.json", ignored);
  saveDocument(rebasedTo(experiment, options.folder), options.folder / "experiment.json");
  if (result) {
    writeNpz(result->arrays, options.folder / "arrays.npz");
    writeFileAtomically(options.folder / "metrics.csv", result->table);
  }
  writeFileAtomically(
      options.folder / "result.json",
      resultDocument(experiment, device, options.threads, seconds, result, message).dump(2) + "\n");
  return {!result, message, result ? result->lines : std::vector<std::string>{}};
}

}  // namespace kernelscope
