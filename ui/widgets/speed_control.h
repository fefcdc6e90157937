#pragma once
// The speed of a run: a slider from one step a second to as fast as the machine can, at its right end. Slower
// is for looking; the results do not depend on it.

#include <QWidget>

class QSlider;

namespace kernelscope::ui {

class ThemeController;
class ThemedLabel;

class SpeedControl final : public QWidget {
  Q_OBJECT

 public:
  explicit SpeedControl(const ThemeController& theme, QWidget* parent = nullptr);

  // Steps a second; 0: as fast as they can.
  double stepsPerSecond() const;
  // By so many places of the slider.
  void changeBy(int places);
  void reset();
  // One step a second, and back to the pace before.
  void toggleSlowMotion();
  bool isDefault() const;
  QString text() const;
  // Whether the word beside the slider is shown.
  void setLabelShown(bool shown);
  QSlider* slider() const { return slider_; }

 signals:
  void paceChosen(double stepsPerSecond);

 private:
  void show();

  ThemedLabel* label_;
  QSlider* slider_;
  ThemedLabel* value_;
  int placeBeforeSlow_ = -1;  // none: not in slow motion
};

}  // namespace kernelscope::ui
