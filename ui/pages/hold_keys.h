#pragma once
// Keys that mean something only while they are held down: 1, 2 and 3 show lane A, lane B and the target
// alone. They are quiet while somebody types, in lists, menus and other windows.

#include "ui/panels/stage_mode.h"

#include <QObject>
#include <optional>

class QKeyEvent;
class QWidget;

namespace kernelscope::ui {

class HoldKeys final : public QObject {
  Q_OBJECT

 public:
  // Watches the keys that come to widgets of `window`, for as long as it lives.
  HoldKeys(QWidget& window, QObject* parent);

 Q_SIGNALS:
  // What is to be shown alone from now on; nothing when the key was let go.
  void heldChanged(std::optional<kernelscope::ui::StageSource> held);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool isQuiet(const QKeyEvent& key) const;
  void hold(std::optional<StageSource> source);

  QWidget& window_;
  std::optional<StageSource> held_;
};

}  // namespace kernelscope::ui
