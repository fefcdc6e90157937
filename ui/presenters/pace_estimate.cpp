#include "ui/presenters/pace_estimate.h"

namespace kernelscope::ui {

namespace {

constexpr std::chrono::seconds kWindow{4};
constexpr double kShortest = 0.5;  // seconds

}  // namespace

void PaceEstimate::take(Clock::time_point now, std::int64_t stepsDone) {
  if (!samples_.empty() && stepsDone < samples_.back().steps) samples_.clear();
  samples_.push_back({now, stepsDone});
  while (samples_.size() > 2 && now - samples_.front().time > kWindow) samples_.pop_front();
}

std::optional<double> PaceEstimate::secondsFor(std::int64_t steps) const {
  if (samples_.size() < 2) return std::nullopt;
  const double seconds = std::chrono::duration<double>(samples_.back().time - samples_.front().time).count();
  const std::int64_t done = samples_.back().steps - samples_.front().steps;
  if (seconds < kShortest || done <= 0) return std::nullopt;
  return static_cast<double>(steps) * seconds / static_cast<double>(done);
}

}  // namespace kernelscope::ui
