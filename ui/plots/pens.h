#pragma once
// Lines on whole device pixels at every screen ratio, and the helpers that plots and tiles share.

#include "ui/theme/theme.h"

#include <QColor>
#include <QPen>

class QPainter;

namespace kernelscope::ui {

// The device pixels per logical pixel of what `painter` draws on; its own scaling counts.
double deviceRatio(const QPainter& painter);

// max(1, round(width x ratio)) device pixels, in logical pixels.
double wholePixelWidth(double logicalWidth, double deviceRatio);

// A solid pen of that width with flat ends.
QPen linePen(const QPainter& painter, const QColor& colour, double logicalWidth);

// The colour of words about a series: the lane's text colour, or the series' own.
QColor seriesTextColour(const Theme& theme, int series);

// Bold at the size of small text.
QFont boldSmallFont(const Theme& theme);

}  // namespace kernelscope::ui
