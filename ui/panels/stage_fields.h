#pragma once
// What the stage shows as numbers: the fields of target and lanes in the present view, the limits that they
// share, and lane A minus lane B with limits of its own. No widgets; pictures are made for any theme.

#include "engine/observe/field_difference.h"
#include "engine/train/training_snapshot.h"
#include "ui/panels/field_view_look.h"
#include "ui/panels/stage_mode.h"
#include "ui/plots/field_image.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <array>
#include <memory>

namespace kernelscope::ui {

class StageFields final {
 public:
  StageFields();

  void setView(FieldView view);
  FieldView view() const { return view_; }

  // The newest fields of a source. Whether the shared limits grew, so that all pictures are to be drawn anew.
  bool take(StageSource source, std::shared_ptr<const Observation> fields);
  const std::shared_ptr<const Observation>& observation(StageSource source) const {
    return fields_[sourceIndex(source)];
  }
  // Null while a source has none of this view. Beside the errors the target is the picture itself.
  const Field2d* field(StageSource source) const;

  // Pixels of the target; empty before it is there.
  QSize pixels() const;
  // Samples per pixel and axis of what the lanes show: 1, 2 or 4.
  int samplesPerPixel() const;

  FieldRange limits() const;
  FieldRange differenceLimits() const;
  // The limits shrink to what is shown now.
  void fitLimits();

  FieldImage picture(StageSource source, const Theme& theme) const;
  ColorMap map(const Theme& theme) const;
  // A minus B; an empty field while one is missing or they are of two sizes. Computed when it is asked for.
  const FieldDifference& difference();
  FieldImage differencePicture(const Theme& theme);

 private:
  bool isPictureBesideErrors(StageSource source) const;
  bool decidesLimits(StageSource source) const;

  FieldView view_ = FieldView::Value;
  std::array<std::shared_ptr<const Observation>, 3> fields_;
  std::array<GrowingLimits, kFieldViews> limits_, differenceLimits_;
  FieldDifference difference_;
  bool differenceKnown_ = false;
};

// How missing samples are drawn in a theme.
MissingColors missingColors(const Theme& theme);

}  // namespace kernelscope::ui
