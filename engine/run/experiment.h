#pragma once
// One running experiment: both lanes, their clock, their mailboxes. Owned by one thread (the window's or
// the headless program's), which calls every function here; none of them waits for a computation.

#include "engine/config/experiment_config.h"
#include "engine/data/image_dataset.h"
#include "engine/train/checkpoint.h"
#include "engine/train/training_snapshot.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace kernelscope {

class ComputePool;

// Which pictures the lanes should compute; what is hidden is not computed.
enum class FieldView { Value, Gradient, Laplacian, Error };

struct ExperimentOptions {
  std::uint64_t runId = 1;
  bool startPaused = false;
  FieldView view = FieldView::Value;
  // Resume points by lane; null starts from the seed.
  std::array<std::shared_ptr<const Checkpoint>, 2> resumeFrom;
  std::int64_t stopAfter = 0;  // stop (resumable) after this step; 0: never
  std::int64_t checkpointEvery =
      0;  // steps between checkpoints handed out by takeCheckpoint; 0: only at the end
  std::int64_t observeEvery =
      0;  // headless: observe (ssim) at these steps only; 0: whenever the reader is ready
};

class Experiment {
 public:
  // The data set is shared with whoever shows it. Starts both lanes at once. Throws ConfigError.
  Experiment(ExperimentConfig config, std::shared_ptr<const ImageDataset> data,
             std::shared_ptr<ComputePool> pool, ExperimentOptions options);
  ~Experiment();  // requests stop and joins: call when finished() or off the window's thread

  const ExperimentConfig& config() const;
  std::uint64_t runId() const;

  void play();
  void pause();
  void singleStep();  // both lanes do one step, then pause
  void requestStop();
  void setView(FieldView view);
  // Takes over what configDiff calls Live; anything else in `config` is ignored.
  void applyLive(const ExperimentConfig& config);
  bool paused() const;

  // The newest snapshot of a lane that was not taken yet, or null.
  std::shared_ptr<const TrainingSnapshot> takeSnapshot(LaneId lane);
  // The newest checkpoint of a lane that was not taken yet, or null. The terminal one always arrives
  // before the terminal snapshot.
  std::shared_ptr<const Checkpoint> takeCheckpoint(LaneId lane);
  // Whether both lanes' threads have ended, so that the destructor will not wait.
  bool finished() const;

 private:
  struct Internals;
  std::unique_ptr<Internals> internals_;
};

}  // namespace kernelscope
