#pragma once
// The context menu that every control with a value has: Reset to default, Copy value, Explain. A control
// says what these mean for it; the menu, the key F1 and the explain panel ask here.

#include <QString>
#include <functional>

class QMenu;
class QWidget;

namespace kernelscope::ui {

struct ValueMenu {
  QString topic = {};                      // of the explain panel: a field's pointer, or "view:laplacian"
  std::function<QString()> topicNow = {};  // where the topic depends on the value; replaces `topic`
  std::function<QString()> text = {};      // the value as people read it
  std::function<bool()> isDefault = {};    // false: Reset is offered
  std::function<void()> reset = {};
  std::function<void(const QString& topic)> explain = {};
};

// The caller owns the menu.
QMenu* makeValueMenu(const ValueMenu& menu, QWidget* parent);

// Opens the menu on right click, the menu key and Shift+F10, and notes the topic for explainTopic. A later
// menu for the same control replaces it: the page in front gives its own to controls that pages share.
void giveValueMenu(QWidget& control, const ValueMenu& menu);

// Notes what the explain panel is to say about a widget and everything inside it.
void setExplainTopic(QWidget& widget, std::function<QString()> topic);
// The topic of a widget or of the nearest one around it that has one; empty without.
QString explainTopic(const QWidget* widget);

}  // namespace kernelscope::ui
