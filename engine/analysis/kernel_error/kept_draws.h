#pragma once
// Projections of a study that serve the next one too: they depend on seed, law, dimension, trials and m
// alone, so moving a norm, an angle, A, the split or the target needs no new ones. One thread at a time.

#include "engine/analysis/kernel_error/projection_draw.h"

#include <cstdint>
#include <list>
#include <memory>
#include <stop_token>
#include <vector>

namespace kernelscope {

class ComputePool;

struct DrawKey {
  std::uint64_t seed = 0;
  ProjectionLaw law;
  int dimension = 1;
  int trials = 0;
  std::size_t count = 0;  // of each sequence
  int sequences = 1;
  DrawNeeds needs;

  // Whether draws for this key serve `other`: the same but for the trials, of which there may be more.
  bool serves(const DrawKey& other) const;
};

class KeptDraws {
 public:
  // Beyond this the draws that were used longest ago go.
  explicit KeptDraws(std::size_t mostBytes = std::size_t{192} << 20) : mostBytes_(mostBytes) {}

  using Trials = std::shared_ptr<const std::vector<PlaneDraw>>;
  // One draw for each trial, of a rotation invariant law; drawn by the pool unless it is kept. Nothing when
  // it would not fit: draw trial by trial then. Throws Cancelled when stopped.
  Trials get(const DrawKey& key, ComputePool& pool, std::stop_token stop);

 private:
  struct Entry {
    DrawKey key;
    Trials trials;
    std::size_t bytes;
  };
  std::size_t mostBytes_;
  std::list<Entry> entries_;  // most recent first
};

// The stream of a trial.
RngStream trialStream(std::uint64_t seed, std::size_t trial);

}  // namespace kernelscope
