#pragma once
// The margin at the left and right of everything on the stage.

#include "ui/theme/theme.h"

#include <QWidget>

namespace kernelscope::ui {

// 3 u, and 4 u in windows from 400 u (1600 pixels at the usual size) on.
inline int stageMargin(const QWidget& widget, const Theme& theme) {
  return theme.width(widget.window()->width() >= theme.u(400) ? Width::StageMarginWide : Width::StageMargin);
}

}  // namespace kernelscope::ui
