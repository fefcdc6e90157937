// Losses on derivatives: their gradients, and training with them.

#include "engine/backend/cpu/cpu_backend.h"
#include "engine/core/error.h"
#include "engine/nn/loss.h"
#include "engine/nn/network_builder.h"
#include "engine/observe/image_quality.h"
#include "engine/run/recovered_values.h"
#include "engine/tasks/image_field_task.h"
#include "engine/train/predictor.h"
#include "engine/train/trainer.h"
#include "tests/support/finite_difference.h"
#include "tests/support/small_experiment.h"
#include "tests/support/tolerance.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {
namespace {

constexpr std::array kDerivatives = {Supervision::Gradient, Supervision::Laplacian};

// A network in float64 on the rows of one tile of a task.
class LossBench {
 public:
  LossBench(Supervision supervision, LaneId lane)
      : config_(test::smallExperiment(1)),
        data_(test::smallDataset(config_, 12)),
        task_(data_, backend_, {}, config_.seed, supervision),
        network_(buildNetwork(config_.lane(lane), task_.inWidth(), task_.outWidth())),
        flat_(network_.initialParameters(config_.seed).as(DType::Float64)) {}

  HostTensor& parameters() { return flat_; }
  std::int64_t trainable() const { return network_.parameterLayout().trainableCount(); }

  // The loss at the present parameters; its gradient into `gradient` [1, trainable] if given.
  double loss(HostTensor* gradient = nullptr) {
    workspace_.reset();
    const Tensor parameters = uploaded(flat_);
    const auto bound = network_.parameterLayout().bind(parameters);
    const BatchPlan plan = task_.plan(1);
    const TaskTile tile = inFloat64(task_.tile(context_, plan, 0, plan.size));
    NetworkTape tape;
    const Jet y =
        network_.forward(context_, bound, seedJet(context_, task_.requiredJet(), tile.inputs), tape);
    const Tensor sum = uploaded(HostTensor(DType::Float64, 1, 1));
    const Jet adjoint = task_.evaluate(context_, y, tile, plan.size, sum);
    if (gradient != nullptr) {
      const Tensor gradients = uploaded(HostTensor(DType::Float64, 1, trainable()));
      network_.backward(context_, bound, tape, adjoint, network_.parameterLayout().bind(gradients));
      *gradient = backend_.download(gradients);
    }
    return backend_.download(sum).at(0, 0) / task_.lossDenominator(plan.size);
  }

 private:
  Tensor uploaded(const HostTensor& host) {
    const Tensor tensor = backend_.allocate(host.dtype(), host.rows(), host.cols());
    backend_.upload(host, tensor);
    return tensor;
  }
  TaskTile inFloat64(const TaskTile& tile) {
    return {uploaded(backend_.download(tile.inputs).as(DType::Float64)),
            uploaded(backend_.download(tile.targets).as(DType::Float64))};
  }

