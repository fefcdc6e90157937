#include "engine/train/stopping_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kernelscope {

StopVerdict StoppingRule::judge(double loss, double psnrDb) {
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
  if (spec_.targetPsnrDb && psnrDb >= *spec_.targetPsnrDb) {
    reason_ = fmt::format("train PSNR reached the target of {:g} dB", *spec_.targetPsnrDb);
    return StopVerdict::TargetReached;
  }
  if (onPlateau(psnrDb)) {
    reason_ = fmt::format("train PSNR gained less than {:g} dB in {} steps", spec_.plateauGainDb,
                          spec_.plateauSteps);
    return StopVerdict::Plateau;
  }
  return StopVerdict::GoOn;
}

bool StoppingRule::onPlateau(double psnrDb) {
  bestSoFar_.push_back(bestSoFar_.empty() ? psnrDb : std::max(bestSoFar_.back(), psnrDb));
  if (spec_.plateauSteps <= 0) return false;
  const auto window = static_cast<std::size_t>(spec_.plateauSteps);
  if (bestSoFar_.size() <= window) return false;
  return bestSoFar_.back() - bestSoFar_[bestSoFar_.size() - 1 - window] < spec_.plateauGainDb;
}

}  // namespace kernelscope
