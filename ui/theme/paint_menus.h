#pragma once
// Menu bar, menus and tool tips.

#include <QStyleOption>

class QPainter;
class QWidget;

namespace kernelscope::ui {

class Theme;

void paintMenuBarItem(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option);
void paintMenuItem(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option);
QSize menuItemSize(const Theme& theme, const QStyleOptionMenuItem& option);
void paintMenuPanel(QPainter& painter, const Theme& theme, const QRect& rect);
void paintToolTipPanel(QPainter& painter, const Theme& theme, const QRect& rect);

}  // namespace kernelscope::ui
