#pragma once
// The context menus of a dialog's controls: Reset to default, Copy value, Explain. What a control is for
// stands in its tool tip; Explain shows that at the control.

#include <functional>

class QAbstractSpinBox;
class QComboBox;
class QTabBar;

namespace kernelscope::ui {

void giveDialogMenu(QComboBox& combo, int byDefault);
void giveDialogMenu(QTabBar& tabs, int byDefault);
void giveDialogMenu(QAbstractSpinBox& number, std::function<bool()> isDefault, std::function<void()> reset);

}  // namespace kernelscope::ui
