#pragma once
// Fits a network (x, y) -> colour to the training pixels of a picture, targets in [-1, 1], by one of three
// losses (Sitzmann et al. 2020, sections 3.1 and 4.2); means are over pixels and colour channels:
//   value      mean (f - I)^2
//   gradient   mean |grad f - grad I|^2 / mean |grad I|^2
//   laplacian  mean (lap f - lap I)^2 / mean (lap I)^2

#include "engine/data/batch_sampler.h"
#include "engine/data/image_dataset.h"
#include "engine/tasks/task.h"
#include "engine/tasks/training_targets.h"

#include <memory>
#include <optional>

namespace kernelscope {

class ImageFieldTask final : public Task {
 public:
  // `memory` is where the data tensors go. batch: samples per step, empty for the full batch.
  ImageFieldTask(std::shared_ptr<const ImageDataset> data, MemoryOperations& memory,
                 std::optional<std::int64_t> batch, std::uint64_t seed,
                 Supervision supervision = Supervision::Value);

  static constexpr int kCoordinates = 2;  // x, y

  int inWidth() const override { return kCoordinates; }
  int outWidth() const override { return data_->channels(); }
  JetLayout requiredJet() const override;
  BatchPlan plan(std::int64_t step) override;
  TaskTile tile(ExecutionContext& context, const BatchPlan& plan, std::int64_t first,
                std::int64_t count) const override;
  Jet evaluate(ExecutionContext& context, const Jet& out, const TaskTile& tile, std::int64_t batchSize,
               const Tensor& lossSum) const override;
  double lossDenominator(std::int64_t batchSize) const override;

  Supervision supervision() const { return supervision_; }
  // What the network is compared with at every pixel.
  const TrainingTargets& targets() const { return targets_; }

  const ImageDataset& data() const { return *data_; }
  // Coordinates of every pixel [pixels, 2], row-major over the picture.
  const Tensor& allInputs() const { return allInputs_; }
  // Coordinates of the held-out pixels [n, 2], ascending pixel index.
  const Tensor& heldOutInputs() const { return heldOutInputs_; }
  // Training rows per step.
  std::int64_t batchSize() const;

 private:
  std::shared_ptr<const ImageDataset> data_;
  Supervision supervision_;
  TrainingTargets targets_;
  Tensor trainInputs_, trainTargets_, allInputs_, heldOutInputs_;
  std::optional<BatchSampler> sampler_;
};

}  // namespace kernelscope
