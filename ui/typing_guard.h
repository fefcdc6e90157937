#pragma once
// Keeps one-key commands (Space, N, R, L, 1 ...) away from whoever is typing: in a text field a plain key
// belongs to the field, and Space and Enter belong to a button or list that the Tab key reached.

#include <QObject>

class QKeyEvent;
class QWidget;

namespace kernelscope::ui {

class TypingGuard final : public QObject {
  Q_OBJECT

 public:
  // Watches the whole application while it lives.
  explicit TypingGuard(QObject* parent);

  // Whether the focused widget, not a command, should get this key.
  static bool belongsToWidget(const QWidget* focused, const QKeyEvent& key);

  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace kernelscope::ui
