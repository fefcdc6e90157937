#include "ui/forms/value_field.h"

#include "ui/forms/wheel_steps.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <cstdlib>
#include <utility>

namespace kernelscope::ui {
namespace {

constexpr double kStepsPerCharacter = 1.0;  // a drag as wide as one digit is one step

}  // namespace

ValueField::ValueField(QWidget* parent) : QLineEdit(parent) {
  setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  connect(this, &QLineEdit::textEdited, this, [this] { typing_ = true; });
}

void ValueField::setSteppable(bool steppable) {
  steppable_ = steppable;
  setCursor(steppable ? Qt::SizeHorCursor : Qt::IBeamCursor);
  // Qt gives the focus before the press arrives; here a click focuses when it turns out not to be a drag.
  setFocusPolicy(steppable ? Qt::TabFocus : Qt::StrongFocus);
}

void ValueField::showText(const QString& text) {
  shown_ = text;
  if (typing_) return;
  if (QLineEdit::text() == text) return;
  setText(text);
  setCursorPosition(0);
}

void ValueField::mousePressEvent(QMouseEvent* event) {
  if (steppable_ && !typing_ && !hasFocus() && event->button() == Qt::LeftButton) {
    press_ = Press::Pending;
    pressedAt_ = event->position().toPoint();
    return event->accept();
  }
  QLineEdit::mousePressEvent(event);
}

void ValueField::mouseMoveEvent(QMouseEvent* event) {
  if (press_ == Press::None) return QLineEdit::mouseMoveEvent(event);
  const int distance = event->position().toPoint().x() - pressedAt_.x();
  if (press_ == Press::Pending) {
    if (std::abs(distance) < QApplication::startDragDistance()) return;
    press_ = Press::Dragging;
    setFocus(Qt::MouseFocusReason);
    deselect();
    Q_EMIT dragStarted();
  }
  const double character = fontMetrics().horizontalAdvance(QLatin1Char('0'));
  Q_EMIT dragged(distance / character * kStepsPerCharacter, event->modifiers());
}

void ValueField::mouseReleaseEvent(QMouseEvent* event) {
  const Press ended = std::exchange(press_, Press::None);
  if (ended == Press::None) return QLineEdit::mouseReleaseEvent(event);
  if (ended == Press::Pending) {
    setFocus(Qt::MouseFocusReason);
    selectAll();
  } else {
    clearFocus();
  }
}

void ValueField::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      if (press_ == Press::Dragging) {
        press_ = Press::None;
        Q_EMIT dragCancelled();
      } else if (typing_) {
        cancelTyping();
      } else {
        return QLineEdit::keyPressEvent(event);
      }
      return event->accept();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      commit();
      selectAll();
      return event->accept();
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (!steppable_) break;
      if (typing_) commit();
      Q_EMIT stepped(event->key() == Qt::Key_Up ? 1 : -1);
      return event->accept();
    default:
      break;
  }
  QLineEdit::keyPressEvent(event);
}

void ValueField::wheelEvent(QWheelEvent* event) {
  const int steps = wheelSteps(*event);
  if (steps == 0 || !steppable_) return event->ignore();
  if (typing_) commit();
  Q_EMIT stepped(steps);
  event->accept();
}

void ValueField::focusInEvent(QFocusEvent* event) {
  QLineEdit::focusInEvent(event);
  setCursor(Qt::IBeamCursor);
  if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) selectAll();
}

void ValueField::focusOutEvent(QFocusEvent* event) {
  if (event->reason() != Qt::PopupFocusReason) commit();
  if (steppable_) setCursor(Qt::SizeHorCursor);
  QLineEdit::focusOutEvent(event);
}

void ValueField::commit() {
  if (!std::exchange(typing_, false)) return;
  if (text() != shown_) Q_EMIT committed(text());
  // Whoever listens has shown what came of it; text that changed nothing goes back to the usual form.
  if (!typing_ && text() != shown_) setText(shown_);
}

void ValueField::cancelTyping() {
  typing_ = false;
  setText(shown_);
  selectAll();
}

}  // namespace kernelscope::ui