  CpuBackend backend_;
  Workspace workspace_{backend_};
  ExecutionContext context_{backend_, workspace_};
  ExperimentConfig config_;
  std::shared_ptr<const ImageDataset> data_;
  ImageFieldTask task_;
  Network network_;
  HostTensor flat_;
};

TEST(DerivativeLoss, gradientsMatchFiniteDifferences) {
  for (const Supervision supervision : kDerivatives) {
    for (const LaneId lane : kLanes) {
      LossBench bench(supervision, lane);
      HostTensor gradient(DType::Float64, 1, bench.trainable());
      bench.loss(&gradient);
      std::vector<double> expected, actual;
      for (std::int64_t i = 0; i < bench.trainable(); i += 7) {
        const double at = bench.parameters().at(0, i);
        expected.push_back(test::centralDifference(
            [&](double t) {
              bench.parameters().set(0, i, at + t);
              return bench.loss();
            },
            1e-4));
        bench.parameters().set(0, i, at);
        actual.push_back(gradient.at(0, i));
      }
      test::expectClose(actual, expected, 1e-6, test::largest(expected) * 1e-2,
                        std::string(supervisionName(supervision)) + " lane " + laneName(lane));
    }
  }
}

// A network whose weights are all 0 is constant: its loss is the target's mean square in its own unit.
TEST(DerivativeLoss, ofAConstantPictureIsOne) {
  for (const Supervision supervision : kDerivatives) {
    LossBench bench(supervision, LaneId::A);
    for (std::int64_t i = 0; i < bench.trainable(); ++i) bench.parameters().set(0, i, 0);
    EXPECT_NEAR(bench.loss(), 1, 1e-6) << supervisionName(supervision);
  }
}

TEST(DerivativeLoss, adjointsMatchHandValuesAndLeaveTheOtherChannelsZero) {
  CpuBackend backend;
  Workspace workspace(backend);
  ExecutionContext context{backend, workspace};
  const auto tensor = [&](const std::vector<double>& values, std::int64_t rows, std::int64_t cols) {
    const Tensor result = backend.allocate(DType::Float64, rows, cols);
    backend.upload(HostTensor::from<double>(values, rows, cols), result);
    return result;
  };
  // One sample, two units: value, d/dx, d/dy, Laplacian.
  const Jet out{{2, true, {}}, 1, tensor({9, 9, 1, 2, 3, 4, 5, 6}, 4, 2)};
  const Tensor sum = tensor({10}, 1, 1);
  const Jet gradient = gradientErrorAdjoint(context, out, tensor({0, 2, 5, 1}, 1, 4), 0.5, sum);
  EXPECT_DOUBLE_EQ(backend.download(sum).at(0, 0), 10 + 1 + 0 + 4 + 9);
  const std::vector<double> ofGradient = {0, 0, 0.5, 0, -1, 1.5, 0, 0};
  test::expectClose(backend.download(gradient.data).values<double>(), ofGradient, 1e-15, 1, "gradient");
  const Jet second = laplacianErrorAdjoint(context, out, tensor({7, 6}, 1, 2), 0.5, sum);
  EXPECT_DOUBLE_EQ(backend.download(sum).at(0, 0), 24 + 4);
  const std::vector<double> ofLaplacian = {0, 0, 0, 0, 0, 0, -1, 0};
  test::expectClose(backend.download(second.data).values<double>(), ofLaplacian, 1e-15, 1, "Laplacian");

  const Jet plain{{}, 1, tensor({1, 2}, 1, 2)};
  EXPECT_THROW(gradientErrorAdjoint(context, plain, tensor({0, 0}, 1, 2), 1, sum), ShapeError);
  EXPECT_THROW(gradientErrorAdjoint(context, out, tensor({0, 0}, 1, 2), 1, sum), ShapeError);
  EXPECT_THROW(laplacianErrorAdjoint(context, plain, tensor({0, 0}, 1, 2), 1, sum), ShapeError);
}

// The picture of smallDataset is the trigonometric polynomial 0.8 sin(4x + y) cos(3y) and the task sees its
// derivatives only: what comes back is the picture and a constant, from a Laplacian with a slow drift too.
TEST(DerivativeLoss, aClosedFormPictureComesBackFromItsDerivatives) {
  for (const Supervision supervision : kDerivatives) {
    ExperimentConfig config = test::smallExperiment(1);
    config.image.trainPixels = "all";
    for (LayerSpec& layer : config.lanes[0].layers) {
      layer.omega0 = 8;
      if (layer.width > 0) layer.width = 32;
    }
    const auto data = test::smallDataset(config, 32);
    WorkerContexts workers(std::make_shared<ComputePool>(2), "cpu");
    ImageFieldTask task(data, workers[0].backend, {}, config.seed, supervision);
    const auto network = std::make_shared<const Network>(buildNetwork(config.lane(LaneId::A), 2, 1));
    Trainer trainer(network, task, workers, network->initialParameters(config.seed));
    for (int step = 1; step <= 500; ++step) {
      trainer.computeLossAndGradient();
      trainer.update({2e-3, 0.9, 0.999, 1e-8, step});
    }
    HostTensor values =
        evaluateNetwork(workers, *network, trainer.parameters(), task.allInputs(), {}).values();
    addPlane(*data, fittedPlane(*data, supervision, values), values);
    EXPECT_GT(correlation(values.values<float>(), data->targets()),
              supervision == Supervision::Gradient ? 0.995 : 0.95)
        << supervisionName(supervision);
    double mean = 0;
    for (std::int64_t pixel = 0; pixel < data->pixelCount(); ++pixel)
      mean += values.at(pixel, 0) - data->targets()[static_cast<std::size_t>(pixel)];
    EXPECT_NEAR(mean / static_cast<double>(data->pixelCount()), 0, 1e-6);
  }
}

}  // namespace
}  // namespace kernelscope
