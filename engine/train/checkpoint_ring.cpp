#include "engine/train/checkpoint_ring.h"

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

std::int64_t stepOf(const CheckpointRing::Entry& entry) {
  return entry->step;
}

}  // namespace

int keptCount(std::size_t checkpointBytes) {
  const std::size_t affordable = kKeptBytes / std::max<std::size_t>(checkpointBytes, 1);
  return static_cast<int>(std::clamp<std::size_t>(affordable, kFewestKept, kMostKept));
}

KeptSteps::KeptSteps(std::int64_t steps, int count) : steps_{0} {
  std::int64_t step = 1;
  for (int left = count - 2; step <= steps && left >= 0; --left) {
    steps_.push_back(step);
    if (left == 0) break;
    const double factor = std::pow(static_cast<double>(steps) / static_cast<double>(step), 1.0 / left);
    step = std::max<std::int64_t>(step + 1, std::llround(static_cast<double>(step) * factor));
  }
  if (steps > 0) steps_.back() = std::max(steps_.back(), steps);
}

bool KeptSteps::contains(std::int64_t step) const {
  return std::ranges::binary_search(steps_, step);
}

void CheckpointRing::add(Entry checkpoint) {
  const auto place = std::ranges::lower_bound(entries_, checkpoint->step, {}, stepOf);
  if (place != entries_.end() && (*place)->step == checkpoint->step) return;
  entries_.insert(place, std::move(checkpoint));
  if (entries_.size() <= static_cast<std::size_t>(capacity_) || entries_.size() < 3) return;
  auto nearest = entries_.begin() + 1;
  double smallest = 0;
  for (auto entry = nearest; entry + 1 != entries_.end(); ++entry) {
    const double gap = std::log1p(static_cast<double>(stepOf(*entry))) -
                       std::log1p(static_cast<double>(stepOf(*(entry - 1))));
    if (entry != entries_.begin() + 1 && gap >= smallest) continue;
    smallest = gap;
    nearest = entry;
  }
  entries_.erase(nearest);
}

CheckpointRing::Entry CheckpointRing::at(std::int64_t step) const {
  const Entry found = atOrBefore(step);
  return found && found->step == step ? found : nullptr;
}

CheckpointRing::Entry CheckpointRing::atOrBefore(std::int64_t step) const {
  const auto after = std::ranges::upper_bound(entries_, step, {}, stepOf);
  return after == entries_.begin() ? nullptr : *(after - 1);
}

CheckpointRing CheckpointRing::upTo(std::int64_t step) const {
  CheckpointRing shorter = *this;
  std::erase_if(shorter.entries_, [step](const Entry& entry) { return entry->step > step; });
  return shorter;
}

std::size_t CheckpointRing::byteCount() const {
  std::size_t sum = 0;
  for (const Entry& entry : entries_) sum += kernelscope::byteCount(*entry);
  return sum;
}

std::size_t byteCount(const Checkpoint& checkpoint) {
  return sizeof(float) *
         (checkpoint.parameters.size() + checkpoint.firstMoment.size() + checkpoint.secondMoment.size());
}

}  // namespace kernelscope
