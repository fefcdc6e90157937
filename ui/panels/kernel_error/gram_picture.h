#pragma once
// The row of Gram matrices as plain values: exact, estimate, difference with one zero-centred scale, their
// words and the readout of a cell. Painted in the window and on paper.

#include "engine/analysis/kernel_error/gram_fields.h"
#include "ui/panels/kernel_error/study_names.h"
#include "ui/panels/stage_figure.h"
#include "ui/plots/study_chart.h"

#include <QPoint>
#include <array>
#include <optional>

namespace kernelscope::ui {

struct GramPicture {
  std::array<TileView, 3> tiles;  // exact, estimate, difference
  FieldRange limits;
  std::int64_t beyond = 0;  // cells of estimate and difference beyond the limits
  QSize cells;              // columns x rows; empty without matrices
};

// Of the method at `place`. The limits are those of the exact matrix, rounded up.
GramPicture gramPicture(const KernelStudy& study, std::size_t place, const Theme& theme);

// The colour bar's line; `cell` is column and row.
StageReadout gramReadout(const KernelStudy& study, std::size_t place, const GramPicture& picture,
                         std::optional<QPoint> cell, const Theme& theme);

// Estimates of the first pair at the shown m, every method over the same bins, the exact value marked.
// `small`: without numbers at the left and labels at the right.
StudyChart histogramChart(const KernelStudy& study, bool small);

// "500 trials, m = 128".
QString histogramWords(const KernelStudy& study);

}  // namespace kernelscope::ui
