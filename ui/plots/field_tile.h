#pragma once
// A stage tile in the window: header, picture with its probe cross, lines under it.

#include "ui/plots/tile_content.h"
#include "ui/plots/tile_painter.h"

#include <QWidget>

namespace kernelscope::ui {

class ThemeController;

class FieldTile final : public QWidget {
  Q_OBJECT

 public:
  explicit FieldTile(const ThemeController& theme, QWidget* parent = nullptr);

  // The probe of the tile stays where it is.
  void setContent(const TileContent& content);
  void setSamples(const QImage& samples);
  void setRows(std::vector<TileRow> rows);
  void setProbe(std::optional<QPoint> sample);
  // What a screen reader hears about the picture.
  void setSummary(const QString& summary);

  const TileView& view() const { return view_; }

 Q_SIGNALS:
  // The mouse or the arrow keys chose a sample (column, row).
  void probeMoved(QPoint sample);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  TileGeometry geometryNow() const;
  void probeAt(const QPointF& place);
  const QImage& scaledSamples(double deviceRatio);

  const ThemeController& theme_;
  TileView view_;
  QImage scaled_;
  qint64 scaledKey_ = 0;
};

}  // namespace kernelscope::ui
