#pragma once
// A figure that can be put on paper: the words of its file, its height at a width, and how it is painted. A
// plain value, made on the window's thread, used in any.

#include "ui/theme/theme.h"

#include <QPainter>
#include <QSizeF>
#include <QString>
#include <functional>

namespace kernelscope::ui {

struct PrintedFigure {
  Theme theme;  // ThemeController::exportTheme()
  QString title, details;
  std::function<double(double width)> height;  // logical pixels
  std::function<void(QPainter& painter, QSizeF)>
      paint;  // from the painter's origin; the sheet is not cleared
};

}  // namespace kernelscope::ui
