#pragma once
// Context menus and explanations of controls that belong to no form: tabs, toggles, the seed. Each is a
// value with a default, like a row of the set-up.

#include <QString>
#include <QStringList>
#include <functional>

class QAbstractButton;
class QTabBar;

namespace kernelscope::ui {

class DocumentModel;
class TransportBar;

using Explainer = std::function<void(const QString& topic)>;

// `topics`: one for each tab. The first tab is the default; choosing a tab explains it.
void giveTabMenu(QTabBar& tabs, const QStringList& topics, const Explainer& explain,
                 const Explainer& touched);

void giveToggleMenu(QAbstractButton& toggle, const QString& topic, bool byDefault, const Explainer& explain);

void giveSeedMenu(TransportBar& transport, DocumentModel& model, const Explainer& explain);

}  // namespace kernelscope::ui
