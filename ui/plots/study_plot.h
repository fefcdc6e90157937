#pragma once
// A StudyChart in the window: hover with snapping to what was measured, a click chooses, wheel and drag
// magnify, Home or a double click show all again. Keys: arrows move the cursor, Enter chooses.

#include "ui/plots/study_chart.h"

#include <QPixmap>
#include <QWidget>
#include <optional>
#include <vector>

namespace kernelscope::ui {

class ThemeController;

class StudyPlot final : public QWidget {
  Q_OBJECT

 public:
  explicit StudyPlot(const ThemeController& theme, QWidget* parent = nullptr);

  // Replaces what is shown. A magnified part stays, unless the axes' kinds changed.
  void setChart(StudyChart chart);
  const StudyChart& chart() const { return chart_; }
  // Where the cursor can stand, ascending: what was measured. Empty: there is no cursor.
  void setStops(std::vector<double> stops);
  const std::vector<double>& stops() const { return stops_; }

  std::optional<double> cursor() const { return cursor_; }
  void setCursor(std::optional<double> x);
  void fit();
  bool isZoomed() const { return zoomed_.has_value(); }
  PlotFrame frame() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  // The place under the mouse or the arrow keys; none when the mouse left.
  void cursorMoved(std::optional<double> x);
  // A click or Enter at a place.
  void chosen(double x);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct View {
    AxisRange x, y;
  };
  struct Press {
    QPointF from;
    bool dragging = false;
  };
  StudyChart shown() const;
  QPointF toData(const QPointF& place) const;
  std::optional<double> snapped(double x) const;
  std::optional<std::size_t> bandAt(const QPointF& place) const;
  void moveCursor(std::optional<double> x);
  void stepCursor(int direction);
  void show(const View& view);
  void zoom(const QPointF& anchor, double factorX, double factorY);
  void repaintChart();

  const ThemeController& theme_;
  StudyChart chart_;
  std::vector<double> stops_;
  std::optional<View> zoomed_;
  std::optional<double> cursor_;
  std::optional<Press> press_;
  std::optional<QRectF> box_;
  bool focusShown_ = false;
  QPixmap drawn_;
};

}  // namespace kernelscope::ui
