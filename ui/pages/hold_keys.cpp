#include "ui/pages/hold_keys.h"

#include "ui/typing_guard.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace kernelscope::ui {

namespace {

std::optional<StageSource> sourceOfKey(int key) {
  switch (key) {
    case Qt::Key_1:
      return StageSource::LaneA;
    case Qt::Key_2:
      return StageSource::LaneB;
    case Qt::Key_3:
      return StageSource::Target;
    default:
      return std::nullopt;
  }
}

}  // namespace

HoldKeys::HoldKeys(QWidget& window, QObject* parent) : QObject(parent), window_(window) {
  qApp->installEventFilter(this);
}

bool HoldKeys::isQuiet(const QKeyEvent& key) const {
  if (key.modifiers() & ~Qt::KeypadModifier) return true;
  if (QApplication::activePopupWidget() != nullptr || QApplication::activeModalWidget() != nullptr)
    return true;
  const QWidget* focused = QApplication::focusWidget();
  if (qobject_cast<const QComboBox*>(focused) || qobject_cast<const QAbstractItemView*>(focused)) return true;
  return TypingGuard::belongsToWidget(focused, key);
}

void HoldKeys::hold(std::optional<StageSource> source) {
  if (held_ == source) return;
  held_ = source;
  Q_EMIT heldChanged(source);
}

bool HoldKeys::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &window_ && event->type() == QEvent::WindowDeactivate) hold(std::nullopt);
  const bool press = event->type() == QEvent::KeyPress, release = event->type() == QEvent::KeyRelease;
  if ((!press && !release) || !watched->isWidgetType()) return false;
  if (static_cast<QWidget*>(watched)->window() != &window_) return false;
  const auto& key = *static_cast<QKeyEvent*>(event);
  const std::optional<StageSource> source = sourceOfKey(key.key());
  if (!source) return false;
  if (press) {
    if (isQuiet(key)) return false;
    hold(source);
    return true;
  }
  if (held_ != source) return false;
  if (!key.isAutoRepeat()) hold(std::nullopt);
  return true;
}

}  // namespace kernelscope::ui
