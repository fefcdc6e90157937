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
  // Cut with an ellipsis instead of asking for room; the full text becomes the tool tip.
  void setElided(bool elided);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
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
