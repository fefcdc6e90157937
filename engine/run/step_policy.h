#pragma once
// Which lane may do its next step: the rules of the races, of catching up, of pause, single step and pace,
// as plain state. It has no thread and no clock of its own, so every rule can be tested with invented times;
// StepGovernor adds the waiting.
//
// Steps race (and size race): the lane with fewer steps goes first, A before B when they are equal, so no
// lane gets ahead by more than one and a restarted lane runs alone until it has caught up.
// Time race: the lane with less own training time goes first. It ends when a lane has used up its step
// budget; the other one is over as soon as it has used the same time, so that the times differ by less than
// one of its steps.

#include "engine/config/experiment_config.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace kernelscope {

enum class RaceKind { Steps, Time };
// Of ExperimentConfig::race; equal sizes race by steps.
RaceKind raceKind(const ExperimentConfig& config);

class StepPolicy {
 public:
  using Time = std::chrono::steady_clock::time_point;

  StepPolicy(RaceKind race, bool paused) : race_(race), paused_(paused) {}

  // A lane takes part, from so many steps and own seconds on; and no longer.
  void join(LaneId lane, std::int64_t step, double seconds);
  void leave(LaneId lane);
  // Leaves because its step budget is used up.
  void finish(LaneId lane);

  enum class Verdict { May, Wait, Over };
  Verdict verdict(LaneId lane, Time now) const;
  // When the pace lets the next step begin.
  Time due() const { return due_; }
  // Whether only the pace keeps the lane from its step.
  bool waitsForPace(LaneId lane) const;

  // The lane takes the turn; and gives it back having done `stepsDone` steps in `seconds` of its own.
  void begin(LaneId lane, Time now);
  void end(LaneId lane, std::int64_t stepsDone, double seconds);

  void play();
  // No new step begins. A lane that is one step behind the other still completes it, so that both stand at
  // the same step.
  void pause();
  // One more whole step of both lanes; of the lane behind alone while it catches up. Then paused.
  void singleStep();
  bool paused() const { return paused_; }
  // At most so many steps a second of both lanes together; 0: as fast as they can. Lanes that catch up and
  // single steps are not held back.
  void setPace(double stepsPerSecond);
  // Slow enough to be watched step by step.
  bool slow() const { return stepsPerSecond_ > 0 && stepsPerSecond_ <= kWatchedStepsPerSecond; }
  static constexpr double kWatchedStepsPerSecond = 20;

 private:
  struct Clock {
    bool active = false;
    std::int64_t step = 0;
    double seconds = 0;
    std::int64_t limit = 0;  // while paused, steps below this may still be done
  };
  const Clock& of(LaneId lane) const { return clocks_[laneIndex(lane)]; }
  const Clock& other(LaneId lane) const { return clocks_[1 - laneIndex(lane)]; }
  bool isNext(LaneId lane) const;
  bool mayStepPaused(LaneId lane) const;
  bool beginsStep(LaneId lane) const;

  RaceKind race_;
  bool paused_;
  bool held_ = false;  // a lane is stepping
  std::array<Clock, 2> clocks_{};
  std::optional<double> finishedSeconds_;  // of the first lane whose budget was used up
  double stepsPerSecond_ = 0;
  Time due_{};
};

}  // namespace kernelscope
