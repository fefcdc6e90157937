#pragma once
// A box on the stage colour with a few lines of mathematics. Symbols that belong to a control are
// underlined with dots: pointing at one, or reaching it with Tab, tells which; a click follows it.

#include <QTextBrowser>

namespace kernelscope::ui {

class ThemeController;

class EquationView final : public QTextBrowser {
  Q_OBJECT

 public:
  EquationView(const ThemeController& theme, QWidget* parent);

  // One paragraph each; links as <a href="layer:features">.
  void setLines(const QStringList& html);

  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 Q_SIGNALS:
  // Empty when the pointer leaves the symbol.
  void symbolHovered(const QString& field);
  void symbolClicked(const QString& field);

 protected:
  void wheelEvent(QWheelEvent* event) override;

 private:
  void fill();

  const ThemeController& theme_;
  QStringList lines_;
};

}  // namespace kernelscope::ui
