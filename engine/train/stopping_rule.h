#pragma once
// Decides when a lane stops before its budget: divergence, target, plateau. Plain numbers in, a verdict out.

#include "engine/config/experiment_config.h"

#include <cstdint>
#include <deque>
#include <string>

namespace kernelscope {

enum class StopVerdict { GoOn, Diverged, TargetReached, Plateau };

class StoppingRule {
 public:
  explicit StoppingRule(StopSpec spec) : spec_(spec) {}

  void setSpec(const StopSpec& spec) { spec_ = spec; }
  // What divergence is measured against; 0 until the first loss.
  double firstLoss() const { return firstLoss_; }
  void setFirstLoss(double loss) { firstLoss_ = loss; }

  // Judges the loss of one step and how well it fits in dB, a greater number being better: the train PSNR,
  // where values are trained. Diverged: the loss is not finite, or exceeds divergenceRatio times the first
  // loss. Looks for divergence and the plateau; the plateau's window begins anew where it is made longer.
  StopVerdict judge(double loss, double fitDb);

  // Judges a train PSNR (dB) where it was measured: TargetReached, or GoOn.
  StopVerdict judgeTarget(double psnrDb);

  // The sentence of the last verdict, for people.
  const std::string& reason() const { return reason_; }

 private:
  bool onPlateau(double fitDb);

  StopSpec spec_;
  double firstLoss_ = 0;
  std::deque<double> bestSoFar_;  // best fit up to each of the last plateauSteps + 1 steps judged
  std::string reason_;
};

}  // namespace kernelscope
