#include "engine/run/experiment.h"

#include "engine/core/compute_pool.h"
#include "engine/core/error.h"
#include "tests/support/run_to_end.h"
#include "tests/support/small_experiment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace kernelscope {

namespace {

using Snapshots = std::array<std::shared_ptr<const TrainingSnapshot>, 2>;
using test::Ending;
using test::runToEnd;
using test::take;

// Polls until `ready` holds for the newest snapshots.
template <typename Ready>
Snapshots waitFor(Experiment& experiment, Ready ready) {
  Ending seen;
  while (!seen.snapshots[0] || !seen.snapshots[1] || !ready(seen.snapshots)) {
    take(experiment, seen);
    std::this_thread::yield();
  }
  return seen.snapshots;
}

}  // namespace

TEST(Experiment, bothLanesFinishWithRecordsMeasuresAndCheckpoints) {
  const Ending ending = runToEnd(test::smallExperiment(30), 2);
  for (const LaneId lane : kLanes) {
    const TrainingSnapshot& snapshot = *ending.snapshots[laneIndex(lane)];
    EXPECT_EQ(snapshot.state, LaneState::Finished) << snapshot.message;
    EXPECT_EQ(snapshot.step, 30);
    EXPECT_EQ(snapshot.history.size(), 30U);
    EXPECT_EQ(snapshot.finalMetrics.size(), 5U);
    ASSERT_NE(ending.checkpoints[laneIndex(lane)], nullptr);
    EXPECT_EQ(ending.checkpoints[laneIndex(lane)]->step, 30);
  }
}

TEST(Experiment, sameBitsWhateverTheThreadCountAndAgain) {
  const ExperimentConfig config = test::smallExperiment(20);
  const Ending one = runToEnd(config, 1), two = runToEnd(config, 2), again = runToEnd(config, 2);
  for (std::size_t lane = 0; lane < 2; ++lane) {
    EXPECT_EQ(one.checkpoints[lane]->parameters, two.checkpoints[lane]->parameters);
    EXPECT_EQ(again.checkpoints[lane]->parameters, two.checkpoints[lane]->parameters);
  }
}

TEST(Experiment, aStoppedRunResumesToTheSameBits) {
  ExperimentConfig config = test::smallExperiment(24);
  config.optimizer.schedule.kind = "cosine";
  config.batch = 50;
  const Ending whole = runToEnd(config, 2);
  ExperimentOptions first;
  first.stopAfter = 11;
  const Ending half = runToEnd(config, 2, first);
  EXPECT_EQ(half.snapshots[0]->state, LaneState::Stopped);
  ExperimentOptions second;
  second.resumeFrom = half.checkpoints;
  const Ending rest = runToEnd(config, 1, second);
  for (std::size_t lane = 0; lane < 2; ++lane) {
    EXPECT_EQ(rest.checkpoints[lane]->parameters, whole.checkpoints[lane]->parameters);
    EXPECT_EQ(rest.checkpoints[lane]->secondMoment, whole.checkpoints[lane]->secondMoment);
    ASSERT_EQ(rest.snapshots[lane]->history.size(), 24U);
    for (std::size_t row = 0; row < 24; ++row) {
      EXPECT_EQ(rest.snapshots[lane]->history.value(row, 0), whole.snapshots[lane]->history.value(row, 0));
    }
  }
}

TEST(Experiment, aHugeLearningRateDivergesAndKeepsTheLastGoodParameters) {
  ExperimentConfig config = test::smallExperiment(20);
  config.optimizer.learningRate = 1e3;
  const Ending ending = runToEnd(config, 2);
  ExperimentOptions none;
  none.stopAfter = 1;
  for (std::size_t lane = 0; lane < 2; ++lane) {
    EXPECT_EQ(ending.snapshots[lane]->state, LaneState::Diverged);
    EXPECT_LE(ending.snapshots[lane]->divergedAt, 5);
    EXPECT_FALSE(ending.snapshots[lane]->message.empty());
    for (const float value : ending.checkpoints[lane]->parameters) ASSERT_LT(std::abs(value), 10);
  }
}

TEST(Experiment, startsPausedStepsOnceAndShowsThePictureOfThatStep) {
  const ExperimentConfig config = test::smallExperiment(20);
  ExperimentOptions options;
  options.startPaused = true;
  Experiment experiment(config, test::smallDataset(config, 32), std::make_shared<ComputePool>(1), options);
  waitFor(experiment, [](const Snapshots& s) { return s[0]->state == LaneState::Paused && s[1]->step == 0; });
  experiment.singleStep();
  // The pause is told first, the picture of its step follows.
  const Snapshots after = waitFor(experiment, [](const Snapshots& s) {
    return s[0]->step == 1 && s[1]->step == 1 && s[0]->state == LaneState::Paused &&
           s[1]->state == LaneState::Paused && s[0]->observation && s[0]->observation->step == 1;
  });
  EXPECT_NE(after[0]->observation->find("value"), nullptr);
  experiment.requestStop();
  experiment.join();
}

