#include "engine/run/step_governor.h"

namespace kernelscope {

namespace {
using Clock = std::chrono::steady_clock;
using Verdict = StepPolicy::Verdict;
}  // namespace

// Changes the policy and lets every waiting lane look again.
template <typename Change>
void StepGovernor::change(Change&& change) {
  {
    const std::scoped_lock lock(mutex_);
    change();
  }
  changed_.notify_all();
}

void StepGovernor::join(LaneId lane, std::int64_t step, double seconds) {
  change([&] { policy_.join(lane, step, seconds); });
}

void StepGovernor::leave(LaneId lane) {
  change([&] { policy_.leave(lane); });
}

void StepGovernor::finish(LaneId lane) {
  change([&] { policy_.finish(lane); });
}

StepGovernor::Grant StepGovernor::wait(LaneId lane, std::stop_token stop, bool wantsTurn) {
  std::unique_lock lock(mutex_);
  bool& called = called_[laneIndex(lane)];
  const auto ready = [&] {
    return called || (wantsTurn && policy_.verdict(lane, Clock::now()) != Verdict::Wait);
  };
  while (!ready() && !stop.stop_requested()) {
    if (wantsTurn && policy_.waitsForPace(lane)) {
      changed_.wait_until(lock, stop, policy_.due(), ready);
    } else {
      // Looks again when the lane has to wait for its pace instead.
      changed_.wait(lock, stop, [&] { return ready() || (wantsTurn && policy_.waitsForPace(lane)); });
    }
  }
  if (stop.stop_requested()) return Grant::Stopped;
  if (called) {
    called = false;
    return Grant::Attention;
  }
  const Clock::time_point now = Clock::now();
  if (policy_.verdict(lane, now) == Verdict::Over) return Grant::Over;
  policy_.begin(lane, now);
  return Grant::Turn;
}

StepGovernor::Grant StepGovernor::acquire(LaneId lane, std::stop_token stop) {
  return wait(lane, std::move(stop), true);
}

StepGovernor::Grant StepGovernor::waitForCall(LaneId lane, std::stop_token stop) {
  return wait(lane, std::move(stop), false);
}

void StepGovernor::release(LaneId lane, std::int64_t stepsDone, double seconds) {
  change([&] { policy_.end(lane, stepsDone, seconds); });
}

void StepGovernor::callAttention() {
  change([&] { called_ = {true, true}; });
}

void StepGovernor::play() {
  change([&] { policy_.play(); });
}

void StepGovernor::pause() {
  change([&] { policy_.pause(); });
}

void StepGovernor::singleStep() {
  change([&] { policy_.singleStep(); });
}

void StepGovernor::setPace(double stepsPerSecond) {
  change([&] { policy_.setPace(stepsPerSecond); });
}

bool StepGovernor::slow() const {
  const std::scoped_lock lock(mutex_);
  return policy_.slow();
}

bool StepGovernor::paused() const {
  const std::scoped_lock lock(mutex_);
  return policy_.paused();
}

}  // namespace kernelscope
