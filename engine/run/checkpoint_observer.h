#pragma once
// The pictures of a network, the same way for a lane that trains and for a state that was kept: equal
// parameters give equal bits.

#include "engine/config/supervision.h"
#include "engine/data/image_dataset.h"
#include "engine/observe/field_view.h"
#include "engine/train/checkpoint.h"
#include "engine/train/predictor.h"
#include "engine/train/training_snapshot.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace kernelscope {

// What a network that is shown belongs to, and how it is asked.
struct ShownNetwork {
  const ImageDataset& data;
  Supervision supervision;
  Backend& backend;
  const Tensor& pixels;  // coordinates of every pixel [pixels, 2] float32
  std::function<HostJet(const Tensor& inputs, const JetLayout& layout)> jet;
};

// The field of a view, at `query` points per pixel and axis where the view has values between pixels. What
// training on derivatives left open is fitted at the pixels and added. Empty when `abandoned` said so.
std::optional<Field2d> shownField(const ShownNetwork& network, FieldView view, int query,
                                  const std::function<bool()>& abandoned);

// Shows kept states of both lanes. One thread at a time; the pool may be shared with lanes that train.
class CheckpointObserver {
 public:
  // Throws ConfigError, DeviceError.
  CheckpointObserver(const ExperimentConfig& config, std::shared_ptr<const ImageDataset> data,
                     std::shared_ptr<ComputePool> pool);

  // Throws ShapeError if the state is of another network.
  std::shared_ptr<const Observation> observe(const Checkpoint& checkpoint, FieldView view, int query = 1);

 private:
  std::shared_ptr<const ImageDataset> data_;
  std::shared_ptr<WorkerContexts> workers_;
  Supervision supervision_;
  std::array<std::shared_ptr<const Network>, 2> networks_;
  Tensor inputs_;
};

}  // namespace kernelscope
