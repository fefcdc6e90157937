#pragma once
// A line of text in one of the theme's fonts and colours that follows theme changes, and optionally keeps
// the width of its longest form so that nothing moves while a number runs.

#include "ui/theme/theme.h"

#include <QLabel>

namespace kernelscope::ui {

class ThemeController;

class ThemedLabel final : public QLabel {
  Q_OBJECT

 public:
  ThemedLabel(const ThemeController& theme, FontRole font, Colour colour = Colour::Text,
              QWidget* parent = nullptr);
  ThemedLabel(const ThemeController& theme, const QString& text, FontRole font, Colour colour = Colour::Text,
              QWidget* parent = nullptr);

  void setColour(Colour colour);
  // The label is never narrower than this text, whatever it shows.
  void reserve(const QString& longestText);
  // Cut with an ellipsis instead of asking for room; pointed at, it then shows the full text, unless it has a
  // tool tip of its own.
  void setElided(bool elided);
  // Whether the text is cut now.
  bool isCut() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void apply();

  const ThemeController& theme_;
  FontRole font_;
  Colour colour_;
  QString longest_;
  bool elided_ = false;
};

}  // namespace kernelscope::ui
