#pragma once
// The marks that stand for a lane and for a run's state. A state is always a shape, a colour and a word.

#include "ui/theme/theme.h"

#include <QWidget>

class QPainter;

namespace kernelscope::ui {

class ThemeController;
class ThemedLabel;

enum class RunMark { Running, Paused, Finished, Diverged, Warning, Notice };

// "Running", "Paused", ... translated; empty for Notice.
QString runMarkWord(RunMark mark);
Colour runMarkColour(RunMark mark);
void paintRunMark(QPainter& painter, const Theme& theme, const QRectF& rect, RunMark mark);

// Lane A: solid line with a disc. Lane B: dashed line with a diamond. Centred in `rect`.
void paintLaneMark(QPainter& painter, const Theme& theme, const QRectF& rect, LaneId lane);
// The same for any series of the table: 0 and 1 are the lanes.
void paintSeriesMark(QPainter& painter, const Theme& theme, const QRectF& rect, int series);
// "A", "B", "C", ...: what the series of a comparison are called.
QString seriesLetter(int series);
// One marker of the series table, `size` pixels across, filled with `fill` (invalid: open) and outlined.
void paintMarker(QPainter& painter, Marker marker, const QPointF& centre, qreal size, const QColor& outline,
                 const QColor& fill);

class SeriesMark : public QWidget {
  Q_OBJECT

 public:
  SeriesMark(const ThemeController& theme, int series, QWidget* parent = nullptr);
  void setSeries(int series);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
  int series_;
};

class LaneMark final : public SeriesMark {
  Q_OBJECT

 public:
  LaneMark(const ThemeController& theme, LaneId lane, QWidget* parent = nullptr);
};

class RunMarkIcon final : public QWidget {
  Q_OBJECT

 public:
  RunMarkIcon(const ThemeController& theme, RunMark mark, Height size = Height::IconMark,
              QWidget* parent = nullptr);
  void setMark(RunMark mark);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
  RunMark mark_;
  Height size_;
};

// Mark and word.
class RunMarkLabel final : public QWidget {
  Q_OBJECT

 public:
  RunMarkLabel(const ThemeController& theme, RunMark mark, FontRole font = FontRole::Body,
               QWidget* parent = nullptr);
  // `words` replaces the mark's own word: "A running", "B diverged at 191".
  void setMark(RunMark mark, const QString& words = {});
  QString words() const;

 private:
  RunMarkIcon* icon_;
  ThemedLabel* label_;
};

}  // namespace kernelscope::ui
