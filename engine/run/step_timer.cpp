#include "engine/run/step_timer.h"

#include <algorithm>

namespace kernelscope {

void StepTimer::end() {
  const double elapsed = std::chrono::duration<double>(Clock::now() - begun_).count();
  seconds_ += elapsed;
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
