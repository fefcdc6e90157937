#include "engine/run/lane_run.h"

#include "engine/core/compute_pool.h"
#include "engine/run/lane_session.h"

#include <chrono>

namespace kernelscope {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPublishInterval{30};
constexpr std::chrono::milliseconds kPictureInterval{40};
constexpr double kPictureShare = 0.15;  // of the lane's time that pictures for the window may take

class LaneLoop {
 public:
  LaneLoop(const LaneJob& job, LaneBoxes& boxes, StepGovernor& governor, std::stop_token stop)
      : job_(job), boxes_(boxes), governor_(governor), stop_(std::move(stop)), session_(job) {}

  void run() {
    begun_ = checkpointed_ = Clock::now();
    governor_.join(job_.lane, session_.stepsDone(), session_.trainingSeconds());
    publish(governor_.paused() ? LaneState::Paused : LaneState::Running, job_.options.pictures);
    const LaneState end = train();
    governor_.leave(job_.lane);
    finish(end);
    if (job_.options.pictures) serveViews(end);
  }

 private:
  LaneState train() {
    while (true) {
      takeSettings();
      if (session_.end() != LaneEnd::None) return endedByRule();
      if (session_.stepsDone() >= session_.stepBudget()) {
        governor_.finish(job_.lane);
        return ended("the step budget is used up", LaneState::Finished);
      }
      if (reachedStopAfter()) return ended("stopped as asked after this step", LaneState::Stopped);
      if (governor_.paused() && !shownPaused_) publishPaused();
      switch (governor_.acquire(job_.lane, stop_)) {
        case StepGovernor::Grant::Stopped:
          return ended("stopped on request", LaneState::Stopped);
        case StepGovernor::Grant::Attention:
          shownPaused_ = false;
          continue;
        case StepGovernor::Grant::Over:
          return ended("its time in the race is used up", LaneState::Finished);
        case StepGovernor::Grant::Turn:
          break;
      }
      session_.step();
      afterStep();
      governor_.release(job_.lane, session_.stepsDone(), session_.trainingSeconds());
    }
  }

  LaneState endedByRule() {
    const bool diverged = session_.end() == LaneEnd::Diverged;
    return ended(session_.endReason(), diverged ? LaneState::Diverged : LaneState::Finished);
  }

  // While the turn is held: hands out a checkpoint and a snapshot when they are due.
  void afterStep() {
    shownPaused_ = false;
    const Clock::time_point now = Clock::now();
    if (checkpointDue(now)) {
      boxes_.checkpoints.publish(session_.checkpoint());
      checkpointed_ = now;
    }
    const bool everyStep = governor_.slow();
    if (!everyStep && (!boxes_.snapshots.taken() || now - published_ < kPublishInterval)) return;
    publish(LaneState::Running, job_.options.pictures && (everyStep || pictureDue(now)));
  }

  bool checkpointDue(Clock::time_point now) const {
    const ExperimentOptions& options = job_.options;
    if (options.checkpointEvery > 0) return session_.stepsDone() % options.checkpointEvery == 0;
    return options.checkpointSeconds > 0 &&
           std::chrono::duration<double>(now - checkpointed_).count() >= options.checkpointSeconds;
  }

  // A view that was just asked for does not wait until the share of time allows it.
  bool pictureDue(Clock::time_point now) const {
    if (viewChanged_) return true;
    const double laneSeconds = std::chrono::duration<double>(now - begun_).count();
    return now - pictured_ >= kPictureInterval && pictureSeconds_ <= kPictureShare * laneSeconds;
  }

  // The pause is told at once; the picture of the step it came at follows, and, because a pause can be long,
  // a checkpoint of it.
  void publishPaused() {
    publish(LaneState::Paused, false);
    shownPaused_ = true;
    if (job_.options.pictures && (viewChanged_ || !session_.pictureIsCurrent()))
      publish(LaneState::Paused, true);
    if (job_.options.checkpointSeconds > 0 && job_.options.pictures)
      boxes_.checkpoints.publish(session_.checkpoint());
  }

  // A large picture is given up for a stop, for another wish, and for a pause that it would hold up.
  bool isUnwanted(LaneState state) const {
    return stop_.stop_requested() || boxes_.settings.waits() ||
           (state == LaneState::Running && governor_.paused());
  }

  void publish(LaneState state, bool picture) {
    if (picture) {
      const Clock::time_point start = Clock::now();
      if (session_.observe([&] { return isUnwanted(state); })) viewChanged_ = false;
      pictured_ = Clock::now();
      pictureSeconds_ += std::chrono::duration<double>(pictured_ - start).count();
    }
    boxes_.snapshots.publish(session_.snapshot(state, message_));
    published_ = Clock::now();
  }

  void takeSettings() {
    const auto settings = boxes_.settings.take();
    if (!settings) return;
    viewChanged_ = viewChanged_ || settings->view != view_ || settings->query != query_;
    view_ = settings->view;
    query_ = settings->query;
    session_.takeSettings(*settings);
  }

  bool reachedStopAfter() const {
    return job_.options.stopAfter > 0 && session_.stepsDone() >= job_.options.stopAfter;
  }

  LaneState ended(const std::string& message, LaneState state) {
    message_ = message;
    return state;
  }

  void finish(LaneState end) {
    session_.measureFinal();
    const std::shared_ptr<const Checkpoint> last = session_.checkpoint();
    session_.keep(last);
    boxes_.checkpoints.publish(last);
    publish(end, job_.options.pictures);
  }

  // A finished lane still shows other views of itself, until it is dismissed.
  void serveViews(LaneState end) {
    while (governor_.waitForCall(job_.lane, stop_) == StepGovernor::Grant::Attention) {
      takeSettings();
      publish(end, true);
    }
  }

  const LaneJob& job_;
  LaneBoxes& boxes_;
  StepGovernor& governor_;
  std::stop_token stop_;
  LaneSession session_;
  std::string message_;
  bool shownPaused_ = false;
  FieldView view_ = job_.options.view;
  int query_ = job_.options.query;
  bool viewChanged_ = false;
  Clock::time_point begun_, published_, pictured_, checkpointed_;
  double pictureSeconds_ = 0;
};

void publishFailure(const LaneJob& job, LaneBoxes& boxes, const std::string& message) {
  auto snapshot = std::make_shared<TrainingSnapshot>();
  snapshot->runId = job.options.runId;
  snapshot->lane = job.lane;
  snapshot->state = LaneState::Failed;
  snapshot->steps = job.config->steps;
  snapshot->message = message;
  boxes.snapshots.publish(std::move(snapshot));
}

}  // namespace

void runLane(const LaneJob& job, LaneBoxes& boxes, StepGovernor& governor, std::stop_token stop) {
  lowerThreadPriority();
  try {
    LaneLoop(job, boxes, governor, std::move(stop)).run();
  } catch (const std::exception& problem) {
    publishFailure(job, boxes, problem.what());
  }
  governor.leave(job.lane);
  boxes.ended = true;
}

}  // namespace kernelscope
