#include "engine/train/stopping_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kernelscope {

StopVerdict StoppingRule::judge(double loss, double fitDb) {
  if (!std::isfinite(loss)) {
    reason_ = "its loss is not finite any more";
    return StopVerdict::Diverged;
  }
  if (firstLoss_ == 0) firstLoss_ = loss;
  if (loss > spec_.divergenceRatio * firstLoss_) {
    reason_ = fmt::format("its loss grew to {:.2g}, more than {:g} times the first loss of {:.2g}", loss,
                          spec_.divergenceRatio, firstLoss_);
    return StopVerdict::Diverged;
  }
  if (onPlateau(fitDb)) {
    reason_ =
        fmt::format("its fit gained less than {:g} dB in {} steps", spec_.plateauGainDb, spec_.plateauSteps);
    return StopVerdict::Plateau;
  }
  return StopVerdict::GoOn;
}

StopVerdict StoppingRule::judgeTarget(double psnrDb) {
  if (!spec_.targetPsnrDb || !(psnrDb >= *spec_.targetPsnrDb)) return StopVerdict::GoOn;
  reason_ = fmt::format("train PSNR reached the target of {:g} dB", *spec_.targetPsnrDb);
  return StopVerdict::TargetReached;
}

bool StoppingRule::onPlateau(double fitDb) {
  bestSoFar_.push_back(bestSoFar_.empty() ? fitDb : std::max(bestSoFar_.back(), fitDb));
  const auto window = static_cast<std::size_t>(std::max<std::int64_t>(spec_.plateauSteps, 0));
  while (bestSoFar_.size() > window + 1) bestSoFar_.pop_front();
  if (window == 0 || bestSoFar_.size() <= window) return false;
  return bestSoFar_.back() - bestSoFar_.front() < spec_.plateauGainDb;
}

}  // namespace kernelscope
