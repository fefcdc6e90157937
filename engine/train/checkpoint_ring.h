#pragma once
// The states of a lane that are kept to go back to: step 0, log-spaced steps, the last one. An immutable
// list of shared checkpoints: copies cost pointers, and readers on other threads hold theirs.
//
// Memory: a checkpoint is 4 bytes x (all parameters + 2 x trained ones); the record in it is shared. A lane
// keeps at most 64, fewer where those would need more than 192 MiB (but at least 8).

#include "engine/train/checkpoint.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace kernelscope {

inline constexpr int kMostKept = 64, kFewestKept = 8;
inline constexpr std::size_t kKeptBytes = std::size_t{192} << 20;  // per lane

// How many checkpoints of so many bytes a lane keeps.
int keptCount(std::size_t checkpointBytes);

// At which steps: a function of the budget and the count alone, so that both lanes keep the same ones.
// 0, 1, ..., `steps`, each next one by the factor that reaches `steps` with what is left, at least one
// more: the first ones are consecutive, the rest log-spaced; all of them where steps < count.
class KeptSteps {
 public:
  KeptSteps(std::int64_t steps, int count);
  const std::vector<std::int64_t>& steps() const { return steps_; }
  bool contains(std::int64_t step) const;

 private:
  std::vector<std::int64_t> steps_;  // ascending
};

class CheckpointRing {
 public:
  using Entry = std::shared_ptr<const Checkpoint>;

  explicit CheckpointRing(int capacity = kMostKept) : capacity_(capacity) {}

  // Adds a state in its place by step; one of the same step stays as it is. Beyond the capacity (after the
  // budget was raised) the one that is nearest to its predecessor on a log scale goes; the first and the
  // last stay.
  void add(Entry checkpoint);

  const std::vector<Entry>& entries() const { return entries_; }  // ascending steps
  bool empty() const { return entries_.empty(); }
  // The state at a step, or null; and the newest at or before it, or null.
  Entry at(std::int64_t step) const;
  Entry atOrBefore(std::int64_t step) const;
  // What was kept up to a step.
  CheckpointRing upTo(std::int64_t step) const;
  // Of parameters and moments.
  std::size_t byteCount() const;

 private:
  int capacity_;
  std::vector<Entry> entries_;
};

// Bytes of a checkpoint's parameters and moments.
std::size_t byteCount(const Checkpoint& checkpoint);

}  // namespace kernelscope
