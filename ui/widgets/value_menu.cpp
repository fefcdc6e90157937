#include "ui/widgets/value_menu.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QObject>
#include <QWidget>

namespace kernelscope::ui {
namespace {

// Rides on a widget as a child and carries its topic.
class TopicNote final : public QObject {
 public:
  TopicNote(QWidget& widget, std::function<QString()> topic) : QObject(&widget), topic_(std::move(topic)) {
    setObjectName(QStringLiteral("explain-topic"));
  }
  QString topic() const { return topic_(); }

 private:
  std::function<QString()> topic_;
};

QString tr(const char* text) {
  return QCoreApplication::translate("kernelscope::ui::ValueMenu", text);
}

const TopicNote* noteOf(const QWidget& widget) {
  return dynamic_cast<const TopicNote*>(
      widget.findChild<QObject*>(QStringLiteral("explain-topic"), Qt::FindDirectChildrenOnly));
}

QString topicOf(const ValueMenu& menu) {
  return menu.topicNow ? menu.topicNow() : menu.topic;
}

}  // namespace

QMenu* makeValueMenu(const ValueMenu& menu, QWidget* parent) {
  auto* shown = new QMenu(parent);
  QAction* reset = shown->addAction(tr("Reset to default"), parent, menu.reset);
  reset->setEnabled(!menu.isDefault());
  shown->addAction(tr("Copy value"), parent,
                   [text = menu.text] { QGuiApplication::clipboard()->setText(text()); });
  shown->addAction(tr("Explain"), parent, [menu] { menu.explain(topicOf(menu)); });
  return shown;
}

void giveValueMenu(QWidget& control, const ValueMenu& menu) {
  setExplainTopic(control, [menu] { return topicOf(menu); });
  control.setContextMenuPolicy(Qt::CustomContextMenu);
  // The note goes when the control is given another menu, and its connection with it.
  QObject::connect(&control, &QWidget::customContextMenuRequested, noteOf(control),
                   [&control, menu](const QPoint& place) {
                     QMenu* shown = makeValueMenu(menu, &control);
                     shown->setAttribute(Qt::WA_DeleteOnClose);
                     shown->popup(control.mapToGlobal(place));
                   });
}

void setExplainTopic(QWidget& widget, std::function<QString()> topic) {
  delete noteOf(widget);
  new TopicNote(widget, std::move(topic));
}

QString explainTopic(const QWidget* widget) {
  for (; widget != nullptr; widget = widget->parentWidget()) {
    if (const TopicNote* note = noteOf(*widget)) return note->topic();
  }
  return {};
}

}  // namespace kernelscope::ui
