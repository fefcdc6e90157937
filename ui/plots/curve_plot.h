#pragma once
// Curves against steps: hover with snapping, zoom with the wheel or a dragged box, pan with Shift or the
// middle button, Home or a double click to fit. A click places cursor A, a click with Shift cursor B; Enter
// and Shift+Enter do the same by key, arrows move the cursor placed last, Esc takes both away. Any number of
// points stays fluent.

#include "ui/plots/curve_scene.h"
#include "ui/theme/theme.h"

#include <QWidget>
#include <optional>

namespace kernelscope::ui {

class PlotCanvas;
class ThemeController;

class CurvePlot final : public QWidget {
  Q_OBJECT

 public:
  explicit CurvePlot(const ThemeController& theme, QWidget* parent = nullptr);

  // Replaces everything but the reader's cursors and fits. The curves' data are shared: the owner appends and
  // calls dataChanged().
  void setScene(CurveScene scene);
  // Replaces what is shown but not what part of it: ranges only grow.
  void updateScene(CurveScene scene);
  const CurveScene& scene() const { return scene_; }
  // Points were appended; the axes grow if they must. Queued: many calls cost one replot.
  void dataChanged();
  void setHead(std::optional<double> head);
  void setStops(std::vector<CurveStop> stops);
  void setXRange(const AxisRange& range);
  void setLogX(bool logarithmic);
  void setVerticalGrid(bool shown);

  // Shows everything again; the value axis may shrink now.
  void fit();
  // Magnifies round a point given in data coordinates; factors above 1 show less.
  void zoom(double anchorX, double factorX, double anchorY, double factorY);
  void pan(double fromX, double toX, double fromY, double toY);
  bool isZoomed() const { return zoomed_.has_value(); }
  AxisRange xShown() const;
  AxisRange yShown() const;
  // Replots now instead of with the next pass of the event loop. Milliseconds it took.
  double replotNow();

  // The place of a step in this widget, in pixels; it lies outside the axes where the step is not shown.
  double xPixel(double step) const;
  // The solid line at the step that the tiles show; none while they show the run itself.
  void setShownStep(std::optional<double> step);

  // The dotted line. Moving the mouse over the plot moves it too.
  void setCursor(std::optional<double> x);
  std::optional<double> cursor() const { return cursor_; }

  // The reader's cursors; placed by the reader they stand on recorded steps.
  void setReaders(const ReaderCursors& readers);
  const ReaderCursors& readers() const { return scene_.cursors; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  // The recorded step nearest to the mouse or the arrow keys; no value when the mouse left.
  void cursorMoved(std::optional<double> x);
  void readersChanged();
  // Axes or curves were drawn again.
  void replotted();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  enum class Drag { None, Box, Pan };
  struct View {
    AxisRange x, y;
  };
  View fittedView();
  void show(const View& view);
  void applyRanges();
  void takeScene(CurveScene scene);
  void moveCursor(std::optional<double> x);
  void stepCursor(int direction, int count);
  void placeReader(std::size_t reader, double x);
  void takeReader(std::size_t reader);
  std::optional<double> nextStep(double from, int direction) const;
  std::optional<double> snapped(double x) const;
  void panBy(double shareX, double shareY);
  bool escape();
  void zoomToBox(const QRectF& box);
  QPointF toData(const QPointF& pixel) const;

  const ThemeController& theme_;
  PlotCanvas* canvas_;
  CurveScene scene_;
  std::optional<AxisRange> grown_;  // the value range shown so far, which only grows
  std::optional<View> zoomed_;      // what the reader chose to see
  std::optional<double> cursor_;
  std::optional<std::size_t> inHand_;  // the reader's cursor that arrows move
  ReaderCursors readersBefore_;        // as they were before the last click
  Drag drag_ = Drag::None;
  bool dragged_ = false;  // the mouse went further than a click does
  QPointF dragFrom_;
};

}  // namespace kernelscope::ui
