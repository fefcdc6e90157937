#pragma once
// Tabs, rows of lists, table headers and plain frames.

#include <QStyleOption>

class QPainter;
class QWidget;

namespace kernelscope::ui {

class Theme;

void paintTab(QPainter& painter, const Theme& theme, const QStyleOptionTab& option);
// Surface of a row, and the ink bar of the selected one.
void paintRow(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option);
void paintHeaderSection(QPainter& painter, const Theme& theme, const QStyleOptionHeader& option);
void paintBranch(QPainter& painter, const Theme& theme, const QStyleOption& option);
void paintFrame(QPainter& painter, const Theme& theme, const QRect& rect);
// A QFrame used as a dividing line; false if it is none.
bool paintDivider(QPainter& painter, const Theme& theme, const QStyleOptionFrame& option);

}  // namespace kernelscope::ui
