#pragma once
// The only object of the window that holds Experiments. Starts, changes and ends runs without ever waiting
// for one, asks the lanes 30 times a second what is new, and tells it in plain signals.
//
// A change of the set-up does the least that makes the run right: live values go to the running lanes, a
// change of one lane restarts that lane alone while the other goes on from its own checkpoint, anything else
// starts both from the seed. Runs that were replaced end by themselves in the background; undo brings them
// back from where they were.

#include "engine/config/experiment_config.h"
#include "engine/observe/field_view.h"
#include "engine/run/experiment.h"
#include "ui/presenters/pace_estimate.h"
#include "ui/presenters/picture_loader.h"
#include "ui/presenters/replaced_runs.h"

#include <QObject>
#include <QTimer>
#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace kernelscope::ui {

enum class RunPhase {
  Idle,     // no run: nothing was started, or its picture cannot be read
  Loading,  // the first run waits for its picture
  Running,
  Paused,
  Ended  // both lanes are through: finished, diverged or failed
};

// Where in the undo history of the set-up an experiment stands.
struct EditPlace {
  int position = 0;
  bool byHistory = false;  // undo or redo led there, not an edit
};

class RunPresenter final : public QObject {
  Q_OBJECT

 public:
  explicit RunPresenter(std::shared_ptr<ComputePool> pool, QObject* parent = nullptr);
  ~RunPresenter() override;

  // Both lanes from the seed. A run in progress goes on until the new one's picture is there.
  void start(const ExperimentConfig& config);
  // Makes the present run one of `config`, in the smallest way; starts one if there is none. Where undo or
  // redo would restart a lane, the run that trained this set-up before comes back instead, both lanes as
  // they were left.
  void applyConfig(const ExperimentConfig& config, EditPlace place = {});
  // A new edit: what could be redone from `position` on is gone.
  void forgetRunsFrom(int position) { replaced_.runs().forgetFrom(position); }
  // Both lanes again from what was kept of them at a step, as a new run that plays and stands at `position`
  // of the undo history. False, and nothing is done, without kept states.
  bool continueFrom(std::int64_t step, int position);
  // Undo or redo of continueFrom: the run of this set-up that was left at `position` comes back. False, and
  // the present run goes on, where it is no longer kept.
  bool returnTo(const ExperimentConfig& config, int position);
  // A run of an earlier session goes on from these states; a lane without one begins anew.
  void resume(const ExperimentConfig& config,
              const std::array<std::shared_ptr<const Checkpoint>, 2>& checkpoints);
  // The same run again, from its seed.
  void restart();
  void play();
  void pause();
  void singleStep();
  void setView(FieldView view);
  // Points per pixel and axis at which the lanes show what has values between pixels: 1, 2 or 4.
  void setQuery(int query);
  // At most so many steps a second; 0: as fast as they can.
  void setPace(double stepsPerSecond);
  // Reads the picture of `config` and calls `ready` when it can be used; else loadFailed is sent. A later
  // call replaces one that still waits.
  void prepare(const ExperimentConfig& config, std::function<void()> ready);

  RunPhase phase() const { return phase_; }
  FieldView view() const { return view_; }
  int query() const { return query_; }
  // Where in the undo history the present run stands.
  int position() const { return position_; }
  // What the present run trains; with the live values of now.
  const ExperimentConfig& config() const { return config_; }
  // The picture it trains on; empty before the first run.
  RunData data() const { return current_ ? current_->data : RunData(); }
  // 1 for the first run since the program started.
  std::uint64_t runNumber() const { return runNumber_; }
  // The newest news of a lane of the present run; null before the first.
  const std::shared_ptr<const TrainingSnapshot>& snapshot(LaneId lane) const {
    return snapshots_[laneIndex(lane)];
  }
  // What can be gone back to in a lane of the present run; null before its first news.
  const std::shared_ptr<const CheckpointRing>& kept(LaneId lane) const { return kept_[laneIndex(lane)]; }
  // The newest checkpoints of the present run; null before the first.
  const std::array<std::shared_ptr<const Checkpoint>, 2>& checkpoints() const { return checkpoints_; }
  // Of parameters and moments that undo and redo can bring back; at most KeptRuns::kMostBytes.
  std::size_t replacedByteCount() const { return replaced_.runs().byteCount(); }
  // Whether both lanes have used up their steps and could go on with more.
  bool canRunOn() const;
  // Whether the lane runs alone until it has caught up with the other.
  bool catchingUp(LaneId lane) const;
  std::optional<double> secondsLeft() const;

