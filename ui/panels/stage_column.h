#pragma once
// Tiles above, chart and time scrubber below, with the height shared as the design says: tiles as wide as the
// stage allows, the chart takes the rest but at most half; when it gets tight the chart keeps its smallest
// height and the tiles shrink.

#include <QWidget>

namespace kernelscope::ui {

class ChartStrip;
class StageTiles;
class ThemeController;
class TimeScrubber;

class StageColumn final : public QWidget {
  Q_OBJECT

 public:
  explicit StageColumn(const ThemeController& theme, QWidget* parent = nullptr);

  StageTiles& tiles() { return *tiles_; }
  ChartStrip& chart() { return *chart_; }
  TimeScrubber& scrubber() { return *scrubber_; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void layParts();

  const ThemeController& theme_;
  StageTiles* tiles_;
  ChartStrip* chart_;
  TimeScrubber* scrubber_;
};

}  // namespace kernelscope::ui
