#include "engine/data/batch_sampler.h"

#include "engine/core/contract.h"
#include "engine/core/error.h"
#include "engine/data/random_permutation.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace kernelscope {

namespace {

std::int32_t usedBatchSize(std::int32_t sampleCount, std::optional<std::int64_t> batchSize) {
  if (sampleCount < 1) throw ShapeError("a batch needs samples, got " + std::to_string(sampleCount));
  if (!batchSize) return sampleCount;
  if (*batchSize < 1) throw ConfigError({{"/batch", std::to_string(*batchSize) + " is below 1"}});
  return static_cast<std::int32_t>(std::min<std::int64_t>(*batchSize, sampleCount));
}

}  // namespace

BatchSampler::BatchSampler(std::int32_t sampleCount, std::optional<std::int64_t> batchSize,
                           std::uint64_t seed)
    : sampleCount_(sampleCount),
      batchSize_(usedBatchSize(sampleCount, batchSize)),
      stream_(randomStream(seed, RandomPurpose::BatchOrder)) {
  if (isFullBatch()) {
    batch_.resize(static_cast<std::size_t>(sampleCount_));
    std::iota(batch_.begin(), batch_.end(), 0);
  }
}

std::span<const std::int32_t> BatchSampler::positions(std::int64_t step) {
  KS_EXPECT(step >= 1, "steps count from 1");
  if (isFullBatch()) return batch_;
  batch_.clear();
  std::int64_t place = (step - 1) * batchSize_;  // on the line of epochs
  while (batch_.size() < static_cast<std::size_t>(batchSize_)) {
    enterEpoch(place / sampleCount_);
    const auto first = place % sampleCount_;
    const auto missing = batchSize_ - static_cast<std::int64_t>(batch_.size());
    const auto count = std::min(missing, sampleCount_ - first);
    batch_.insert(batch_.end(), order_.begin() + first, order_.begin() + first + count);
    place += count;
  }
  return batch_;
}

void BatchSampler::enterEpoch(std::int64_t epoch) {
  if (epoch == epoch_) return;
  order_ = randomPermutation(sampleCount_, stream_.substream(static_cast<std::uint64_t>(epoch)));
  epoch_ = epoch;
}

}  // namespace kernelscope
