#pragma once
// One line of "Try this": a play mark, what it does, a line below.

#include <QAbstractButton>

namespace kernelscope::ui {

class ThemeController;

class TryButton final : public QAbstractButton {
  Q_OBJECT

 public:
  TryButton(const ThemeController& theme, const QString& text, QWidget* parent);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  const ThemeController& theme_;
};

}  // namespace kernelscope::ui
