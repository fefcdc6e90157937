#pragma once
// What the transport bar's speed and race do on a page that trains, and the race in words over its stage.

#include <QObject>
#include <functional>

namespace kernelscope::ui {

class ConfigModel;
class MainWindow;
class RunPresenter;
class ThemedLabel;

class ClockControls final : public QObject {
  Q_OBJECT

 public:
  // All must outlive it. `explain` shows a topic of the explain panel.
  ClockControls(MainWindow& window, ConfigModel& model, RunPresenter& presenter, ThemedLabel& raceWords,
                std::function<void(const QString& topic)> explain, QObject* parent);

  void showRace();

 private:
  void connectSpeed();
  void connectRace();

  MainWindow& window_;
  ConfigModel& model_;
  RunPresenter& presenter_;
  ThemedLabel& raceWords_;
  std::function<void(const QString& topic)> explain_;
};

}  // namespace kernelscope::ui
