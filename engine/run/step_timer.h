#pragma once
// A lane's own training time: the sum, and the median of the recent steps.

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
  void setSeconds(double seconds) { seconds_ = seconds; }
  // Median of the last steps, in milliseconds; 0 before the first.
  double medianMilliseconds() const;

 private:
  static constexpr std::size_t kRecent = 31;
  Clock::time_point begun_;
  double seconds_ = 0;
  std::array<double, kRecent> recent_{};
  std::size_t count_ = 0;
};

}  // namespace kernelscope
