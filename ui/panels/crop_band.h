#pragma once
// The rubber band that cuts a rectangle out of the picture: lies over the target tile while it is in use. The
// mouse draws it; arrow keys move it, with Shift its lower right corner; Enter applies it, Esc leaves.

#include <QPoint>
#include <QRect>
#include <QSize>
#include <QWidget>
#include <optional>

namespace kernelscope::ui {

class FieldTile;
class ThemeController;

// A rectangle of a shown picture of `shown` pixels as one of the picture in the file, of which `origin` is
// shown. A picture that was made smaller on the way in gives the smallest rectangle that holds what was
// chosen.
QRect rectangleInFile(const QRect& band, QSize shown, const QRect& origin);

class CropBand final : public QWidget {
  Q_OBJECT

 public:
  // At first the middle half of what is seen.
  CropBand(const ThemeController& theme, FieldTile& tile, QSize shown, const QRect& origin);

  // In pixels of the shown picture; at least 2 x 2.
  QRect band() const { return band_; }
  QRect inFile() const { return rectangleInFile(band_, shown_, origin_); }
  // Finds the tile's picture anew after a change of size or of what is seen.
  void followTile();

 Q_SIGNALS:
  void applied(QRect inFile);
  void cancelled();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QPointF pixelAt(const QPointF& place) const;
  QRectF bandOnScreen() const;
  void setBand(const QRect& band);

  const ThemeController& theme_;
  FieldTile& tile_;
  QSize shown_;
  QRect origin_;
  QRect band_;
  std::optional<QPointF> from_;  // in pixels, while the mouse draws
};

}  // namespace kernelscope::ui
