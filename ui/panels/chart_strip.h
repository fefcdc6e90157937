#pragma once
// The curves of both lanes against the step: metric tabs, a readout line, toggles, the plot. Keeps the
// stage's side margins itself; a line on top parts it from the tiles.

#include "engine/config/experiment_config.h"
#include "ui/panels/chart_readout.h"
#include "ui/panels/lane_record.h"
#include "ui/plots/curve_figure.h"
#include "ui/plots/curve_scene.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>
#include <array>
#include <cstdint>
#include <optional>

class QAbstractButton;
class QToolButton;

namespace kernelscope::ui {

class CurvePlot;
class TabBar;
class ThemeController;

class ChartStrip final : public QWidget {
  Q_OBJECT

 public:
  explicit ChartStrip(const ThemeController& theme, QWidget* parent = nullptr);

  // Empties both lanes; the step axis goes from 1 to `steps`.
  void startRun(std::int64_t steps);
  void setBudget(std::int64_t steps);
  // The lane's whole record; only rows that are new are read. A record that starts anew replaces the old.
  void setHistory(LaneId lane, const MetricHistory& history);
  // Marks the lane as diverged at a step, or takes the mark away.
  void setDivergedAt(LaneId lane, std::optional<std::int64_t> step);

  // The step that the tiles show, marked in the plot and told in the readout; none: the head of the run.
  void setShownStep(std::optional<std::int64_t> step);

  void setMetric(ChartMetric metric);
  ChartMetric metric() const { return metric_; }
  void setLogX(bool logarithmic);
  bool logX() const { return logX_; }
  void setGrid(bool shown);
  bool grid() const { return grid_; }
  void fit();

  // The values on a logarithmic axis, where the metric has one.
  void setLogValues(bool logarithmic);
  bool logValues() const { return logValues_; }

  // What the plot shows, as a value that can be painted anywhere, and the readout in the colours of `theme`.
  CurveScene scene() const;
  CurveFigure figure() const;
  ReadoutRows readout(const Theme& theme) const;

  CurvePlot* plot() const { return plot_; }
  QAbstractButton& logToggle() const;
  QAbstractButton& logValuesToggle() const;
  QAbstractButton& gridToggle() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  // The readout needs rows of its own between header and plot, or no longer does.
  void heightChanged();
  void metricChanged(kernelscope::ui::ChartMetric metric);
  void logXChanged(bool logarithmic);
  void logValuesChanged(bool logarithmic);
  void gridChanged(bool shown);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* addToggle(const QString& text, const QString& help);
  void layParts();
  void rebuildScene();
  void updateMarks();
  void queueReadout();
  void refreshReadout();
  QRectF headerRoom() const;
  QRectF readoutRect() const;
  void placeReadout();
  int readoutHeight() const;
  std::optional<double> head() const;

  const ThemeController& theme_;
  std::array<LaneRecord, 2> records_;
  std::array<std::optional<std::int64_t>, 2> divergedAt_;
  std::optional<std::int64_t> shownStep_;
  std::int64_t budget_ = 1000;
  ChartMetric metric_ = ChartMetric::Psnr;
  bool logX_ = true;
  bool logValues_ = true;
  bool grid_ = false;
  TabBar* tabs_;
  QToolButton* logToggle_;
  QToolButton* logValuesToggle_;
  QToolButton* gridToggle_;
  CurvePlot* plot_;
  QTimer readoutTimer_;
  int rowsBelow_ = 0;  // of the readout, under the header; 0: it stands in the header
};

}  // namespace kernelscope::ui
