#pragma once
// What all tiles of the stage share while a reader looks around: the part of the picture that is seen and the
// probe. The probe is a sample of the finest grid shown, so its place is exact also between pixels.

#include "ui/plots/picture_window.h"

#include <QObject>
#include <QPoint>
#include <optional>

namespace kernelscope::ui {

class FieldTile;

class TileNavigation final : public QObject {
  Q_OBJECT

 public:
  explicit TileNavigation(QObject* parent) : QObject(parent) {}

  // Takes mouse and keys of a tile.
  void follow(FieldTile& tile);

  // The picture's pixels, and the samples per pixel and axis. Another picture is seen whole, with the probe
  // in its middle; more or fewer samples leave the probe where it is.
  void setGrid(QSize pixels, int samplesPerPixel);
  QSize pixels() const { return pixels_; }
  int samplesPerPixel() const { return perPixel_; }

  const PictureWindow& window() const { return window_; }
  void setWindow(const PictureWindow& window);
  void fit() { setWindow({}); }

  // A pixel of the picture; between pixels, the sample nearest to its centre.
  void setProbe(QPoint pixel);
  // The pixel under the probe.
  std::optional<QPoint> probePixel() const;
  // Its sample of the finest grid, its place in the picture (0..1), and its exact position in pixels, which
  // is a whole number at a pixel's centre.
  std::optional<QPoint> probeSample() const { return probe_; }
  std::optional<QPointF> probePlace() const;
  std::optional<QPointF> probePosition() const;
  // A pinned probe does not follow the mouse. A click pins it, a click on the pinned sample lets it go.
  bool pinned() const { return pinned_; }
  // Whether clicks do so.
  void setPinsByClick(bool pins) { pinsByClick_ = pins; }

 Q_SIGNALS:
  void windowChanged();
  void probeChanged();

 private:
  QSize samples() const { return pixels_ * perPixel_; }
  QPoint sampleAt(const QPointF& place) const;
  void moveProbe(QPoint sample);
  void click(const QPointF& place);
  void step(const QPointF& by);

  QSize pixels_;
  int perPixel_ = 1;
  PictureWindow window_;
  std::optional<QPoint> probe_;
  bool pinned_ = false;
  bool pinsByClick_ = true;
};

}  // namespace kernelscope::ui
