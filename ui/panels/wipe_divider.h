#pragma once
// The handle of a wipe: a strip over the line between A and B that the mouse drags and the arrow keys move.
// The line itself belongs to the picture; this draws only its focus.

#include <QWidget>

namespace kernelscope::ui {

class FieldTile;
class ThemeController;

class WipeDivider final : public QWidget {
  Q_OBJECT

 public:
  WipeDivider(const ThemeController& theme, FieldTile& tile);

  // 0: all B, 1: all A. Also finds the tile's picture anew after a change of size.
  void setPlace(double place);
  double place() const { return place_; }

 Q_SIGNALS:
  // By the reader.
  void moved(double place);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void moveTo(double place);

  const ThemeController& theme_;
  FieldTile& tile_;
  double place_ = 0.5;
};

}  // namespace kernelscope::ui
