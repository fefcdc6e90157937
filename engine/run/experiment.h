#pragma once
// One running experiment: both lanes, their clock, their mailboxes. Owned by one thread (the window's or
// the headless program's), which calls every function here; none of them waits for a computation.

#include "engine/config/experiment_config.h"
#include "engine/data/image_dataset.h"
#include "engine/observe/field_view.h"
#include "engine/train/checkpoint.h"
#include "engine/train/training_snapshot.h"

#include <array>
#include <cstdint>
#include <memory>

namespace kernelscope {

class ComputePool;

struct ExperimentOptions {
  std::uint64_t runId = 1;
  bool startPaused = false;
  FieldView view = FieldView::Value;
  int query = 1;  // see setQuery
  // Resume points by lane; null starts from the seed.
  std::array<std::shared_ptr<const Checkpoint>, 2> resumeFrom;
  // What the lanes had kept before; used up to the step of resumeFrom.
  std::array<std::shared_ptr<const CheckpointRing>, 2> keptBefore;
  // A lane that had ended by a stop rule or diverged goes on from resumeFrom; else it stays ended.
  std::array<bool, 2> revive{};
  std::int64_t stopAfter = 0;        // stop (resumable) after this step; 0: never
  std::int64_t checkpointEvery = 0;  // steps between checkpoints handed out by takeCheckpoint; 0: by time
  double checkpointSeconds = 10;     // seconds between them where checkpointEvery is 0; 0: only at the end
  double stepsPerSecond = 0;         // the pace at the start, see setPace
  bool pictures = true;              // compute Observations for a window; off when nobody looks
};

// Throws ConfigError, pointers from the document's root, where a value is wrong or a network cannot be made.
void checkRunnable(const ExperimentConfig& config);

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
  // At most so many steps a second; 0: as fast as they can. The bits of the run do not depend on it.
  void setPace(double stepsPerSecond);
  void requestStop();
  void setView(FieldView view);
  // Views with values between pixels are asked for at query x query cells per pixel: 1, 2 or 4, less where
  // the picture is too large for it (possibleQuery).
  void setQuery(int query);
  // Takes over what configDiff calls Live; anything else in `config` is ignored.
  void applyLive(const ExperimentConfig& config);
  bool paused() const;

  // The newest snapshot of a lane that was not taken yet, or null.
  std::shared_ptr<const TrainingSnapshot> takeSnapshot(LaneId lane);
  // The newest checkpoint of a lane that was not taken yet, or null. The terminal one always arrives
  // before the terminal snapshot.
  std::shared_ptr<const Checkpoint> takeCheckpoint(LaneId lane);
  // With pictures, a lane whose training has ended waits for changes of view until requestStop; it then
  // publishes its terminal snapshot again with the new picture.
  // Whether both lanes' threads have ended, so that the destructor will not wait.
  bool finished() const;
  // Waits until both have ended: for programs without a window.
  void join();

 private:
  struct Internals;
  std::unique_ptr<Internals> internals_;
};

}  // namespace kernelscope
