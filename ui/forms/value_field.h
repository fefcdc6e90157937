#pragma once
// A number or text field with the habits of Blender: dragging sideways changes the value (Shift fine, Ctrl
// snaps), Ctrl and wheel steps, a click types, Enter commits, Esc cancels, a plain wheel scrolls the panel.
// It knows no numbers: whoever owns it turns steps and text into values.

#include <QLineEdit>
#include <QPoint>

namespace kernelscope::ui {

class ValueField final : public QLineEdit {
  Q_OBJECT

 public:
  explicit ValueField(QWidget* parent);

  // Whether dragging and stepping mean something (numbers).
  void setSteppable(bool steppable);
  // The text that a cancelled edit goes back to. Does not disturb typing in progress.
  void showText(const QString& text);
  bool isTyping() const { return typing_; }

 Q_SIGNALS:
  void committed(const QString& text);
  void dragStarted();
  // Steps since dragStarted, right positive.
  void dragged(double steps, Qt::KeyboardModifiers modifiers);
  void dragCancelled();
  void stepped(int steps);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  enum class Press { None, Pending, Dragging };
  void commit();
  void cancelTyping();

  bool steppable_ = false, typing_ = false;
  Press press_ = Press::None;
  QPoint pressedAt_;
  QString shown_;
};

}  // namespace kernelscope::ui
