#pragma once
// The stage of the image-field page: target, lane A and lane B side by side with one probe, one colour scale
// and one readout line. Keeps the stage's side margins itself.

#include "engine/train/training_snapshot.h"
#include "ui/panels/field_view_look.h"
#include "ui/panels/stage_figure.h"
#include "ui/plots/field_image.h"

#include <QWidget>
#include <array>
#include <memory>
#include <optional>

namespace kernelscope::ui {

class FieldTile;
class ThemeController;

class StageTiles final : public QWidget {
  Q_OBJECT

 public:
  explicit StageTiles(const ThemeController& theme, QWidget* parent = nullptr);

  // Which field all tiles show. A field that an observation lacks leaves its tile empty.
  void setView(FieldView view);
  FieldView view() const { return view_; }

  // The target: name and second line of `content` ("Target", "camera 128 × 128"), the fields of the picture
  // itself (value, gradient_magnitude, laplacian), and how many pixels are trained and held out.
  void setTarget(const TileContent& content, std::shared_ptr<const Observation> fields);
  void setTargetPixels(std::int64_t trained, std::int64_t heldOut);

  // A lane; content.lane says which. Fields may be null while there are none.
  void setLane(const TileContent& content, std::shared_ptr<const Observation> fields);
  // Bars relative to the larger lane. No milliseconds until they were measured.
  void setCosts(LaneId lane, std::int64_t parameters, std::optional<double> millisecondsPerStep);

  void setProbe(QPoint sample);
  std::optional<QPoint> probe() const { return probe_; }

  // Lets the limits of the present view shrink to what is shown now; a new run begins with it.
  void fitLimits();
  FieldRange limits() const;

  // What the stage shows now, with the words in the colours of `theme`.
  StageFigure figure(const Theme& theme) const;

  // The height at which the tiles fill the width.
  int preferredHeight(int width) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void probeMoved(QPoint sample);

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
  static constexpr std::size_t kTarget = 0;
  static std::size_t tileOf(LaneId lane) { return 1 + laneIndex(lane); }

  const Field2d* fieldOf(std::size_t tile) const;
  void takeField(std::size_t tile);
  FieldImage render(std::size_t tile, const Theme& theme) const;
  void renderTile(std::size_t tile);
  void renderTiles();
  void refreshCosts();
  void layTiles();
  void refreshSummary(std::size_t tile);
  QRectF area() const;
  StageReadout readout(const Theme& theme) const;

  const ThemeController& theme_;
  FieldView view_ = FieldView::Value;
  std::array<FieldTile*, 3> tiles_{};
  std::array<std::shared_ptr<const Observation>, 3> fields_;
  std::array<GrowingLimits, kFieldViews> limits_;
  std::array<std::int64_t, 3> clipped_{};
  std::array<Costs, 2> costs_;
  std::optional<QPoint> probe_;
};

}  // namespace kernelscope::ui
