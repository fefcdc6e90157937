#pragma once
// Which training samples a step sees. The samples are shuffled anew for every epoch and the epochs laid
// end to end; step s takes the s-th run of `batchSize` from that line, so a batch may span two epochs and
// every batch is full. Any step can be asked for in any order and gives the same samples: a resumed run
// needs no state, and both lanes see the same order.

#include "engine/core/rng.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kernelscope {

class BatchSampler {
 public:
  // Positions 0 .. sampleCount - 1 (into ImageDataset::trainPixels, say). Without a batch size, or with one
  // of at least sampleCount, every step sees all samples in their own order. Throws ConfigError (/batch) if
  // batchSize < 1, ShapeError if sampleCount < 1.
  BatchSampler(std::int32_t sampleCount, std::optional<std::int64_t> batchSize, std::uint64_t seed);

  bool isFullBatch() const { return batchSize_ == sampleCount_; }
  std::int32_t batchSize() const { return batchSize_; }

  // The samples of a step; the first step is 1. Valid until the next call. Cost: batchSize copies, and one
  // shuffle of all samples where the step enters another epoch.
  std::span<const std::int32_t> positions(std::int64_t step);

 private:
  void enterEpoch(std::int64_t epoch);

  std::int32_t sampleCount_, batchSize_;
  RngStream stream_;
  std::int64_t epoch_ = -1;
  std::vector<std::int32_t> order_;  // of epoch_
  std::vector<std::int32_t> batch_;
};

}  // namespace kernelscope