  // Asks everything to end and waits, at most this long. Whether all threads have ended. The present run's
  // last states are in checkpoints() then.
  bool shutDown(std::chrono::milliseconds patience);

 Q_SIGNALS:
  // Another picture is trained on from now on.
  void dataChanged();
  // A new run: its lanes have told nothing yet. `lanes` that begin anew; the others go on.
  void runStarted(bool aFromSeed, bool bFromSeed);
  // Live values were taken over by the present run.
  void configApplied();
  // Another view, or another number of points per pixel, was chosen.
  void pictureWanted();
  void laneUpdated(kernelscope::LaneId lane);
  // checkpoints() holds a newer one.
  void checkpointTaken();
  void phaseChanged(kernelscope::ui::RunPhase phase);
  // A picture could not be read; the run goes on as before. `wasEdit`: the set-up asked for it.
  void loadFailed(const kernelscope::ui::Problem& problem, bool wasEdit);
  void startFailed(const kernelscope::ui::Problem& problem);

 private:
  // What the data set of an experiment depends on.
  struct DataKey {
    ImageSpec image;
    std::filesystem::path baseDirectory;
    std::uint64_t seed = 0;  // 0 where the split does not depend on it
    std::string supervise;   // what the target's pictures depend on besides
    bool operator==(const DataKey&) const = default;
  };
  struct Loaded {
    DataKey key;
    RunData data;
  };
  struct Reading {  // a picture on its way
    DataKey key;
    std::uint64_t ticket = 0;
  };
  using LaneFlags = std::array<bool, 2>;
  static DataKey dataKey(const ExperimentConfig& config);

  void poll();
  void takeLoads();
  void takePrepared(const LoadResult& result);
  void takeNews(LaneId lane);
  void advance();
  bool dataReady(const ExperimentConfig& config);
  LaneFlags lanesFromSeed() const;
  bool mustContinue(LaneId lane, const ExperimentConfig& next) const;
  KeptRun presentRun() const;
  void launch(const KeptRun& from);
  ExperimentOptions optionsFrom(const KeptRun& from) const;
  void adopt(std::unique_ptr<Experiment> experiment, const KeptRun& from);
  void updatePhase();

  std::shared_ptr<ComputePool> pool_;
  PictureLoader loader_;
  std::uint64_t lastTicket_ = 0;
  QTimer timer_;
  PaceEstimate pace_;

  ExperimentConfig config_;
  std::optional<ExperimentConfig> wanted_;  // what the run is to become
  bool wantedFromSeed_ = false;
  std::shared_ptr<const KeptRun> wantedRun_;  // what it goes on from, if not from the present run
  EditPlace wantedPlace_;
  int position_ = 0;                // of config_ in the undo history
  std::optional<Reading> reading_;  // for wanted_
  std::optional<Reading> preparing_;
  std::function<void()> prepared_;
  std::optional<Loaded> current_, spare_;  // the present run's data, and data read ahead

  std::unique_ptr<Experiment> experiment_;
  bool stopping_ = false;  // experiment_ was asked to stop and will be continued from its checkpoints
  ReplacedRuns replaced_;
  std::array<std::shared_ptr<const TrainingSnapshot>, 2> snapshots_;
  std::array<std::shared_ptr<const Checkpoint>, 2> checkpoints_;
  std::array<std::shared_ptr<const CheckpointRing>, 2> kept_;
  LaneFlags terminal_{};
  std::array<std::int64_t, 2> catchUpTo_{};
  bool paused_ = false;
  double stepsPerSecond_ = 0;
  FieldView view_ = FieldView::Value;
  int query_ = 1;
  RunPhase phase_ = RunPhase::Idle;
  std::uint64_t lastRunId_ = 0;
  std::uint64_t runNumber_ = 0, lastRunNumber_ = 0;
};

}  // namespace kernelscope::ui
