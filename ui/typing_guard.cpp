#include "ui/typing_guard.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace kernelscope::ui {

namespace {

bool takesText(const QWidget* widget) {
  if (const auto* line = qobject_cast<const QLineEdit*>(widget)) return !line->isReadOnly();
  if (const auto* box = qobject_cast<const QComboBox*>(widget)) return box->isEditable();
  if (const auto* text = qobject_cast<const QTextEdit*>(widget)) return !text->isReadOnly();
  if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget)) return !text->isReadOnly();
  return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
}

bool editsText(const QKeyEvent& key) {
  if (!key.text().isEmpty() && key.text().at(0).isPrint()) return true;
  switch (key.key()) {
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
      return true;
    default:
      return false;
  }
}

}  // namespace

TypingGuard::TypingGuard(QObject* parent) : QObject(parent) {
  qApp->installEventFilter(this);
}

bool TypingGuard::belongsToWidget(const QWidget* focused, const QKeyEvent& key) {
  if (!focused || (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
    return false;
  if (takesText(focused)) return editsText(key);
  const bool presses =
      key.key() == Qt::Key_Space || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
  return presses &&
         (qobject_cast<const QAbstractButton*>(focused) || qobject_cast<const QComboBox*>(focused));
}

bool TypingGuard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType() &&
      belongsToWidget(QApplication::focusWidget(), *static_cast<QKeyEvent*>(event))) {
    event->accept();
    return true;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace kernelscope::ui
