#pragma once
// A plain area in one of the surface colours (chrome, panel, stage, wash), with one-pixel lines on chosen
// edges. Depth in this program is surface colour plus lines, nothing else.

#include "ui/theme/theme_tokens.h"

#include <QWidget>

namespace kernelscope::ui {

class ThemeController;

class Surface : public QWidget {
  Q_OBJECT

 public:
  Surface(const ThemeController& theme, Colour surface, Qt::Edges lines = {}, QWidget* parent = nullptr);

  void setLines(Qt::Edges lines);

 protected:
  void paintEvent(QPaintEvent* event) override;
  const ThemeController& controller() const { return theme_; }

 private:
  const ThemeController& theme_;
  Colour surface_;
  Qt::Edges lines_;
};

}  // namespace kernelscope::ui
