#pragma once
// The 2-px ring outside a button that has the keyboard focus. A widget cannot paint outside itself, so one
// ring (QFocusFrame) moves to whatever button the Tab key reached; a click with the mouse shows none.

#include <QObject>

class QFocusFrame;
class QWidget;

namespace kernelscope::ui {

class ThemeController;

class FocusRing final : public QObject {
  Q_OBJECT

 public:
  FocusRing(const ThemeController& theme, QObject* parent);
  ~FocusRing() override;

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void moveTo(QWidget* widget);

  QFocusFrame* frame_ = nullptr;  // has the focused widget's parent as its own
};

}  // namespace kernelscope::ui
