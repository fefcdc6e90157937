#pragma once
// The figures that leave the image-field page: the whole stage, one tile, the curves. Drawn in the colours
// of the export theme at twice the window's resolution.

#include "ui/panels/stage_figure.h"
#include "ui/plots/curve_scene.h"
#include "ui/plots/text_segments.h"

#include <QImage>
#include <filesystem>
#include <vector>

namespace kernelscope::ui {

class StageColumn;

enum class FigurePart { Page, Target, LaneA, LaneB, Chart };

struct FieldFigures {
  StageFigure stage;
  CurveScene chart;
};

// What the stage shows now, with the words in the colours of `theme`.
FieldFigures figuresOf(StageColumn& stage, const Theme& theme);

QImage drawFigure(const FieldFigures& figures, FigurePart part, const Theme& theme);

// Whole or not at all. Throws IoError.
void savePng(const QImage& image, const std::filesystem::path& file);

}  // namespace kernelscope::ui
