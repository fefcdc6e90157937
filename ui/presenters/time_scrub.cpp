#include "ui/presenters/time_scrub.h"

#include "engine/core/compute_pool.h"
#include "engine/run/checkpoint_observer.h"
#include "ui/presenters/run_presenter.h"

#include <algorithm>
#include <iterator>

namespace kernelscope::ui {

namespace {

constexpr int kDeliveryMilliseconds = 10;

std::vector<std::int64_t> stepsOf(const CheckpointRing& ring) {
  std::vector<std::int64_t> steps;
  for (const CheckpointRing::Entry& entry : ring.entries()) steps.push_back(entry->step);
  return steps;
}

// Whether the lane has ended, and takes no part in steps after its last state.
bool hasEnded(const std::shared_ptr<const TrainingSnapshot>& news) {
  return news && isTerminal(news->state);
}

}  // namespace

// Keeps the networks and inputs of one run between requests.
struct TimeScrub::Observer {
  std::shared_ptr<ComputePool> pool = std::make_shared<ComputePool>(availableThreads());
  ExperimentConfig config;
  std::shared_ptr<const ImageDataset> data;
  std::optional<CheckpointObserver> observer;

  PastLanes observe(PastLanes lanes, const ExperimentConfig& wanted,
                    const std::shared_ptr<const ImageDataset>& picture, FieldView view, int query) {
    const bool same = config.lanes == wanted.lanes && config.backend == wanted.backend &&
                      config.supervise == wanted.supervise;
    if (!observer || data != picture || !same) {
      observer.emplace(wanted, picture, pool);
      config = wanted;
      data = picture;
    }
    for (std::size_t lane = 0; lane < kLanes.size(); ++lane)
      lanes.pictures[lane] = observer->observe(*lanes.states[lane], view, query);
    return lanes;
  }
};

TimeScrub::TimeScrub(RunPresenter& presenter, QObject* parent)
    : QObject(parent), presenter_(presenter), observer_(std::make_shared<Observer>()) {
  deliveries_.setInterval(kDeliveryMilliseconds);
  connect(&deliveries_, &QTimer::timeout, this, [this] {
    thread_.deliver();
    if (thread_.idle()) deliveries_.stop();
  });
  // Another run has another past.
  connect(&presenter_, &RunPresenter::runStarted, this, &TimeScrub::live);
}

std::vector<std::int64_t> TimeScrub::steps() const {
  const auto &a = presenter_.kept(LaneId::A), &b = presenter_.kept(LaneId::B);
  if (!a || !b || a->empty() || b->empty()) return {};
  const std::vector<std::int64_t> ofA = stepsOf(*a), ofB = stepsOf(*b);
  std::vector<std::int64_t> both;
  std::ranges::set_intersection(ofA, ofB, std::back_inserter(both));
  const auto addBeyond = [&both](const std::vector<std::int64_t>& steps, std::int64_t end) {
    std::ranges::copy_if(steps, std::back_inserter(both), [end](std::int64_t step) { return step > end; });
  };
  if (hasEnded(presenter_.snapshot(LaneId::B))) addBeyond(ofA, ofB.back());
  if (hasEnded(presenter_.snapshot(LaneId::A))) addBeyond(ofB, ofA.back());
  std::ranges::sort(both);
  return both;
}

void TimeScrub::show(std::int64_t step) {
  const std::vector<std::int64_t> all = steps();
  if (all.empty()) return;
  const auto after = std::ranges::lower_bound(all, step);
  std::int64_t nearest = after == all.end() ? all.back() : *after;
  if (after != all.begin() && after != all.end() && step - *(after - 1) < nearest - step)
    nearest = *(after - 1);
  if (step_ == nearest) return;
  step_ = nearest;
  Q_EMIT stepChanged();
  refreshPictures();
}

void TimeScrub::live() {
  if (!step_) return;
  step_.reset();
  lanes_.reset();
  lastLive_ = lastRequest_;
  Q_EMIT stepChanged();
}

void TimeScrub::refreshPictures() {
  if (!step_) return;
  const std::uint64_t request = ++lastRequest_;
  PastLanes lanes;
  lanes.step = *step_;
  for (const LaneId lane : kLanes) {
    if (!presenter_.kept(lane)) return;
    lanes.states[laneIndex(lane)] = presenter_.kept(lane)->atOrBefore(*step_);
  }
  thread_.submit(
      [this, request, observer = observer_, lanes, config = presenter_.config(),
       data = presenter_.data().dataset, view = presenter_.view(),
       query = presenter_.query()]() -> JobThread::Delivery {
        try {
          return [this, request, past = observer->observe(lanes, config, data, view, query)] {
            // One that is not the newest is shown, too, so that the tiles follow a drag; not one of before
            // a return to the run itself.
            if (!step_ || request <= lastLive_) return;
            lanes_ = past;
            Q_EMIT picturesChanged();
          };
        } catch (const std::exception& error) {
          return [this, problem = problemOf(tr("This step cannot be shown."), error)] {
            Q_EMIT failed(problem);
          };
        }
      },
      "pictures");
  deliveries_.start();
}

}  // namespace kernelscope::ui
