#pragma once
// At which steps a lane measures what costs extra: a pure function of the experiment, so that two runs
// record the same rows whatever the machine is doing.

#include <cstdint>

namespace kernelscope {

class MeasurementSchedule {
 public:
  // Costs in flops: of one training step, of the held-out pixels once, of the whole picture once.
  MeasurementSchedule(std::int64_t steps, double stepFlops, double heldOutFlops, double pictureFlops);

  // Held-out PSNR every this many steps (and at step 1 and the last), at most 10 % of the training flops.
  std::int64_t heldOutEvery() const { return heldOutEvery_; }
  bool heldOutAt(std::int64_t step) const { return step == 1 || step % heldOutEvery_ == 0; }

  // SSIM of the whole picture: log-spaced steps, at most 64, at most 5 % of the training flops (but at
  // least four), 1 among them.
  bool pictureAt(std::int64_t step) const;

 private:
  std::int64_t heldOutEvery_;
  double picturesPerLog_;  // number of measurements per unit of ln(step)
};

}  // namespace kernelscope
