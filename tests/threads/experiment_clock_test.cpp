// The clock of a whole run: what is kept, going back, forks, time races, pace.
#include "engine/core/compute_pool.h"
#include "engine/run/checkpoint_observer.h"
#include "engine/run/experiment.h"
#include "engine/train/checkpoint_ring.h"
#include "tests/support/run_to_end.h"
#include "tests/support/small_experiment.h"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

namespace kernelscope {

namespace {

using test::Ending;
using test::runToEnd;
using test::take;

// Both lanes from what a run had kept at a step.
ExperimentOptions forkAt(const Ending& run, std::int64_t step) {
  ExperimentOptions options;
  for (std::size_t lane = 0; lane < 2; ++lane) {
    options.keptBefore[lane] = run.snapshots[lane]->kept;
    options.resumeFrom[lane] = run.snapshots[lane]->kept->at(step);
  }
  return options;
}

void expectSameBits(const Ending& one, const Ending& other) {
  for (std::size_t lane = 0; lane < 2; ++lane) {
    EXPECT_EQ(one.checkpoints[lane]->step, other.checkpoints[lane]->step);
    EXPECT_EQ(one.checkpoints[lane]->parameters, other.checkpoints[lane]->parameters);
    EXPECT_EQ(one.checkpoints[lane]->firstMoment, other.checkpoints[lane]->firstMoment);
    EXPECT_EQ(one.checkpoints[lane]->secondMoment, other.checkpoints[lane]->secondMoment);
    const MetricHistory &a = one.snapshots[lane]->history, &b = other.snapshots[lane]->history;
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t row = 0; row < a.size(); ++row) {
      ASSERT_EQ(a.step(row), b.step(row));
      for (std::size_t column = 0; column < a.columns().size(); ++column) {
        const double x = a.value(row, column), y = b.value(row, column);
        ASSERT_TRUE(x == y || (std::isnan(x) && std::isnan(y))) << row << " " << column;
      }
    }
  }
}

}  // namespace

TEST(ExperimentClock, bothLanesKeepTheSameLogSpacedSteps) {
  const Ending ending = runToEnd(test::smallExperiment(200));
  std::vector<std::int64_t> wanted = KeptSteps(200, kMostKept).steps();
  for (std::size_t lane = 0; lane < 2; ++lane) {
    std::vector<std::int64_t> kept;
    for (const auto& entry : ending.snapshots[lane]->kept->entries()) {
      kept.push_back(entry->step);
      EXPECT_EQ(entry->history.size(), static_cast<std::size_t>(entry->step));
    }
    EXPECT_EQ(kept, wanted);
  }
}

TEST(ExperimentClock, aForkEqualsTheUninterruptedRunBitForBit) {
  ExperimentConfig config = test::smallExperiment(120);
  config.optimizer.schedule.kind = "cosine";
  config.batch = 60;
  const Ending whole = runToEnd(config);
  for (const std::int64_t step : {std::int64_t{0}, std::int64_t{1}, KeptSteps(120, kMostKept).steps()[40]}) {
    const Ending fork = runToEnd(config, 2, forkAt(whole, step));
    expectSameBits(fork, whole);
    EXPECT_EQ(fork.snapshots[0]->kept->entries().size(), whole.snapshots[0]->kept->entries().size());
  }
}

TEST(ExperimentClock, keptStatesShowTheVeryPicturesThatWereShownLive) {
  ExperimentConfig config = test::smallExperiment(64);
  const auto data = test::smallDataset(config, 24);
  const auto pool = std::make_shared<ComputePool>(2);
  for (const FieldView view : {FieldView::Value, FieldView::Gradient, FieldView::Laplacian}) {
    // Where gradients are trained the constant of the picture is fitted, live and later.
    config.supervise = view == FieldView::Gradient ? "value" : "gradient";
    ExperimentOptions options;
    options.startPaused = true;
    options.view = view;
    Experiment experiment(config, data, pool, options);
    std::array<std::vector<std::shared_ptr<const Observation>>, 2> live;
    Ending seen;
    for (std::int64_t step = 0; step <= 5; ++step) {
      if (step > 0) experiment.singleStep();
      for (std::size_t lane = 0; lane < 2; ++lane) {
        const auto& news = seen.snapshots[lane];
        while (!news || news->step != step || !news->observation || news->observation->step != step)
          take(experiment, seen);
        live[lane].push_back(news->observation);
      }
    }
    CheckpointObserver observer(config, data, std::make_shared<ComputePool>(1));
    for (std::size_t lane = 0; lane < 2; ++lane) {
      for (std::int64_t step = 0; step <= 5; ++step) {
        const auto state = seen.snapshots[lane]->kept->at(step);
        ASSERT_NE(state, nullptr);
        const auto shown = observer.observe(*state, view);
        const Field2d &a = shown->fields.front(),
                      &b = live[lane][static_cast<std::size_t>(step)]->fields.front();
        EXPECT_EQ(a.name, b.name);
        EXPECT_EQ(a.samples, b.samples) << "lane " << lane << " step " << step;
      }
    }
  }
}

