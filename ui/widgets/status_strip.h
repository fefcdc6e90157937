#pragma once
// The line at the foot of the window: state and progress of the run, cost of both lanes, devices, and when
// the work was saved. Every cell keeps the width of its longest form, so that nothing moves while it runs.

#include "ui/widgets/marks.h"
#include "ui/widgets/surface.h"

#include <array>
#include <cstdint>
#include <optional>

class QProgressBar;

namespace kernelscope::ui {

class ThemedLabel;

// What the strip says about the run.
struct RunStatus {
  RunMark mark = RunMark::Paused;
  QString words;  // empty: the mark's own word
  std::int64_t step = 0, steps = 0;
  std::optional<double> secondsLeft;  // none: no estimate is shown
  QString progress = {};              // in place of "step / steps": "500 of 500 trials"
  bool hasBar = true;                 // without: neither bar nor percent nor estimate
};

// What the strip says about a lane.
struct LaneStatus {
  std::int64_t parameters = 0;     // trained parameters
  double millisecondsPerStep = 0;  // 0: not known yet
  std::optional<RunMark> mark;     // set when the lane is in a state of its own: Diverged
  QString words;                   // "B diverged at 191", with `mark`
  QString caption = {};            // in place of parameters and time: what the lane is
};

class StatusStrip final : public Surface {
  Q_OBJECT

 public:
  explicit StatusStrip(const ThemeController& theme, QWidget* parent = nullptr);

  void setRun(const RunStatus& status);
  void clearRun();
  void setLane(LaneId lane, const LaneStatus& status);
  void clearLane(LaneId lane);
  // "CPU 2 threads", "No GPU".
  void setDevices(const QString& cpu, const QString& gpu);
  // "Saved 10:41:07"; empty hides the cell.
  void setSaved(const QString& words);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct LaneCell {
    QWidget* cell = nullptr;
    RunMarkLabel* state = nullptr;
    LaneMark* mark = nullptr;
    ThemedLabel* parameters = nullptr;
    ThemedLabel* milliseconds = nullptr;
    bool used = false;
  };

  QWidget* addCell();
  void buildRun();
  void buildLane(LaneId lane);
  void arrange();
  int neededWidth() const;

  QWidget* runCell_ = nullptr;
  RunMarkLabel* state_ = nullptr;
  ThemedLabel* steps_ = nullptr;
  QProgressBar* bar_ = nullptr;
  ThemedLabel* percent_ = nullptr;
  ThemedLabel* eta_ = nullptr;
  std::array<LaneCell, 2> lanes_;
  ThemedLabel* cpu_ = nullptr;
  ThemedLabel* gpu_ = nullptr;
  ThemedLabel* saved_ = nullptr;
  QList<QWidget*> cells_, separators_;
  bool runUsed_ = false;
};

}  // namespace kernelscope::ui
