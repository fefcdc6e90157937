#include "engine/optim/adam.h"

#include "engine/optim/learning_rate_schedule.h"

namespace kernelscope {

AdamStep adamStepAt(const OptimizerSpec& optimizer, std::int64_t step, std::int64_t totalSteps) {
  return {.learningRate = optimizer.learningRate * scheduleFactor(optimizer.schedule, step, totalSteps),
          .beta1 = optimizer.beta1,
          .beta2 = optimizer.beta2,
          .epsilon = optimizer.epsilon,
          .step = step};
}

}  // namespace kernelscope
