#pragma once
// One line of a small table: symbol, what it is, value at the right, a line below.

#include <QWidget>
#include <array>

class QHBoxLayout;

namespace kernelscope::ui {

class ThemeController;
class ThemedLabel;

class FactRow final : public QWidget {
  Q_OBJECT

 public:
  // An empty symbol leaves its column out.
  FactRow(const ThemeController& theme, const std::array<QString, 3>& texts, QWidget* parent);

  // Another value of the same fact.
  void setValue(const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
  QHBoxLayout* row_;
  ThemedLabel* symbol_ = nullptr;
  ThemedLabel* value_;
};

}  // namespace kernelscope::ui
