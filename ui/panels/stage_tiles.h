#pragma once
// The stage of the image-field page: target, lane A and lane B, side by side or compared in one larger tile,
// with one probe, one seen part, one colour scale and one readout line. Keeps the stage's side margins
// itself.

#include "ui/panels/stage_fields.h"
#include "ui/panels/stage_figure.h"

#include <QTimer>
#include <QWidget>
#include <array>
#include <memory>
#include <optional>

namespace kernelscope::ui {

class FieldTile;
class ThemeController;
class TileNavigation;
class WipeDivider;

class StageTiles final : public QWidget {
  Q_OBJECT

 public:
  explicit StageTiles(const ThemeController& theme, QWidget* parent = nullptr);

  // Which field all tiles show. A field that an observation lacks leaves its tile empty.
  void setView(FieldView view);
  FieldView view() const { return fields_.view(); }

  void setMode(StageMode mode);
  StageMode mode() const { return mode_; }
  // Shows one source in every tile while it is held; nothing goes back to the mode.
  void setHeld(std::optional<StageSource> held);
  std::optional<StageSource> held() const { return held_; }
  // Where the wipe divides: 0 all B, 1 all A.
  void setDivider(double place);
  double divider() const { return divider_; }
  // The lane that Blink shows now. It changes every second; by a click or Enter where motion is reduced.
  LaneId blinkLane() const { return blinkLane_; }

  // The target: name and second line of `content` ("Target", "camera 128 × 128"), the fields of the picture
  // itself (value, gradient_magnitude, laplacian, spectrum), and how many pixels are trained and held out.
  void setTarget(const TileContent& content, std::shared_ptr<const Observation> fields);
  void setTargetPixels(std::int64_t trained, std::int64_t heldOut);

  // A lane; content.lane says which. Fields may be null while there are none.
  void setLane(const TileContent& content, std::shared_ptr<const Observation> fields);
  // Bars relative to the larger lane. No milliseconds until they were measured.
  void setCosts(LaneId lane, std::int64_t parameters, std::optional<double> millisecondsPerStep);
  // The points per pixel and axis that the lanes were asked for; said beside the scale.
  void setQueryWanted(int pointsPerPixel);

  // A pixel of the picture.
  void setProbe(QPoint pixel);
  std::optional<QPoint> probe() const;
  TileNavigation& navigation() { return *navigation_; }

  // Lets the limits of the present view shrink to what is shown now; a new run begins with it.
  void fitLimits();
  FieldRange limits() const { return fields_.limits(); }
  // The whole picture in every tile.
  void fitPicture();

  // The tile at a place: 0 is the target, then A and B, or at 1 the tile of both.
  FieldTile& tile(std::size_t place) { return *tiles_[place]; }

  // "Probe (71, 31), target 0.62, A 0.60, B 0.63".
  QString probeWords();

  // What the stage shows now, with the words in the colours of `theme`. tiles are always target, A and B.
  StageFigure figure(const Theme& theme);

  // The height at which the tiles fill the width.
  int preferredHeight(int width) const;
  // What they use of a height that is there.
  int heightWithin(int width, int height) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void probeMoved(QPoint pixel);
  // Another mode wants another height.
  void modeChanged();
  // The tiles' places, or what they show, are new.
  void tilesChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Costs {
    std::int64_t parameters = 0;
    std::optional<double> milliseconds;
  };
  TileView& source(StageSource source) { return sources_[sourceIndex(source)]; }
  bool compares() const { return mode_ != StageMode::Tiles; }
  bool blinksByHand() const;
  std::size_t tileCount() const { return compares() ? 2 : 3; }

  void takeFields(StageSource source, std::shared_ptr<const Observation> fields);
  void renderSource(StageSource source);
  void renderAll();
  TileView sourceView(StageSource source, const Theme& theme);
  TileView comparedView(const Theme& theme);
  TileView shownView(std::size_t place, const Theme& theme);
  TileView withNavigation(TileView view) const;
  QImage differencePicture(const Theme& theme);
  QString differenceSteps() const;
  void refresh();
  void refreshCosts();
  void changeBlinkLane();
  void restartBlink();
  void layTiles();
  QRectF area() const;
  StageReadout readout(const Theme& theme);

  const ThemeController& theme_;
  StageFields fields_;
  StageMode mode_ = StageMode::Tiles;
  std::optional<StageSource> held_;
  LaneId blinkLane_ = LaneId::A;
  QTimer blinkTimer_;
  double divider_ = 0.5;
  int queryWanted_ = 1;
  TileNavigation* navigation_;
  std::array<FieldTile*, 3> tiles_{};
  WipeDivider* dividerHandle_ = nullptr;
  std::array<TileView, 3> sources_;  // content, rows, samples; by sourceIndex
  std::array<std::int64_t, 3> clipped_{};
  QImage differenceImage_;
  bool differenceStale_ = true;
  std::array<Costs, 2> costs_;
};

}  // namespace kernelscope::ui
