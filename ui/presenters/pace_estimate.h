#pragma once
// How long the rest of a run will take, from the steps that both lanes did in the last seconds. Measured by
// the clock on the wall, so that the pictures' own cost counts, too.

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace kernelscope::ui {

class PaceEstimate final {
 public:
  using Clock = std::chrono::steady_clock;

  // `stepsDone` of both lanes together.
  void take(Clock::time_point now, std::int64_t stepsDone);
  // Forgets: after a pause or a restart the old pace says nothing.
  void clear() { samples_.clear(); }
  // Seconds for so many more steps; none before half a second of progress was seen.
  std::optional<double> secondsFor(std::int64_t steps) const;

 private:
  struct Sample {
    Clock::time_point time;
    std::int64_t steps;
  };
  std::deque<Sample> samples_;  // of the last kWindow
};

}  // namespace kernelscope::ui
