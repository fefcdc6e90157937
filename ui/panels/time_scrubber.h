#pragma once
// The line under the chart on which the reader goes back in time: a tick for every kept step, on the chart's
// own step axis, a handle, and at the right what is shown. Arrow keys go from kept step to kept step, Home to
// the first, End and Esc to the run itself.

#include "ui/widgets/marks.h"

#include <QWidget>
#include <cstdint>
#include <optional>
#include <vector>

class QToolButton;

namespace kernelscope::ui {

class CurvePlot;
class Theme;
class ThemeController;

class TimeScrubber final : public QWidget {
  Q_OBJECT

 public:
  // `axis` gives the places of the steps and must outlive it.
  TimeScrubber(const ThemeController& theme, CurvePlot& axis, QWidget* parent = nullptr);

  // The steps that can be shown, ascending, and the step that the run has reached.
  void setSteps(std::vector<std::int64_t> kept, std::int64_t head);
  const std::vector<std::int64_t>& steps() const { return kept_; }
  // What the run does: "Live", "Paused" or "Final state" stands at the right.
  void setRun(RunMark mark);
  // The step shown; none: the run itself.
  void setShown(std::optional<std::int64_t> step);
  std::optional<std::int64_t> shown() const { return shown_; }

  // The place of a step in this widget. Step 0 lies a little before the axis begins.
  double placeOf(std::int64_t step) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  // By the user: a kept step, the run itself, a new run from the step shown.
  void stepChosen(qint64 step);
  void liveChosen();
  void continueChosen();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Track {
    double begin = 0, end = 0;  // pixels: of the smallest and the largest step of the axis
  };
  Track track() const;
  void layParts();
  void choose(double x);
  void goBy(int places);
  QString runWords() const;
  void refreshWords();
  void paintTrack(QPainter& painter, const Theme& theme) const;
  void paintHandle(QPainter& painter, const Theme& theme) const;
  void paintWords(QPainter& painter, const Theme& theme) const;

  const ThemeController& theme_;
  CurvePlot& axis_;
  std::vector<std::int64_t> kept_;
  std::int64_t head_ = 0;
  RunMark mark_ = RunMark::Running;
  std::optional<std::int64_t> shown_;
  QToolButton* live_;  // its mark says what the run does
  RunMarkIcon* liveMark_;
  QToolButton* continue_;
};

}  // namespace kernelscope::ui
