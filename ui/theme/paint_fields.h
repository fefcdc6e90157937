#pragma once
// Line edits, spin boxes and combo boxes: one frame, 2 px in the focus colour while the field has the
// keyboard.

#include <QStyleOption>

class QPainter;
class QWidget;

namespace kernelscope::ui {

class Theme;

void paintFieldPanel(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state,
                     const QWidget* widget);
void paintComboBox(QPainter& painter, const Theme& theme, const QStyleOptionComboBox& option,
                   const QWidget* widget);
void paintSpinBox(QPainter& painter, const Theme& theme, const QStyleOptionSpinBox& option,
                  const QWidget* widget);

QRect comboBoxPart(const Theme& theme, const QStyleOptionComboBox& option, QStyle::SubControl part);
QRect spinBoxPart(const Theme& theme, const QStyleOptionSpinBox& option, QStyle::SubControl part);

}  // namespace kernelscope::ui
