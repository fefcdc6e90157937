#pragma once
// The past on the stage: brings TimeScrub, the scrubber, the chart's mark and the tiles together. While a
// kept step is shown the run goes on; Esc or the scrubber's button lead back to it.

#include "ui/presenters/time_scrub.h"

#include <QObject>

class QShortcut;

namespace kernelscope::ui {

class BannerHost;
class ConfigModel;
class RunDisplay;
class RunPresenter;
class StageColumn;

class TimeTravel final : public QObject {
  Q_OBJECT

 public:
  // All must outlive it.
  TimeTravel(ConfigModel& model, RunPresenter& presenter, RunDisplay& display, StageColumn& stage,
             BannerHost& banners, QObject* parent);

  TimeScrub& scrub() { return scrub_; }

 private:
  void showSteps();
  void showStep();
  void showPictures();
  void continueFromHere();

  ConfigModel& model_;
  RunPresenter& presenter_;
  RunDisplay& display_;
  StageColumn& stage_;
  BannerHost& banners_;
  TimeScrub scrub_;
  QShortcut* back_;
};

}  // namespace kernelscope::ui
