// The sizes ThemeStyle answers, all from u.
#include "ui/theme/paint_buttons.h"
#include "ui/theme/paint_menus.h"
#include "ui/theme/theme_controller.h"
#include "ui/theme/theme_style.h"

#include <QFontMetrics>
#include <QStyleOption>
#include <QWidget>

namespace kernelscope::ui {

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  const Theme& t = theme();
  switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
      return t.height(Height::IconInButton);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return t.u(4);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
      return t.u(2);
    case PM_ScrollBarExtent:
      return t.u(2);
    case PM_ScrollBarSliderMin:
      return t.u(6);
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
      return 0;
    case PM_SliderThickness:
      return t.u(5);
    case PM_SliderControlThickness:
    case PM_SliderLength:
      return t.u(3);
    case PM_SplitterWidth:
      return t.u(2);
    case PM_DefaultFrameWidth:
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_MenuPanelWidth:
      return 1;
    case PM_MenuVMargin:
      return t.u();
    case PM_MenuHMargin:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
      return 0;
    case PM_MenuBarHMargin:
      return t.u();
    case PM_TabBarTabHSpace:
      return t.u(4);
    case PM_ToolTipLabelFrameWidth:
      return t.u(1.5);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
      return 4;  // 2 px free, 2 px ring
    case PM_HeaderMargin:
      return t.u(2);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
      return t.u(2);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
      return t.u(3);
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const {
  const Theme& t = theme();
  switch (type) {
    case CT_PushButton: {
      const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
      QFont font = widget ? widget->font() : t.font(FontRole::Body);
      font.setBold(
          true);  // the width of the primary form, so that nothing moves when a button becomes primary
      const QSize content = button ? buttonContentSize(t, {button->icon, button->text, {}, font}) : size;
      return {content.width() + t.u(5), t.height(Height::Control)};
    }
    case CT_ToolButton: {
      const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
      const ButtonKind kind = buttonKind(widget, false);
      const int height = t.height(kind == ButtonKind::Toggle ? Height::Toggle : Height::Control);
      if (!button || button->text.isEmpty() || button->toolButtonStyle == Qt::ToolButtonIconOnly)
        return {height, height};
      const QIcon icon = button->toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : button->icon;
      const QSize content = buttonContentSize(t, {icon, button->text, {}, button->font});
      return {content.width() + t.u(kind == ButtonKind::Toggle ? 4 : 5), height};
    }
    case CT_LineEdit:
      return {size.width() + t.u(2), t.height(Height::Field)};
    case CT_SpinBox:
      return {size.width() + t.u(4), t.height(Height::Field)};
    case CT_ComboBox:
      return {size.width() + t.u(1.75 + 6) + 4, t.height(Height::Field)};
    case CT_CheckBox:
    case CT_RadioButton: {
      const QSize plain = QProxyStyle::sizeFromContents(type, option, size, widget);
      return {plain.width(), std::max(plain.height(), t.height(Height::Toggle))};
    }
    case CT_MenuBarItem:
      return {size.width() + t.u(5), t.height(Height::MenuBar) + 1};
    case CT_MenuItem: {
      const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
      return item ? menuItemSize(t, *item) : size;
    }
    case CT_ItemViewItem: {
      const QSize plain = QProxyStyle::sizeFromContents(type, option, size, widget);
      return {plain.width() + t.u(2), std::max(plain.height(), t.height(Height::Field))};
    }
    case CT_ProgressBar:
      return {size.width(), t.u(1.5)};
    case CT_Slider:
      return size;
    default:
      return QProxyStyle::sizeFromContents(type, option, size, widget);
  }
}

}  // namespace kernelscope::ui
