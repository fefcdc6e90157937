#pragma once
// A lane's own training time: the sum, and the median of the recent steps.

#include "engine/observe/metric_history.h"

#include <array>
#include <chrono>
#include <cstddef>

namespace kernelscope {

class StepTimer {
 public:
  using Clock = std::chrono::steady_clock;

  void begin() { begun_ = Clock::now(); }
  void end();

  double seconds() const { return seconds_; }
  // Goes on from an earlier sum and the steps of its record: seconds after each.
  void resume(double seconds, const MetricHistory& record);
  // Median of the last steps, in milliseconds; 0 before the first.
  double medianMilliseconds() const;

 private:
  void add(double elapsed);
  static constexpr std::size_t kRecent = 31;
  Clock::time_point begun_;
  double seconds_ = 0;
  std::array<double, kRecent> recent_{};
  std::size_t count_ = 0;
};

}  // namespace kernelscope
