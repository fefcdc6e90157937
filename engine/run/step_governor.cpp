#include "engine/run/step_governor.h"

#include <algorithm>
#include <limits>

namespace kernelscope {

void StepGovernor::join(LaneId lane, std::int64_t step) {
  {
    const std::scoped_lock lock(mutex_);
    clocks_[laneIndex(lane)] = {true, false, step};
  }
  changed_.notify_all();
}

void StepGovernor::leave(LaneId lane) {
  {
    const std::scoped_lock lock(mutex_);
    clocks_[laneIndex(lane)].active = false;
  }
  changed_.notify_all();
}

bool StepGovernor::mayStep(LaneId lane) const {
  if (held_) return false;
  const std::int64_t own = clocks_[laneIndex(lane)].step;
  if (paused_ && own >= limit_) return false;
  const LaneClock& other = clocks_[1 - laneIndex(lane)];
  if (!other.active) return true;
  return own < other.step || (own == other.step && lane == LaneId::A);
}

StepGovernor::Grant StepGovernor::wait(LaneId lane, std::stop_token stop, bool wantsTurn) {
  std::unique_lock lock(mutex_);
  LaneClock& clock = clocks_[laneIndex(lane)];
  changed_.wait(lock, stop, [&] { return clock.called || (wantsTurn && mayStep(lane)); });
  if (stop.stop_requested()) return Grant::Stopped;
  if (clock.called) {
    clock.called = false;
    return Grant::Attention;
  }
  held_ = true;
  return Grant::Turn;
}

StepGovernor::Grant StepGovernor::acquire(LaneId lane, std::stop_token stop) {
  return wait(lane, std::move(stop), true);
}

StepGovernor::Grant StepGovernor::waitForCall(LaneId lane, std::stop_token stop) {
  return wait(lane, std::move(stop), false);
}

void StepGovernor::callAttention() {
  {
    const std::scoped_lock lock(mutex_);
    for (LaneClock& clock : clocks_) clock.called = true;
  }
  changed_.notify_all();
}

void StepGovernor::release(LaneId lane, std::int64_t stepsDone) {
  {
    const std::scoped_lock lock(mutex_);
    held_ = false;
    clocks_[laneIndex(lane)].step = stepsDone;
  }
  changed_.notify_all();
}

void StepGovernor::play() {
  {
    const std::scoped_lock lock(mutex_);
    paused_ = false;
  }
  changed_.notify_all();
}

void StepGovernor::pause() {
  const std::scoped_lock lock(mutex_);
  paused_ = true;
  limit_ = 0;
}

void StepGovernor::singleStep() {
  {
    const std::scoped_lock lock(mutex_);
    paused_ = true;
    limit_ = std::max(limit_, leastStep() + 1);
  }
  changed_.notify_all();
}

std::int64_t StepGovernor::leastStep() const {
  std::int64_t least = std::numeric_limits<std::int64_t>::max() - 1;
  for (const LaneClock& clock : clocks_) {
    if (clock.active) least = std::min(least, clock.step);
  }
  return least;
}

bool StepGovernor::paused() const {
  const std::scoped_lock lock(mutex_);
  return paused_;
}

}  // namespace kernelscope
