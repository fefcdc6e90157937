#pragma once
// What a place shows while it has nothing to show: icon, the fact, one line of help and at most one button
// in a dashed frame.

#include <QWidget>

class QPushButton;

namespace kernelscope::ui {

class ThemeController;

class EmptyState final : public QWidget {
  Q_OBJECT

 public:
  // An empty `button` leaves it out.
  EmptyState(const ThemeController& theme, const QString& iconName, const QString& fact, const QString& help,
             const QString& button, QWidget* parent = nullptr);

 signals:
  void clicked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
};

}  // namespace kernelscope::ui
