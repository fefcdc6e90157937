#pragma once
// The state of a lane while it trains: network, trainer, record. Used by runLane on the lane's thread.

#include "engine/nn/network.h"
#include "engine/run/lane_metrics.h"
#include "engine/run/lane_run.h"
#include "engine/run/step_timer.h"
#include "engine/tasks/image_field_task.h"
#include "engine/train/checkpoint_ring.h"
#include "engine/train/measurement_schedule.h"
#include "engine/train/predictor.h"
#include "engine/train/stopping_rule.h"
#include "engine/train/trainer.h"

#include <functional>
#include <memory>
#include <string>

namespace kernelscope {

class LaneSession {
 public:
  // Builds network, data and trainer; takes up options.resumeFrom. Throws ConfigError, DeviceError.
  // `job` must outlive the session.
  explicit LaneSession(const LaneJob& job);

  std::int64_t stepsDone() const { return trainer_.stepsDone(); }
  std::int64_t stepBudget() const { return settings_.steps; }
  double trainingSeconds() const { return timer_.seconds(); }
  void takeSettings(const LiveSettings& settings);

  // One training step with its measurements. Diverged leaves the last good parameters in place.
  void step();
  // Whether the lane has ended before its budget, now or before it was resumed; and the sentence that says
  // why.
  LaneEnd end() const { return end_; }
  const std::string& endReason() const { return endReason_; }

  // Computes the picture of the present view, and nothing else, and keeps it for the next snapshots. False,
  // and the one before stays, when `abandoned` says on the way that nobody wants it any more.
  bool observe(const std::function<bool()>& abandoned);
  // Whether the picture kept is one of the present parameters.
  bool pictureIsCurrent() const { return observation_ && observation_->step == parameterStep(); }
  // Measures the parameters reached on every pixel, for the terminal snapshot.
  void measureFinal();

  std::shared_ptr<TrainingSnapshot> snapshot(LaneState state, const std::string& message) const;
  std::shared_ptr<const Checkpoint> checkpoint();
  // Keeps the present state among those to go back to.
  void keep(std::shared_ptr<const Checkpoint> checkpoint);

 private:
  // Appends the row of the step just done and returns it.
  MetricRow record(double loss);
  void resume(const std::shared_ptr<const Checkpoint>& checkpoint);
  void stayEnded(const Checkpoint& checkpoint);
  void noteEnd(StopVerdict verdict);
  HostJet predict(const Tensor& inputs, const JetLayout& layout);
  // Every pixel; where derivatives are trained, with the plane that they leave open.
  HostJet predictPicture(const JetLayout& layout);
  std::optional<Field2d> presentField(const std::function<bool()>& abandoned);
  // The step whose end the present parameters are.
  std::int64_t parameterStep() const;

  const LaneJob& job_;
  LiveSettings settings_;
  WorkerContexts workers_;
  ImageFieldTask task_;
  LaneMetrics metrics_;
  std::shared_ptr<const Network> network_;
  Trainer trainer_;
  LaneCost cost_;
  MeasurementSchedule schedule_;
  StoppingRule rule_;
  StepTimer timer_;
  int keptCount_;
  KeptSteps keptSteps_;
  std::shared_ptr<const CheckpointRing> kept_;
  MetricHistory history_;
  std::shared_ptr<const Observation> observation_;
  std::vector<std::pair<std::string, double>> finalMetrics_;
  RecoveredPlane plane_;  // of the last predictPicture
  LaneEnd end_ = LaneEnd::None;
  std::string endReason_;
  std::int64_t divergedAt_ = 0;
};

}  // namespace kernelscope
