#include "engine/config/config_diff.h"

#include <gtest/gtest.h>

#include <functional>

namespace kernelscope {
namespace {

using Edit = std::function<void(ExperimentConfig&)>;

ConfigChange changeBy(const Edit& edit) {
  ExperimentConfig after = defaultExperiment();
  edit(after);
  return configDiff(defaultExperiment(), after);
}

TEST(ConfigDiff, sameExperimentNeedsNothing) {
  EXPECT_EQ(changeBy([](auto&) {}), ConfigChange::None);
}

TEST(ConfigDiff, rateStepsAndStopRulesAreLive) {
  const std::vector<Edit> edits = {[](auto& c) { c.optimizer.learningRate = 1e-3; },
                                   [](auto& c) { c.steps = 5; },
                                   [](auto& c) { c.stop.divergenceRatio = 10; },
                                   [](auto& c) { c.stop.plateauSteps = 10; },
                                   [](auto& c) { c.stop.plateauGainDb = 1; },
                                   [](auto& c) { c.stop.targetPsnrDb = 30; },
                                   [](auto& c) { c.title = "other"; },
                                   [](auto& c) { c.lanes[1].name = "other"; }};
  for (std::size_t i = 0; i < edits.size(); ++i) EXPECT_EQ(changeBy(edits[i]), ConfigChange::Live) << i;
}

TEST(ConfigDiff, layersRestartTheirLane) {
  EXPECT_EQ(changeBy([](auto& c) { c.lanes[0].layers[0].omega0 = 20; }), ConfigChange::RestartLaneA);
  EXPECT_EQ(changeBy([](auto& c) { c.lanes[1].layers[2].features = 16; }), ConfigChange::RestartLaneB);
  EXPECT_EQ(changeBy([](auto& c) { c.lanes[0].layers.pop_back(); }), ConfigChange::RestartLaneA);
}

TEST(ConfigDiff, theLargerChangeWins) {
  EXPECT_EQ(changeBy([](auto& c) {
              c.steps = 5;
              c.lanes[1].layers[2].sigma = 0.3;
            }),
            ConfigChange::RestartLaneB);
  EXPECT_EQ(changeBy([](auto& c) {
              c.lanes[0].layers[0].width = 64;
              c.lanes[1].layers[0].width = 64;
            }),
            ConfigChange::RestartBoth);
}

TEST(ConfigDiff, onlyATimeRaceMustBeginTogether) {
  EXPECT_EQ(changeBy([](auto& c) { c.race = "size"; }), ConfigChange::Live);
  EXPECT_EQ(changeBy([](auto& c) { c.race = "time"; }), ConfigChange::RestartBoth);
  ExperimentConfig timed = defaultExperiment();
  timed.race = "time";
  EXPECT_EQ(configDiff(timed, defaultExperiment()), ConfigChange::RestartBoth);
  ExperimentConfig after = timed;
  after.lanes[1].layers[2].features = 16;
  EXPECT_EQ(configDiff(timed, after), ConfigChange::RestartBoth);
  after = timed;
  after.steps = 5;
  EXPECT_EQ(configDiff(timed, after), ConfigChange::Live);
}

TEST(ConfigDiff, sharedSettingsRestartBoth) {
  const std::vector<Edit> edits = {[](auto& c) { c.seed = 8; },
                                   [](auto& c) { c.batch = 256; },
                                   [](auto& c) { c.optimizer.beta1 = 0.8; },
                                   [](auto& c) { c.optimizer.schedule.kind = "cosine"; },
                                   [](auto& c) { c.image.source = "builtin:brick"; },
                                   [](auto& c) { c.image.trainPixels = "all"; },
                                   [](auto& c) { c.image.trainPixels = "fraction"; },
                                   [](auto& c) {
                                     c.image.crop = CropSpec{0, 0, 8, 8};
                                   },
                                   [](auto& c) { c.backend = "cpu"; },
                                   [](auto& c) { c.task = "other"; }};
  for (std::size_t i = 0; i < edits.size(); ++i)
    EXPECT_EQ(changeBy(edits[i]), ConfigChange::RestartBoth) << i;
}

TEST(ConfigDiff, valuesThatAreNotUsedDoNotCount) {
  EXPECT_EQ(changeBy([](auto& c) { c.image.fraction = 0.2; }), ConfigChange::None);
  EXPECT_EQ(changeBy([](auto& c) { c.lanes[0].layers[0].sigma = 5; }), ConfigChange::None);
}

TEST(ConfigDiff, folderCountsOnlyForPicturesGivenRelativeToIt) {
  EXPECT_EQ(changeBy([](auto& c) { c.baseDirectory = "/elsewhere"; }), ConfigChange::None);
  ExperimentConfig before = defaultExperiment();
  before.image.source = "own.png";
  before.baseDirectory = "/one";
  ExperimentConfig after = before;
  after.baseDirectory = "/two";
  EXPECT_EQ(configDiff(before, after), ConfigChange::RestartBoth);
  after.baseDirectory = "/one/.";
  EXPECT_EQ(configDiff(before, after), ConfigChange::None);
  before.image.source = after.image.source = "/pictures/own.png";
  after.baseDirectory = "/two";
  EXPECT_EQ(configDiff(before, after), ConfigChange::None);
}

}  // namespace
}  // namespace kernelscope
