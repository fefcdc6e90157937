#include "ui/pages/control_menus.h"

#include "ui/models/document_model.h"
#include "ui/widgets/transport_bar.h"
#include "ui/widgets/value_menu.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>
#include <QTabBar>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr auto kSeed = "/seed";

QString onOrOff(bool on) {
  return on ? QCoreApplication::translate("kernelscope::ui::ControlMenus", "on")
            : QCoreApplication::translate("kernelscope::ui::ControlMenus", "off");
}

}  // namespace

void giveTabMenu(QTabBar& tabs, const QStringList& topics, const Explainer& explain,
                 const Explainer& touched) {
  const auto topic = [&tabs, topics] { return topics.value(std::max(0, tabs.currentIndex())); };
  ValueMenu menu;
  menu.topicNow = topic;
  menu.text = [&tabs] { return tabs.tabText(tabs.currentIndex()); };
  menu.isDefault = [&tabs] { return tabs.currentIndex() <= 0; };
  menu.reset = [&tabs] { tabs.setCurrentIndex(0); };
  menu.explain = explain;
  giveValueMenu(tabs, menu);
  QObject::connect(&tabs, &QTabBar::tabBarClicked, &tabs, [topics, touched](int tab) {
    if (tab >= 0) touched(topics.value(tab));
  });
}

void giveToggleMenu(QAbstractButton& toggle, const QString& topic, bool byDefault, const Explainer& explain) {
  ValueMenu menu;
  menu.topic = topic;
  menu.text = [&toggle] { return onOrOff(toggle.isChecked()); };
  menu.isDefault = [&toggle, byDefault] { return toggle.isChecked() == byDefault; };
  menu.reset = [&toggle, byDefault] { toggle.setChecked(byDefault); };
  menu.explain = explain;
  giveValueMenu(toggle, menu);
}

void giveSeedMenu(TransportBar& transport, DocumentModel& model, const Explainer& explain) {
  ValueMenu menu;
  menu.topic = QString::fromLatin1(kSeed);
  menu.text = [&transport] { return transport.seedField()->text(); };
  menu.isDefault = [&model] { return model.state(kSeed).isDefault; };
  menu.reset = [&model] { model.resetValue(kSeed); };
  menu.explain = explain;
  giveValueMenu(*transport.seedField(), menu);
}

}  // namespace kernelscope::ui
