#pragma once
// The line "More settings  17" that opens and closes the advanced rows.

#include <QAbstractButton>

namespace kernelscope::ui {

class ThemeController;

class MoreToggle final : public QAbstractButton {
  Q_OBJECT

 public:
  MoreToggle(const ThemeController& theme, QWidget* parent);

  void setCount(int count);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  const ThemeController& theme_;
  int count_ = 0;
};

}  // namespace kernelscope::ui
