#pragma once
// Decides when a lane stops before its budget: divergence, target, plateau. Plain numbers in, a verdict out.

#include "engine/config/experiment_config.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kernelscope {

enum class StopVerdict { GoOn, Diverged, TargetReached, Plateau };

class StoppingRule {
 public:
  explicit StoppingRule(StopSpec spec) : spec_(spec) {}

  void setSpec(const StopSpec& spec) { spec_ = spec; }
  // What divergence is measured against; 0 until the first loss.
  double firstLoss() const { return firstLoss_; }
  void setFirstLoss(double loss) { firstLoss_ = loss; }

  // Judges the loss and train PSNR (dB) of one step. Diverged: the loss is not finite, or exceeds
  // divergenceRatio times the first loss.
  StopVerdict judge(double loss, double psnrDb);

  // The sentence of the last verdict, for people.
  const std::string& reason() const { return reason_; }

 private:
  bool onPlateau(double psnrDb);

  StopSpec spec_;
  double firstLoss_ = 0;
  std::vector<double> bestSoFar_;  // best PSNR up to each step judged
  std::string reason_;
};

}  // namespace kernelscope
