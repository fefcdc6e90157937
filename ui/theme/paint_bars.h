#pragma once
// Sliders, scroll bars, progress bars and splitters.

#include <QStyleOption>

class QPainter;
class QWidget;

namespace kernelscope::ui {

class Theme;

// The filled part and the ring of the knob wear the colour of the `lane` property, or ink.
void paintSlider(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option,
                 const QWidget* widget);
QRect sliderPart(const Theme& theme, const QStyleOptionSlider& option, QStyle::SubControl part);

void paintScrollBar(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option);
// Groove and slider fill the bar; there are no arrows.
QRect scrollBarPart(const Theme& theme, const QStyleOptionSlider& option, QStyle::SubControl part);

void paintProgressBar(QPainter& painter, const Theme& theme, const QStyleOptionProgressBar& option);
void paintSplitter(QPainter& painter, const Theme& theme, const QStyleOption& option);

}  // namespace kernelscope::ui
