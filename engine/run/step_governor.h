#pragma once
// Decides when a lane may step. Lanes take the compute pool in turn; no lane gets ahead of the other, so a
// restarted lane runs alone until it has caught up. Pause and single step hold all lanes.

#include "engine/config/experiment_config.h"

#include <array>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>

namespace kernelscope {

class StepGovernor {
 public:
  explicit StepGovernor(bool paused) : paused_(paused) {}

  // A lane takes part from `step` on, and no longer.
  void join(LaneId lane, std::int64_t step);
  void leave(LaneId lane);

  enum class Grant { Turn, Attention, Stopped };
  // Waits until the lane may do its next step (Turn: it holds the turn until release), is called
  // (Attention) or stop was requested.
  Grant acquire(LaneId lane, std::stop_token stop);
  // Waits for a call or for stop only: for a lane that has no step left.
  Grant waitForCall(LaneId lane, std::stop_token stop);
  // Ends the turn; the lane has done `stepsDone` steps.
  void release(LaneId lane, std::int64_t stepsDone);

  void play();
  void pause();
  // Every lane that takes part does one more step than the least advanced one has; then all are paused.
  void singleStep();
  bool paused() const;
  // Wakes every waiting lane, because its settings have changed.
  void callAttention();

 private:
  struct LaneClock {
    bool active = false;
    bool called = false;
    std::int64_t step = 0;
  };
  Grant wait(LaneId lane, std::stop_token stop, bool wantsTurn);
  bool mayStep(LaneId lane) const;
  std::int64_t leastStep() const;

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::array<LaneClock, 2> clocks_{};
  bool held_ = false;  // a lane is stepping
  bool paused_ = false;
  std::int64_t limit_ = 0;  // while paused, lanes below this step may go on
};

}  // namespace kernelscope