TEST(ExperimentClock, aLaneThatEndedByItsRuleStaysAsItWas) {
  ExperimentConfig config = test::smallExperiment(40);
  config.stop.targetPsnrDb = 12.0;
  const Ending first = runToEnd(config);
  ASSERT_LT(first.snapshots[0]->step, 40);
  ExperimentOptions resumed;
  for (std::size_t lane = 0; lane < 2; ++lane) resumed.resumeFrom[lane] = first.checkpoints[lane];
  const Ending again = runToEnd(config, 2, resumed);
  expectSameBits(again, first);
  EXPECT_EQ(again.snapshots[0]->state, LaneState::Finished);
  EXPECT_EQ(again.snapshots[0]->message, first.snapshots[0]->message);
}

TEST(ExperimentClock, aDivergedLaneStaysDivergedAndCanBeRevived) {
  ExperimentConfig config = test::smallExperiment(20);
  config.optimizer.learningRate = 1e3;
  const Ending first = runToEnd(config);
  ASSERT_EQ(first.snapshots[0]->state, LaneState::Diverged);
  ExperimentOptions resumed;
  for (std::size_t lane = 0; lane < 2; ++lane) resumed.resumeFrom[lane] = first.checkpoints[lane];
  const Ending again = runToEnd(config, 2, resumed);
  EXPECT_EQ(again.snapshots[0]->state, LaneState::Diverged);
  EXPECT_EQ(again.snapshots[0]->divergedAt, first.snapshots[0]->divergedAt);
  EXPECT_EQ(again.snapshots[0]->step, first.snapshots[0]->step);
  expectSameBits(again, first);
  resumed.revive = {true, true};
  config.optimizer.learningRate = 1e-4;
  const Ending revived = runToEnd(config, 2, resumed);
  EXPECT_EQ(revived.snapshots[0]->state, LaneState::Finished);
  const MetricHistory& record = revived.snapshots[0]->history;
  ASSERT_EQ(record.size(), 20U);
  for (std::size_t row = 0; row < 20; ++row) EXPECT_EQ(record.step(row), static_cast<std::int64_t>(row) + 1);
}

TEST(ExperimentClock, ownTrainingTimesAgreeAtTheEndOfATimeRace) {
  ExperimentConfig config = test::smallExperiment(400);
  config.race = "time";
  for (LayerSpec& layer : config.lanes[0].layers) {
    if (layer.width > 0) layer.width = 48;
  }
  const Ending ending = runToEnd(config);
  const TrainingSnapshot &a = *ending.snapshots[0], &b = *ending.snapshots[1];
  EXPECT_EQ(std::max(a.step, b.step), 400);
  EXPECT_LT(std::min(a.step, b.step), 400);
  EXPECT_EQ(a.state, LaneState::Finished);
  EXPECT_EQ(b.state, LaneState::Finished);
  EXPECT_NEAR(a.seconds / b.seconds, 1.0, 0.02) << a.step << " " << b.step;
}

TEST(ExperimentClock, thePaceChangesNoBits) {
  const ExperimentConfig config = test::smallExperiment(12);
  ExperimentOptions slow;
  slow.stepsPerSecond = 60;
  const auto begun = std::chrono::steady_clock::now();
  const Ending paced = runToEnd(config, 2, slow);
  const auto took = std::chrono::steady_clock::now() - begun;
  EXPECT_GE(std::chrono::duration<double>(took).count(), 11.0 / 60);
  expectSameBits(paced, runToEnd(config));
}

}  // namespace kernelscope
