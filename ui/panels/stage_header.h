#pragma once
// The line above the tiles: views at the left, then the race in words, points between pixels and the modes at
// the right. Where it is narrow the words go first, then the row of modes becomes one button.

#include <QWidget>

namespace kernelscope::ui {

class ThemeController;

class StageHeader final : public QWidget {
  Q_OBJECT

 public:
  struct Parts {
    QWidget* views;
    QWidget* race;
    QWidget* query;
    QWidget* modes;
    QWidget* modeButton;  // in place of `modes`
  };

  // Takes the parts over.
  StageHeader(const ThemeController& theme, const Parts& parts, QWidget* parent = nullptr);

  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void layParts();

  const ThemeController& theme_;
  Parts parts_;
};

}  // namespace kernelscope::ui
