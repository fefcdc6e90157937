#include "engine/run/step_policy.h"

#include <algorithm>

namespace kernelscope {

RaceKind raceKind(const ExperimentConfig& config) {
  return config.race == "time" ? RaceKind::Time : RaceKind::Steps;
}

void StepPolicy::join(LaneId lane, std::int64_t step, double seconds) {
  Clock& clock = clocks_[laneIndex(lane)];
  clock.active = true;
  clock.step = step;
  clock.seconds = seconds;
}

void StepPolicy::leave(LaneId lane) {
  clocks_[laneIndex(lane)].active = false;
}

void StepPolicy::finish(LaneId lane) {
  if (!finishedSeconds_) finishedSeconds_ = of(lane).seconds;
  leave(lane);
}

bool StepPolicy::isNext(LaneId lane) const {
  const Clock &own = of(lane), &that = other(lane);
  if (!that.active) return true;
  const bool first = lane == LaneId::A;
  if (race_ == RaceKind::Time) return own.seconds < that.seconds || (own.seconds == that.seconds && first);
  return own.step < that.step || (own.step == that.step && first);
}

bool StepPolicy::mayStepPaused(LaneId lane) const {
  const Clock &own = of(lane), &that = other(lane);
  if (race_ == RaceKind::Time) {
    const bool otherFirst = lane == LaneId::B && that.active && that.step < that.limit;
    return own.step < own.limit && !otherFirst;
  }
  const bool completes = that.active && own.step + 1 == that.step;
  return completes || (own.step < own.limit && isNext(lane));
}

// Whether the lane's next step is one that the other has not done: these are what the pace counts.
bool StepPolicy::beginsStep(LaneId lane) const {
  return race_ == RaceKind::Time || !other(lane).active || of(lane).step >= other(lane).step;
}

StepPolicy::Verdict StepPolicy::verdict(LaneId lane, Time now) const {
  const bool timeIsUp = race_ == RaceKind::Time && finishedSeconds_ && of(lane).seconds >= *finishedSeconds_;
  if (timeIsUp) return Verdict::Over;
  if (held_) return Verdict::Wait;
  if (paused_) return mayStepPaused(lane) ? Verdict::May : Verdict::Wait;
  if (!isNext(lane)) return Verdict::Wait;
  return stepsPerSecond_ > 0 && beginsStep(lane) && now < due_ ? Verdict::Wait : Verdict::May;
}

bool StepPolicy::waitsForPace(LaneId lane) const {
  return stepsPerSecond_ > 0 && !paused_ && !held_ && isNext(lane) && beginsStep(lane);
}

void StepPolicy::begin(LaneId lane, Time now) {
  held_ = true;
  if (stepsPerSecond_ <= 0 || !beginsStep(lane)) return;
  // In a time race the lanes' turns are counted, two for a step of both.
  const bool half = race_ == RaceKind::Time && other(lane).active;
  const auto interval = std::chrono::duration_cast<Time::duration>(
      std::chrono::duration<double>((half ? 0.5 : 1.0) / stepsPerSecond_));
  // A step that came late by less than an interval does not shift those after it.
  due_ = (now - due_ < interval ? due_ : now) + interval;
}

void StepPolicy::end(LaneId lane, std::int64_t stepsDone, double seconds) {
  held_ = false;
  clocks_[laneIndex(lane)].step = stepsDone;
  clocks_[laneIndex(lane)].seconds = seconds;
}

void StepPolicy::play() {
  paused_ = false;
}

void StepPolicy::pause() {
  paused_ = true;
  for (Clock& clock : clocks_) clock.limit = 0;
}

void StepPolicy::singleStep() {
  paused_ = true;
  if (race_ == RaceKind::Time) {
    for (Clock& clock : clocks_) clock.limit = std::max(clock.limit, clock.step) + 1;
    return;
  }
  const Clock &a = of(LaneId::A), &b = of(LaneId::B);
  std::int64_t reference = a.active ? a.step : b.step;
  if (a.active && b.active) {
    const auto [least, most] = std::minmax(a.step, b.step);
    reference = most - least <= 1 ? most : least;
  }
  const std::int64_t limit = std::max({a.limit, b.limit, reference}) + 1;
  for (Clock& clock : clocks_) clock.limit = limit;
}

void StepPolicy::setPace(double stepsPerSecond) {
  stepsPerSecond_ = stepsPerSecond;
  due_ = {};
}

}  // namespace kernelscope
