#pragma once
// Decides when a lane may step, by the rules of StepPolicy, and lets lanes wait for it. Lanes take the
// compute pool in turn, so that a lane's milliseconds are its own.

#include "engine/run/step_policy.h"

#include <array>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>

namespace kernelscope {

class StepGovernor {
 public:
  explicit StepGovernor(bool paused, RaceKind race = RaceKind::Steps) : policy_(race, paused) {}

  // A lane takes part from `step` on, having used `seconds` of its own, and no longer.
  void join(LaneId lane, std::int64_t step, double seconds = 0);
  void leave(LaneId lane);
  // Leaves because its step budget is used up, which ends a time race.
  void finish(LaneId lane);

  enum class Grant { Turn, Attention, Over, Stopped };
  // Waits until the lane may do its next step (Turn: it holds the turn until release), is called
  // (Attention), its time race is over (Over) or stop was requested.
  Grant acquire(LaneId lane, std::stop_token stop);
  // Waits for a call or for stop only: for a lane that has no step left.
  Grant waitForCall(LaneId lane, std::stop_token stop);
  // Ends the turn; the lane has done `stepsDone` steps in `seconds` of its own.
  void release(LaneId lane, std::int64_t stepsDone, double seconds = 0);

  // See StepPolicy.
  void play();
  void pause();
  void singleStep();
  bool paused() const;
  void setPace(double stepsPerSecond);
  bool slow() const;
  // Wakes every waiting lane, because its settings have changed.
  void callAttention();

 private:
  template <typename Change>
  void change(Change&& change);
  Grant wait(LaneId lane, std::stop_token stop, bool wantsTurn);

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  StepPolicy policy_;
  std::array<bool, 2> called_{};
};

}  // namespace kernelscope
