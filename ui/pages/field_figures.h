#pragma once
// The figures that leave the image-field page: the whole stage, the row of tiles, one tile, the curves. A
// plain value, taken on the window's thread for little and painted in any thread, in print colours.

#include "ui/dialogs/export_choice.h"
#include "ui/pages/figure_caption.h"
#include "ui/pages/printed_figure.h"
#include "ui/panels/chart_readout.h"
#include "ui/panels/stage_figure.h"
#include "ui/plots/curve_figure.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QSizeF>

namespace kernelscope::ui {

class StageColumn;

struct FieldFigures {
  Theme theme;  // ThemeController::exportTheme()
  FigureCaption caption;
  StageFigure stage;
  CurveFigure chart;
  ReadoutRows readout;
};

// What the stage shows now, with the probe only where it was pinned. `shownStep`: the kept step that the
// tiles show instead of the news.
FieldFigures figuresOf(StageColumn& stage, const ExperimentConfig& config, const LaneNews& news,
                       const Theme& exportTheme, std::optional<std::int64_t> shownStep = {});

// The height of the part at a width, both in logical pixels.
double figureHeight(const FieldFigures& figures, FigurePart part, double width);

// The part as a figure by itself.
PrintedFigure printedFigure(FieldFigures figures, FigurePart part);

// Paints the part from the painter's origin. The sheet is not cleared.
void paintFigure(QPainter& painter, const FieldFigures& figures, FigurePart part, QSizeF size);

}  // namespace kernelscope::ui
