#include "engine/train/trainer.h"

#include "engine/nn/network_builder.h"
#include "engine/tasks/image_field_task.h"
#include "engine/train/predictor.h"
#include "tests/support/small_experiment.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {

namespace {

// A trainer with everything it refers to.
struct Bench {
  Bench(int threads, int side, LaneId lane, std::optional<std::int64_t> batch = {})
      : config(test::smallExperiment(50)),
        data(test::smallDataset(config, side)),
        pool(std::make_shared<ComputePool>(threads)),
        workers(pool, "cpu"),
        task(data, workers[0].backend, batch, config.seed),
        network(std::make_shared<Network>(buildNetwork(config.lane(lane), 2, 1))),
        trainer(network, task, workers, network->initialParameters(config.seed)) {}

  double step() {
    const double loss = trainer.computeLossAndGradient();
    trainer.update({1e-3, 0.9, 0.999, 1e-8, trainer.stepsDone() + 1});
    return loss;
  }

  ExperimentConfig config;
  std::shared_ptr<const ImageDataset> data;
  std::shared_ptr<ComputePool> pool;
  WorkerContexts workers;
  ImageFieldTask task;
  std::shared_ptr<const Network> network;
  Trainer trainer;
};

}  // namespace

TEST(Trainer, lossFallsOnBothLanes) {
  for (const LaneId lane : kLanes) {
    Bench bench(1, 32, lane);
    const double first = bench.step();
    double last = first;
    for (int i = 0; i < 300; ++i) last = bench.step();
    EXPECT_LT(last, 0.5 * first) << laneName(lane);
  }
}

TEST(Trainer, sameBitsForAnyNumberOfThreads) {
  for (const LaneId lane : kLanes) {
    // 128 x 128 every other: 4,096 rows, so four strips.
    Bench one(1, 128, lane), two(2, 128, lane), three(3, 128, lane);
    for (int i = 0; i < 4; ++i) {
      const double loss = one.step();
      EXPECT_EQ(loss, two.step());
      EXPECT_EQ(loss, three.step());
    }
    EXPECT_EQ(one.trainer.downloadParameters(), two.trainer.downloadParameters());
    EXPECT_EQ(one.trainer.downloadParameters(), three.trainer.downloadParameters());
  }
}

TEST(Trainer, lossIsTheMeanSquaredErrorOfItsPredictions) {
  Bench bench(2, 48, LaneId::B);
  const HostTensor predicted =
      evaluateNetwork(bench.workers, *bench.network, bench.trainer.parameters(), bench.task.allInputs(), {})
          .values();
  double sum = 0;
  for (const std::int32_t pixel : bench.data->trainPixels()) {
    const double difference = predicted.at(pixel, 0) - bench.data->targets()[static_cast<std::size_t>(pixel)];
    sum += difference * difference;
  }
  const double loss = bench.trainer.computeLossAndGradient();
  EXPECT_NEAR(loss, sum / static_cast<double>(bench.data->trainPixels().size()), 1e-6 * loss);
}

TEST(Trainer, revertGivesTheParametersBeforeTheLastUpdate) {
  Bench bench(1, 32, LaneId::A);
  bench.step();
  const std::vector<float> before = bench.trainer.downloadParameters();
  bench.step();
  EXPECT_NE(before, bench.trainer.downloadParameters());
  bench.trainer.revertParameters();
  EXPECT_EQ(before, bench.trainer.downloadParameters());
}

TEST(Trainer, frozenProjectionsStayAsTheyWere) {
  Bench bench(1, 32, LaneId::B);
  const std::vector<float> start = bench.trainer.downloadParameters();
  for (int i = 0; i < 5; ++i) bench.step();
  const std::vector<float> end = bench.trainer.downloadParameters();
  const ParameterLayout& layout = bench.network->parameterLayout();
  ASSERT_LT(layout.trainableCount(), layout.totalCount());
  for (std::int64_t i = layout.trainableCount(); i < layout.totalCount(); ++i) {
    ASSERT_EQ(start[static_cast<std::size_t>(i)], end[static_cast<std::size_t>(i)]);
  }
}

TEST(Predictor, jetsMatchCentralDifferencesOfItsValues) {
  Bench bench(2, 32, LaneId::B);
  for (int i = 0; i < 20; ++i) bench.step();
  auto workers = std::make_shared<WorkerContexts>(bench.pool, "cpu");
  const Predictor predictor(bench.network, bench.trainer.downloadParameters(), workers, DType::Float64);
  constexpr double kStep = 3e-5;
  constexpr std::int64_t kPoints = 40;
  HostTensor points(DType::Float64, 5 * kPoints, 2);  // centre, right, left, down, up
  const double shifts[5][2] = {{0, 0}, {kStep, 0}, {-kStep, 0}, {0, kStep}, {0, -kStep}};
  for (std::int64_t i = 0; i < kPoints; ++i) {
    for (std::int64_t s = 0; s < 5; ++s) {
      points.set(s * kPoints + i, 0, -0.9 + 0.045 * static_cast<double>(i) + shifts[s][0]);
      points.set(s * kPoints + i, 1, 0.8 - 0.03 * static_cast<double>(i) + shifts[s][1]);
    }
  }
  JetLayout layout;
  layout.coordinates = 2;
  layout.laplacian = true;
  const HostJet jet = predictor.evaluate(points, layout);
  const auto value = [&](std::int64_t s, std::int64_t i) { return jet.values().at(s * kPoints + i, 0); };
  double gradientError = 0, gradientNorm = 0, laplacianError = 0, laplacianNorm = 0;
  for (std::int64_t i = 0; i < kPoints; ++i) {
    const double dx = (value(1, i) - value(2, i)) / (2 * kStep),
                 dy = (value(3, i) - value(4, i)) / (2 * kStep);
    const double second =
        (value(1, i) + value(2, i) + value(3, i) + value(4, i) - 4 * value(0, i)) / (kStep * kStep);
    gradientError +=
        std::pow(dx - jet.derivative(0).at(i, 0), 2) + std::pow(dy - jet.derivative(1).at(i, 0), 2);
    gradientNorm += dx * dx + dy * dy;
    laplacianError += std::pow(second - jet.laplacian().at(i, 0), 2);
    laplacianNorm += second * second;
  }
  EXPECT_LT(std::sqrt(gradientError / gradientNorm), 1e-5);
  EXPECT_LT(std::sqrt(laplacianError / laplacianNorm), 1e-5);
}

TEST(ImageFieldTask, minibatchesDependOnTheStepOnly) {
  Bench bench(1, 32, LaneId::A, 64);
  const BatchPlan fifth = bench.task.plan(5);
  EXPECT_EQ(fifth.size, 64);
  bench.task.plan(9);
  EXPECT_EQ(bench.task.plan(5).rows, fifth.rows);
  EXPECT_NE(bench.task.plan(6).rows, fifth.rows);
}

}  // namespace kernelscope
