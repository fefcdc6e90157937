#include "engine/run/kept_runs.h"

#include <gtest/gtest.h>

namespace kernelscope {
namespace {

ExperimentConfig withFeatures(int features) {
  ExperimentConfig config = defaultExperiment();
  config.lanes[1].layers[2].features = features;
  return config;
}

std::shared_ptr<const Checkpoint> state(std::size_t parameters) {
  auto checkpoint = std::make_shared<Checkpoint>();
  checkpoint->parameters.resize(parameters);
  return checkpoint;
}

std::shared_ptr<KeptRun> run(int features, int position, std::size_t parameters = 10) {
  auto kept = std::make_shared<KeptRun>();
  kept->config = withFeatures(features);
  kept->position = position;
  for (std::size_t lane = 0; lane < 2; ++lane) {
    kept->checkpoints[lane] = state(parameters);
    CheckpointRing ring;
    ring.add(kept->checkpoints[lane]);
    auto later = std::make_shared<Checkpoint>(*state(parameters));
    later->step = 1;
    ring.add(later);
    kept->kept[lane] = std::make_shared<const CheckpointRing>(ring);
  }
  return kept;
}

TEST(KeptRuns, findTheRunOfASetUpNearestInTheUndoHistory) {
  KeptRuns runs;
  const auto first = run(32, 0), second = run(16, 1), third = run(32, 2);
  for (const auto& one : {first, second, third}) runs.add(one);
  EXPECT_EQ(runs.find(withFeatures(32), 0), first);
  EXPECT_EQ(runs.find(withFeatures(32), 3), third);
  EXPECT_EQ(runs.find(withFeatures(16), 5), second);
  EXPECT_EQ(runs.find(withFeatures(8), 1), nullptr);
}

TEST(KeptRuns, liveValuesDoNotMakeAnotherRun) {
  KeptRuns runs;
  const auto kept = run(32, 0);
  runs.add(kept);
  ExperimentConfig longer = withFeatures(32);
  longer.steps = 5000;
  EXPECT_EQ(runs.find(longer, 1), kept);
}

TEST(KeptRuns, aNewEditForgetsWhatCouldBeRedone) {
  KeptRuns runs;
  runs.add(run(32, 0));
  runs.add(run(16, 1));
  runs.forgetFrom(1);
  EXPECT_EQ(runs.find(withFeatures(16), 1), nullptr);
  EXPECT_NE(runs.find(withFeatures(32), 0), nullptr);
}

TEST(KeptRuns, keepTheLastTen) {
  KeptRuns runs;
  for (int i = 0; i < 14; ++i) runs.add(run(100 + i, i));
  EXPECT_EQ(runs.size(), 10U);
  EXPECT_EQ(runs.find(withFeatures(103), 3), nullptr);
  EXPECT_NE(runs.find(withFeatures(104), 4), nullptr);
}

TEST(KeptRuns, staysWithinItsBytesByLosingTheOldestStatesFirst) {
  // A run has 2 lanes x 2 states x 100 parameters x 4 bytes = 1,600 bytes, 800 without the kept states.
  KeptRuns runs(3300);
  for (int i = 0; i < 3; ++i) runs.add(run(100 + i, i, 100));
  EXPECT_LE(runs.byteCount(), 3300U);
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs.find(withFeatures(100), 0)->kept[0], nullptr);
  EXPECT_NE(runs.find(withFeatures(100), 0)->checkpoints[0], nullptr);
  EXPECT_NE(runs.find(withFeatures(102), 2)->kept[0], nullptr);
}

}  // namespace
}  // namespace kernelscope
