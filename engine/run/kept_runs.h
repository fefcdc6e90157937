#pragma once
// Runs that were replaced by an edit of the set-up, so that undo and redo bring them back as they were left:
// both lanes' last states, what the lanes had kept, and their news.
//
// Memory: at most 10 runs and 128 MiB. Beyond that the oldest runs lose their kept states, then go.

#include "engine/train/checkpoint_ring.h"
#include "engine/train/training_snapshot.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>

namespace kernelscope {

struct KeptRun {
  ExperimentConfig config;  // with the live values it had last
  int position = 0;         // of the undo history
  std::uint64_t number = 0;
  std::array<std::shared_ptr<const Checkpoint>, 2> checkpoints;
  std::array<std::shared_ptr<const CheckpointRing>, 2> kept;
  std::array<std::shared_ptr<const TrainingSnapshot>, 2> news;
  bool complete = false;  // its lanes have ended: the checkpoints are the last ones
};

class KeptRuns {
 public:
  static constexpr std::size_t kMostRuns = 10;
  static constexpr std::size_t kMostBytes = std::size_t{128} << 20;

  explicit KeptRuns(std::size_t mostBytes = kMostBytes) : mostBytes_(mostBytes) {}

  // The owner may fill in what is missing until it is complete, and calls trim then.
  void add(std::shared_ptr<KeptRun> run);
  void trim();
  // The run that trains `config`, up to live values; the nearest in the undo history to `position` if there
  // are several. Null if there is none.
  std::shared_ptr<KeptRun> find(const ExperimentConfig& config, int position) const;
  void remove(const std::shared_ptr<const KeptRun>& run);
  // A new edit took the place of what could be redone: the runs from `position` on cannot be reached again.
  void forgetFrom(int position);

  std::size_t size() const { return runs_.size(); }
  // Of parameters and moments; states that runs share count once.
  std::size_t byteCount() const;

 private:
  std::size_t mostBytes_;
  std::deque<std::shared_ptr<KeptRun>> runs_;  // oldest first
};

}  // namespace kernelscope
