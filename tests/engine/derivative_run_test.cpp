// Runs on gradients and Laplacians: equal bits, resuming, what they record and leave in their folder.

#include "engine/config/config_override.h"
#include "engine/config/presets.h"
#include "engine/config/task_definition.h"
#include "engine/core/compute_pool.h"
#include "engine/io/npy.h"
#include "engine/io/npz.h"
#include "engine/observe/image_quality.h"
#include "engine/run/experiment.h"
#include "engine/run/headless_run.h"
#include "engine/run/run_folder.h"
#include "engine/run/trained_lane.h"
#include "tests/support/run_to_end.h"
#include "tests/support/small_experiment.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

namespace kernelscope {
namespace {

constexpr std::array kDerivatives = {"gradient", "laplacian"};

ExperimentConfig derivativeExperiment(const std::string& supervise, std::int64_t steps) {
  ExperimentConfig config = test::smallExperiment(steps);
  config.supervise = supervise;
  config.batch = 50;
  return config;
}

using test::Ending;
using test::runToEnd;

// Bits, so that cells that were not measured compare too.
void expectSameRecord(const MetricHistory& a, const MetricHistory& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t row = 0; row < a.size(); ++row) {
    for (std::size_t column = 0; column < a.columns().size(); ++column) {
      const double x = a.value(row, column), y = b.value(row, column);
      EXPECT_TRUE(x == y || (std::isnan(x) && std::isnan(y))) << a.columns()[column] << " in row " << row;
    }
  }
}

TEST(DerivativeRun, givesTheSameBitsForAnyNumberOfThreadsAndAfterAResume) {
  for (const char* supervise : kDerivatives) {
    const ExperimentConfig config = derivativeExperiment(supervise, 16);
    const Ending one = runToEnd(config, 1), three = runToEnd(config, 3);
    ExperimentOptions first;
    first.stopAfter = 7;
    ExperimentOptions second;
    second.resumeFrom = runToEnd(config, 2, first).checkpoints;
    const Ending resumed = runToEnd(config, 2, second);
    for (std::size_t lane = 0; lane < 2; ++lane) {
      EXPECT_EQ(one.checkpoints[lane]->parameters, three.checkpoints[lane]->parameters);
      EXPECT_EQ(one.checkpoints[lane]->parameters, resumed.checkpoints[lane]->parameters);
      EXPECT_EQ(one.snapshots[lane]->plane, three.snapshots[lane]->plane);
      expectSameRecord(one.snapshots[lane]->history, three.snapshots[lane]->history);
      expectSameRecord(one.snapshots[lane]->history, resumed.snapshots[lane]->history);
    }
  }
}

TEST(DerivativeRun, recordsTheLossThatIsTrainedAndThePictureThatIsRecovered) {
  for (const std::string supervise : kDerivatives) {
    const Ending ending = runToEnd(derivativeExperiment(supervise, 12), 2);
    const TrainingSnapshot& lane = *ending.snapshots[0];
    const MetricHistory& history = lane.history;
    EXPECT_EQ(history.columns(), (std::vector<std::string>{"loss", "heldout_loss", supervise + "_mse",
                                                           "heldout_" + supervise + "_mse", "psnr_db",
                                                           "heldout_psnr_db", "ssim", "correlation"}));
    const double unit = history.value(0, 2) / history.value(0, 0);
    for (std::size_t row = 0; row < history.size(); ++row)
      EXPECT_NEAR(history.value(row, 2), unit * history.value(row, 0), 1e-9 * history.value(row, 2));
    EXPECT_NEAR(history.value(11, 3), unit * history.value(11, 1), 1e-9 * history.value(11, 3));
    EXPECT_EQ(lane.finalMetric("correlation"), history.value(11, 7));
    EXPECT_EQ(lane.finalMetric("psnr_db"), history.value(11, 4));
    EXPECT_DOUBLE_EQ(lane.finalMetric("psnr_db"), psnrDb(lane.finalMetric("mse")));
    EXPECT_EQ(lane.plane.channels.size(), 1U);
    EXPECT_TRUE(std::isnan(lane.finalMetric("no such metric")));
  }
}

TEST(DerivativeRun, valuesRecordWhatTheyAlwaysDidAndHaveNoOffset) {
  const Ending ending = runToEnd(derivativeExperiment("value", 4), 1);
  EXPECT_EQ(ending.snapshots[0]->history.columns(),
            (std::vector<std::string>{"mse", "psnr_db", "heldout_mse", "heldout_psnr_db", "ssim"}));
  EXPECT_TRUE(ending.snapshots[0]->plane.empty());
}

TEST(DerivativeRun, stopsAtATargetOfTheRecoveredPicture) {
  ExperimentConfig config = derivativeExperiment("gradient", 40);
  config.stop.targetPsnrDb = 0.5;  // any picture has it once it is measured
  const Ending ending = runToEnd(config, 1);
  EXPECT_EQ(ending.snapshots[0]->state, LaneState::Finished);
  EXPECT_EQ(ending.snapshots[0]->step, 1);
}

// arrays.npz holds the network's output plus the plane that result.json names.
TEST(DerivativeRun, outputOfEvaluatePlusThePlaneIsTheFiledValue) {
  const test::TemporaryFolder folder;
  ExperimentConfig config = derivativeExperiment("laplacian", 3);
  config.image.maximumSide = 16;
  HeadlessOptions options;
  options.folder = folder.path() / "run";
  runHeadless(config, options);
  const RunFolder run(options.folder);
  std::ifstream stream(run.resultFile());
  const nlohmann::json result = nlohmann::json::parse(stream);
  const nlohmann::json& lane = result.at("lanes").at("B");
  const double offset = lane.at("value_offset").at(0), alongX = lane.at("value_slope").at(0).at(0),
               alongY = lane.at("value_slope").at(0).at(1);
  EXPECT_NE(result.at("note").get<std::string>().find("value_offset"), std::string::npos);

  std::vector<double> points;
  for (int row = 0; row < 16; ++row) {
    for (int column = 0; column < 16; ++column) {
      points.push_back(pixelCoordinate(column, 16));
      points.push_back(pixelCoordinate(row, 16));
    }
  }
  writeNpy({"points", {256, 2}, points}, folder.file("points.npy"));
  evaluateToFile(loadTrainedLane(run, LaneId::B), folder.file("points.npy"), folder.file("out.npy"), 1);
  const auto output = std::get<std::vector<double>>(readNpy(folder.file("out.npy")).values);
  const std::vector<NamedArray> arrays = readNpz(run.arraysFile());
  const auto& filed = std::get<std::vector<double>>(findArray(arrays, "B/value")->values);
  ASSERT_EQ(output.size(), filed.size());
  for (std::size_t i = 0; i < output.size(); ++i) {
    const double plane = offset + alongX * points[2 * i] + alongY * points[2 * i + 1];
    EXPECT_NEAR(output[i] + plane, filed[i], 1e-12);
  }
}

TEST(Presets, everyShippedPresetThatTrainsRunsHeadless) {
  for (const PresetInfo& preset : listPresets()) {
    if (!taskDefinition(preset.task).training) continue;
    SCOPED_TRACE(preset.name);
    const test::TemporaryFolder folder;
    const ExperimentConfig config =
        withOverrides(loadExperimentOrPreset(preset.name), {"/steps=2", "/image/maximum_side=16"});
    HeadlessOptions options;
    options.folder = folder.path() / "run";
    EXPECT_EQ(runHeadless(config, options).status, RunStatus::Finished);
    EXPECT_TRUE(std::filesystem::exists(RunFolder(options.folder).arraysFile()));
  }
}

}  // namespace
}  // namespace kernelscope