TEST(Experiment, aFinishedRunStillShowsOtherViews) {
  const ExperimentConfig config = test::smallExperiment(5);
  Experiment experiment(config, test::smallDataset(config, 32), std::make_shared<ComputePool>(2), {});
  waitFor(experiment, [](const Snapshots& s) { return isTerminal(s[0]->state) && isTerminal(s[1]->state); });
  EXPECT_FALSE(experiment.finished());
  experiment.setView(FieldView::Laplacian);
  const Snapshots shown = waitFor(experiment, [](const Snapshots& s) {
    return s[0]->observation && s[0]->observation->find("laplacian") && s[1]->observation &&
           s[1]->observation->find("laplacian");
  });
  EXPECT_EQ(shown[0]->state, LaneState::Finished);
  experiment.requestStop();
  experiment.join();
  EXPECT_TRUE(experiment.finished());
}

// What every snapshot carries is all that was computed: one field, of the view that was asked for.
TEST(Experiment, hiddenViewsAreNotComputed) {
  const ExperimentConfig config = test::smallExperiment(1000000);
  Experiment experiment(config, test::smallDataset(config, 16), std::make_shared<ComputePool>(1), {});
  const std::pair<FieldView, const char*> views[] = {{FieldView::Spectrum, "spectrum"},
                                                     {FieldView::Gradient, "gradient_magnitude"},
                                                     {FieldView::Error, "error"},
                                                     {FieldView::Value, "value"}};
  for (const auto& [view, name] : views) {
    experiment.setView(view);
    waitFor(experiment, [name = name](const Snapshots& s) {
      for (const auto& snapshot : s) {
        if (!snapshot->observation) return false;
        EXPECT_EQ(snapshot->observation->fields.size(), 1U);
        if (!snapshot->observation->find(name)) return false;
      }
      return true;
    });
  }
  experiment.requestStop();
}

TEST(Experiment, valuesBetweenPixelsAreComputedOnlyWhileTheyAreAskedFor) {
  const ExperimentConfig config = test::smallExperiment(1000000);
  ExperimentOptions options;
  options.query = 2;
  Experiment experiment(config, test::smallDataset(config, 16), std::make_shared<ComputePool>(2), options);
  const auto shows = [&](int side, const char* name) {
    waitFor(experiment, [=](const Snapshots& s) {
      return std::ranges::all_of(s, [=](const auto& snapshot) {
        const Field2d* field = snapshot->observation ? snapshot->observation->find(name) : nullptr;
        return field != nullptr && field->width == side && field->height == side;
      });
    });
  };
  shows(32, "value");
  experiment.setView(FieldView::Laplacian);
  shows(32, "laplacian");
  experiment.setQuery(4);
  shows(64, "laplacian");
  experiment.setView(FieldView::Error);  // an error needs a pixel to differ from
  shows(16, "error");
  experiment.setView(FieldView::Value);
  experiment.setQuery(1);
  shows(16, "value");
  experiment.requestStop();
}

TEST(Experiment, liveSettingsChangeTheBudgetOfARunningLane) {
  ExperimentConfig config = test::smallExperiment(1000000);
  Experiment experiment(config, test::smallDataset(config, 16), std::make_shared<ComputePool>(1), {});
  waitFor(experiment, [](const Snapshots& s) { return s[0]->step > 3; });
  config.steps = 1;
  experiment.applyLive(config);
  const Snapshots end = waitFor(
      experiment, [](const Snapshots& s) { return isTerminal(s[0]->state) && isTerminal(s[1]->state); });
  EXPECT_EQ(end[0]->state, LaneState::Finished);
}

TEST(Experiment, stoppingTakesEffectWhileRunningAndWhilePaused) {
  for (const bool paused : {false, true}) {
    ExperimentOptions options;
    options.startPaused = paused;
    const ExperimentConfig config = test::smallExperiment(1000000);
    Experiment experiment(config, test::smallDataset(config, 16), std::make_shared<ComputePool>(2), options);
    waitFor(experiment, [](const Snapshots&) { return true; });
    experiment.requestStop();
    experiment.join();
    EXPECT_TRUE(experiment.finished());
  }
}

TEST(Experiment, aWrongConfigOrDeviceIsRefusedBeforeAnythingStarts) {
  ExperimentConfig config = test::smallExperiment(5);
  const auto data = test::smallDataset(config, 16);
  const auto pool = std::make_shared<ComputePool>(1);
  config.backend = "cuda";
  EXPECT_THROW(Experiment(config, data, pool, {}), DeviceError);
  config.optimizer.learningRate = -1;
  EXPECT_THROW(Experiment(config, data, pool, {}), ConfigError);
}

}  // namespace kernelscope
