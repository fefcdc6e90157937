#pragma once
// Lies over the whole window while something is dragged across it and says what letting go would do.

#include <QString>
#include <QWidget>

namespace kernelscope::ui {

class ThemeController;

class DropOverlay final : public QWidget {
  Q_OBJECT

 public:
  // Hidden until showWords.
  DropOverlay(const ThemeController& theme, QWidget* window);

  // `possible`: whether letting go does something.
  void showWords(const QString& words, const QString& detail, bool possible);
  const QString& words() const { return words_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeController& theme_;
  QString words_, detail_;
  bool possible_ = true;
};

}  // namespace kernelscope::ui
