#include "ui/dialogs/dialog_menus.h"

#include "ui/widgets/value_menu.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QTabBar>
#include <QWhatsThis>
#include <utility>

namespace kernelscope::ui {

namespace {

void give(QWidget& control, ValueMenu menu) {
  menu.topic = QStringLiteral("dialog:") + control.accessibleName();
  menu.explain = [&control](const QString&) {
    QWhatsThis::showText(control.mapToGlobal(control.rect().bottomLeft()), control.toolTip(), &control);
  };
  giveValueMenu(control, menu);
}

}  // namespace

void giveDialogMenu(QComboBox& combo, int byDefault) {
  ValueMenu menu;
  menu.text = [&combo] { return combo.currentText(); };
  menu.isDefault = [&combo, byDefault] { return combo.currentIndex() == byDefault; };
  menu.reset = [&combo, byDefault] { combo.setCurrentIndex(byDefault); };
  give(combo, menu);
}

void giveDialogMenu(QTabBar& tabs, int byDefault) {
  ValueMenu menu;
  menu.text = [&tabs] { return tabs.tabText(tabs.currentIndex()); };
  menu.isDefault = [&tabs, byDefault] { return tabs.currentIndex() == byDefault; };
  menu.reset = [&tabs, byDefault] { tabs.setCurrentIndex(byDefault); };
  give(tabs, menu);
}

void giveDialogMenu(QAbstractSpinBox& number, std::function<bool()> isDefault, std::function<void()> reset) {
  ValueMenu menu;
  menu.text = [&number] { return number.text(); };
  menu.isDefault = std::move(isDefault);
  menu.reset = std::move(reset);
  give(number, menu);
}

}  // namespace kernelscope::ui
