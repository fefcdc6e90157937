#pragma once
// The figures that leave the kernel-error page: curves, matrices, estimates, spectrum, in print colours.
// Plain values, taken on the window's thread and painted in any.

#include "ui/dialogs/export_choice.h"
#include "ui/pages/printed_figure.h"

namespace kernelscope::ui {

class KernelErrorStage;

// Page: curves with the matrices below; Chart, Tiles (matrices and histogram), Estimates, Spectrum: as the
// stage shows them now, with its toggles and its chosen method. A preview's figures say so.
PrintedFigure kernelErrorFigure(const KernelErrorStage& stage, FigurePart part, const Theme& exportTheme);

}  // namespace kernelscope::ui
