#pragma once
// A stage tile in the window: header, picture with its probe cross, lines under it. It only reports what the
// reader does with mouse and keys; what all tiles then show is decided outside. Actions added to it are its
// context menu.

#include "ui/plots/tile_content.h"
#include "ui/plots/tile_painter.h"

#include <QWidget>

namespace kernelscope::ui {

class ThemeController;

class FieldTile final : public QWidget {
  Q_OBJECT

 public:
  explicit FieldTile(const ThemeController& theme, QWidget* parent = nullptr);

  // Everything but the focus, which is the tile's own.
  void setView(const TileView& view);
  // Whether there is room for lines under the picture; there is unless this says otherwise.
  void setRowsShown(bool shown);
  // What a screen reader hears about the picture.
  void setSummary(const QString& summary);

  const TileView& view() const { return view_; }
  // Where the picture lies in the widget; empty while there is none.
  QRectF area() const;

 Q_SIGNALS:
  // The mouse came to, or clicked, a place in the picture (0..1 each way).
  void pointed(QPointF picture);
  void clicked(QPointF picture);
  // Arrow keys: by so many samples; with Ctrl the seen part by so many eighths of itself.
  void probeStepped(QPoint samples);
  void panStepped(QPoint eighths);
  // The picture was dragged by a part of itself.
  void dragged(QPointF by);
  // Wheel, + and -: by `factor` around a place in the picture.
  void zoomed(QPointF anchor, double factor);
  void fitRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Press {
    QPointF from, last;
    bool dragging = false;
  };
  TileGeometry geometryNow() const;
  const ScaledPicture& scaledSamples();

  const ThemeController& theme_;
  TileView view_;
  bool rowsShown_ = true;
  std::optional<Press> press_;
  ScaledPicture scaled_;
  struct ScaledKey {
    qint64 left = 0, right = 0;
    QSize pixels;
    PictureWindow window;
    bool operator==(const ScaledKey&) const = default;
  } scaledKey_;
};

}  // namespace kernelscope::ui
