#include "engine/run/step_timer.h"

#include <algorithm>

namespace kernelscope {

void StepTimer::end() {
  const double elapsed = std::chrono::duration<double>(Clock::now() - begun_).count();
  seconds_ += elapsed;
  add(elapsed);
}

void StepTimer::resume(double seconds, const MetricHistory& record) {
  seconds_ = seconds;
  count_ = 0;
  for (std::size_t row = record.size() - std::min(record.size(), kRecent); row < record.size(); ++row)
    add(record.seconds(row) - (row == 0 ? 0.0 : record.seconds(row - 1)));
}

void StepTimer::add(double elapsed) {
  recent_[count_ % kRecent] = elapsed;
  ++count_;
}

double StepTimer::medianMilliseconds() const {
  const std::size_t count = std::min(count_, kRecent);
  if (count == 0) return 0;
  std::array<double, kRecent> sorted = recent_;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(sorted.begin(), middle, sorted.begin() + static_cast<std::ptrdiff_t>(count));
  return *middle * 1e3;
}

}  // namespace kernelscope
