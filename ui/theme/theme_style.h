#pragma once
// Fusion's behaviour drawn from tokens: flat surfaces and one-pixel lines, no gradients and no etching. What
// a control means for the look is said by dynamic properties of the widget:
//   primary  true            the one ink-filled button            (QPushButton, QToolButton)
//   toggle   true            small two-state button, "Log x"      (QToolButton, checkable)
//   segment  first|middle|last|only   part of a row of choices    (QToolButton, checkable)
//   lane     "A" | "B"       slider in the lane's colour; without it ink
//   invalid  true            crimson frame                        (line edit, spin box, combo box)
// The program stays usable, if plainer, under unmodified Fusion.

#include <QProxyStyle>

namespace kernelscope::ui {

class Theme;
class ThemeController;

class ThemeStyle final : public QProxyStyle {
  Q_OBJECT

 public:
  // `controller` must outlive the style.
  explicit ThemeStyle(const ThemeController& controller);

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* returnData) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                         const QWidget* widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                       const QWidget* widget) const override;
  QPalette standardPalette() const override;
  using QProxyStyle::polish;
  void polish(QWidget* widget) override;

 private:
  const Theme& theme() const;

  const ThemeController& controller_;
};

}  // namespace kernelscope::ui
