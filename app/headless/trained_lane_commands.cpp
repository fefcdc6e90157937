#include "app/headless/commands.h"
#include "engine/core/compute_pool.h"
#include "engine/run/trained_lane.h"

namespace kernelscope {

namespace {
LaneId laneOf(const std::string& name) {
  return name == "B" ? LaneId::B : LaneId::A;
}
}  // namespace

ExitCode runEvaluate(const EvaluateArguments& arguments) {
  const TrainedLane lane = loadTrainedLane(RunFolder(arguments.folder), laneOf(arguments.lane));
  const int threads = arguments.threads > 0 ? arguments.threads : availableThreads();
  evaluateToFile(lane, arguments.input, arguments.output, threads);
  return ExitCode::Finished;
}

ExitCode runExport(const ExportArguments& arguments) {
  const TrainedLane lane = loadTrainedLane(RunFolder(arguments.folder), laneOf(arguments.lane));
  exportWeights(lane, arguments.format, arguments.file);
  return ExitCode::Finished;
}

}  // namespace kernelscope
