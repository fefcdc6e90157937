#pragma once
// Going back in the time of the present run: which steps can be shown, which one is, and what both lanes
// looked like then. Their pictures are computed on a thread of their own, by the code that computes those of
// lanes that train; the newest request wins. The run itself goes on meanwhile.

#include "engine/run/job_thread.h"
#include "engine/train/checkpoint_ring.h"
#include "engine/train/training_snapshot.h"
#include "ui/presenters/problem.h"

#include <QObject>
#include <QTimer>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace kernelscope {
class ComputePool;
}

namespace kernelscope::ui {

class RunPresenter;

// Both lanes as they were: the state at a step, or the last one of a lane that had ended before it.
struct PastLanes {
  std::int64_t step = 0;
  std::array<std::shared_ptr<const Checkpoint>, 2> states;
  std::array<std::shared_ptr<const Observation>, 2> pictures;
};

class TimeScrub final : public QObject {
  Q_OBJECT

 public:
  // The presenter must outlive it.
  explicit TimeScrub(RunPresenter& presenter, QObject* parent = nullptr);

  // Steps that both lanes can be shown at, ascending: where both have a kept state, or one has and the other
  // had ended before.
  std::vector<std::int64_t> steps() const;
  // The step asked for; none while the run itself is shown.
  std::optional<std::int64_t> step() const { return step_; }
  // Shows the nearest kept step.
  void show(std::int64_t step);
  // Shows the run itself again.
  void live();
  // Asks for the pictures of the present view.
  void refreshPictures();

  // What the tiles show: the newest step whose pictures are there. None while live, and before the first.
  const std::optional<PastLanes>& lanes() const { return lanes_; }
  bool busy() const { return !thread_.idle(); }

 Q_SIGNALS:
  void stepChanged();
  void picturesChanged();
  void failed(const kernelscope::ui::Problem& problem);

 private:
  struct Observer;

  RunPresenter& presenter_;
  std::shared_ptr<Observer> observer_;  // used by the thread alone
  std::optional<std::int64_t> step_;
  std::optional<PastLanes> lanes_;
  std::uint64_t lastRequest_ = 0, lastLive_ = 0;  // the last request, and that before the last live()
  QTimer deliveries_;
  JobThread thread_;  // last: it ends before what it uses
};

}  // namespace kernelscope::ui
