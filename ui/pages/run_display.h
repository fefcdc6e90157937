#pragma once
// Brings a run's news to the widgets that show it: tiles, chart, status strip, transport, facts beside the
// set-up, banners. Pictures are shown as they come, numbers at most ten times a second.

#include "ui/pages/run_words.h"

#include <QObject>
#include <QTimer>
#include <array>

namespace kernelscope::ui {

class BannerHost;
class ChartStrip;
class CommandRegistry;
class ExplainPanel;
class SetUpPanel;
class StageTiles;
class StatusStrip;
class TransportBar;

class RunDisplay final : public QObject {
  Q_OBJECT

 public:
  struct Widgets {
    StageTiles& tiles;
    ChartStrip& chart;
    SetUpPanel& setUp;
    ExplainPanel& explain;
    BannerHost& banners;
    TransportBar& transport;
    StatusStrip& status;
    CommandRegistry& commands;
  };

  // All must outlive the display.
  RunDisplay(RunPresenter& presenter, const Widgets& widgets, QObject* parent);

  // Chooses what the tiles show. They change when both lanes have pictures of it, so that none goes blank.
  void setView(FieldView view);
  LaneNews news() const;
  // Transport bar and status strip are shared with other pages: told only while this one is in front.
  void setInFront(bool inFront);
  // While held, tiles show what somebody else gives them: the past. All else goes on.
  void setTilesHeld(bool held);

 private:
  void showData();
  void beginRun(bool aFromSeed, bool bFromSeed);
  void takeLane(LaneId lane);
  void showNumbers();
  void showLane(LaneId lane);
  void showPhase();
  void showStatus();
  void showFacts();
  void showPendingView();
  bool hasPicturesOf(FieldView view) const;
  std::shared_ptr<const Observation> pictureToShow(LaneId lane);

  RunPresenter& presenter_;
  Widgets widgets_;
  QTimer numbersTimer_, viewTimer_;
  std::optional<FieldView> pendingView_;
  std::array<std::shared_ptr<const Observation>, 2> shown_;  // pictures in the tiles
  std::array<double, 2> millisecondsPerStep_{};  // last measured; a lane that waits for the other has none
  bool inFront_ = true;
  bool tilesHeld_ = false;
  bool fitPending_ = false;  // the limits are to fit the first pictures of a new run
};

}  // namespace kernelscope::ui
