// Numbers of an Adam step, and what a step does, by hand.

#include "engine/optim/adam.h"

#include "engine/backend/cpu/cpu_backend.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope::test {
namespace {

TEST(AdamTest, aStepTakesTheSettingsAndTheScheduledRate) {
  OptimizerSpec spec;
  spec.learningRate = 2e-3;
  spec.beta1 = 0.8;
  spec.beta2 = 0.99;
  spec.epsilon = 1e-7;
  spec.schedule.warmupSteps = 10;
  const AdamStep step = adamStepAt(spec, 5, 100);
  EXPECT_DOUBLE_EQ(step.learningRate, 1e-3);
  EXPECT_EQ(step.beta1, 0.8);
  EXPECT_EQ(step.beta2, 0.99);
  EXPECT_EQ(step.epsilon, 1e-7);
  EXPECT_EQ(step.step, 5);
}

TEST(AdamTest, underAConstantGradientEveryStepIsTheLearningRate) {
  // With g constant both corrected moments are g and g^2, so the step is rate g / (|g| + epsilon).
  OptimizerSpec spec;
  spec.learningRate = 0.01;
  CpuBackend backend;
  const auto make = [&](double value) {
    const Tensor tensor = backend.allocate(DType::Float64, 1, 1);
    backend.fill(tensor, value);
    return tensor;
  };
  const Tensor gradient = make(-4), m = make(0), v = make(0), parameter = make(1);
  for (int step = 1; step <= 50; ++step)
    backend.adamStep(adamStepAt(spec, step, 50), gradient, m, v, parameter);
  EXPECT_NEAR(backend.download(parameter).at(0, 0), 1 + 50 * 0.01 * 4 / (4 + 1e-8), 1e-13);
}

}  // namespace
}  // namespace kernelscope::test
