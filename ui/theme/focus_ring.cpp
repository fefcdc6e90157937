#include "ui/theme/focus_ring.h"

#include "ui/theme/theme_controller.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QPointer>

namespace kernelscope::ui {

FocusRing::FocusRing(const ThemeController& theme, QObject* parent) : QObject(parent) {
  qApp->installEventFilter(this);
  connect(&theme, &ThemeController::changed, this, [this] {
    if (frame_) frame_->update();
  });
}

FocusRing::~FocusRing() {
  moveTo(nullptr);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn) {
    const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
    const bool byKeyboard =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    auto* button = qobject_cast<QAbstractButton*>(watched);
    moveTo(button && byKeyboard ? button : nullptr);
  } else if (event->type() == QEvent::FocusOut && frame_ && frame_->widget() == watched) {
    moveTo(nullptr);
  }
  return QObject::eventFilter(watched, event);
}

void FocusRing::moveTo(QWidget* widget) {
  if (frame_) {
    disconnect(frame_, nullptr, this, nullptr);
    frame_->deleteLater();
    frame_ = nullptr;
  }
  if (!widget) return;
  frame_ = new QFocusFrame(widget->parentWidget());
  frame_->setWidget(widget);
  connect(frame_, &QObject::destroyed, this, [this] { frame_ = nullptr; });
}

}  // namespace kernelscope::ui
