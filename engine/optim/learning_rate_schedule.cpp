#include "engine/optim/learning_rate_schedule.h"

#include "engine/core/contract.h"
#include "engine/core/error.h"

#include <cmath>
#include <numbers>

namespace kernelscope {

namespace {

double cosineFactor(double finalFraction, std::int64_t step, std::int64_t totalSteps) {
  if (totalSteps <= 1) return step <= 1 ? 1.0 : finalFraction;
  if (step >= totalSteps) return finalFraction;
  const double progress = static_cast<double>(step - 1) / static_cast<double>(totalSteps - 1);
  return finalFraction + (1 - finalFraction) * (1 + std::cos(std::numbers::pi * progress)) / 2;
}

double shapeFactor(const ScheduleSpec& schedule, std::int64_t step, std::int64_t totalSteps) {
  if (schedule.kind == "constant") return 1;
  if (schedule.kind == "cosine") return cosineFactor(schedule.finalFraction, step, totalSteps);
  if (schedule.kind == "step") {
    KS_EXPECT(schedule.stepEvery >= 1, "a step schedule has a checked period");
    return std::pow(schedule.stepFactor, static_cast<double>((step - 1) / schedule.stepEvery));
  }
  throw ConfigError({{"/optimizer/schedule/kind",
                      "\"" + schedule.kind + "\" is not a schedule; known are constant, cosine, step"}});
}

}  // namespace

double scheduleFactor(const ScheduleSpec& schedule, std::int64_t step, std::int64_t totalSteps) {
  KS_EXPECT(step >= 1, "steps are counted from 1");
  const double warmup = schedule.warmupSteps > step
                            ? static_cast<double>(step) / static_cast<double>(schedule.warmupSteps)
                            : 1.0;
  return warmup * shapeFactor(schedule, step, totalSteps);
}

}  // namespace kernelscope
