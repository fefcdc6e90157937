#include "ui/theme/theme_style.h"

#include "ui/theme/paint_bars.h"
#include "ui/theme/paint_buttons.h"
#include "ui/theme/paint_fields.h"
#include "ui/theme/paint_menus.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/paint_views.h"
#include "ui/theme/theme_controller.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

namespace kernelscope::ui {

namespace {

template <class Option>
const Option* as(const QStyleOption* option) {
  return qstyleoption_cast<const Option*>(option);
}

}  // namespace

ThemeStyle::ThemeStyle(const ThemeController& controller)
    : QProxyStyle(QStringLiteral("Fusion")), controller_(controller) {}

const Theme& ThemeStyle::theme() const {
  return controller_.theme();
}

QPalette ThemeStyle::standardPalette() const {
  return theme().palette();
}

void ThemeStyle::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
      qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
      qobject_cast<QTabBar*>(widget)) {
    widget->setAttribute(Qt::WA_Hover);
  }
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
  QPainter& p = *painter;
  switch (element) {
    case PE_PanelButtonCommand:
      if (const auto* button = as<QStyleOptionButton>(option)) {
        paintButtonPanel(p, theme(), option->rect, pushButtonKind(*button, widget), option->state, widget);
      }
      return;
    case PE_PanelButtonTool:
      paintButtonPanel(p, theme(), option->rect, buttonKind(widget, option->state.testFlag(State_AutoRaise)),
                       option->state, widget);
      return;
    case PE_FrameDefaultButton:
    case PE_FrameFocusRect:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_PanelStatusBar:
      return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
      paintTickBox(p, theme(), option->rect, option->state);
      return;
    case PE_IndicatorRadioButton:
      paintRadioButton(p, theme(), option->rect, option->state);
      return;
    case PE_PanelLineEdit: {
      const auto* frame = as<QStyleOptionFrame>(option);
      const bool framed = frame && frame->lineWidth > 0;
      if (framed) paintFieldPanel(p, theme(), option->rect, option->state, widget);
      return;
    }
    case PE_FrameLineEdit:
      return;  // drawn with the panel
    case PE_Frame:
    case PE_FrameGroupBox:
      paintFrame(p, theme(), option->rect);
      return;
    case PE_FrameMenu:
    case PE_PanelMenu:
      paintMenuPanel(p, theme(), option->rect);
      return;
    case PE_PanelMenuBar:
      p.fillRect(option->rect, theme().colour(Colour::Chrome));
      return;
    case PE_PanelTipLabel:
      paintToolTipPanel(p, theme(), option->rect);
      return;
    case PE_PanelItemViewRow:
      return;  // the cells paint the row
    case PE_PanelItemViewItem:
      if (const auto* item = as<QStyleOptionViewItem>(option)) paintRow(p, theme(), *item);
      return;
    case PE_IndicatorBranch:
      paintBranch(p, theme(), *option);
      return;
    default:
      QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
  QPainter& p = *painter;
  switch (element) {
    case CE_PushButtonBevel:
      if (const auto* button = as<QStyleOptionButton>(option)) {
        paintButtonPanel(p, theme(), option->rect, pushButtonKind(*button, widget), option->state, widget);
      }
      return;
    case CE_PushButtonLabel:
      if (const auto* button = as<QStyleOptionButton>(option))
        paintPushButtonLabel(p, theme(), *button, widget);
      return;
    case CE_FocusFrame:
      paintFocusFrame(p, theme(), option->rect);
      return;
    case CE_TabBarTabShape:
      return;  // drawn with the label
    case CE_TabBarTabLabel:
      if (const auto* tab = as<QStyleOptionTab>(option)) paintTab(p, theme(), *tab);
      return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
      return;
    case CE_ProgressBarContents:
      if (const auto* bar = as<QStyleOptionProgressBar>(option)) paintProgressBar(p, theme(), *bar);
      return;
    case CE_Splitter:
      paintSplitter(p, theme(), *option);
      return;
    case CE_MenuBarItem:
      if (const auto* item = as<QStyleOptionMenuItem>(option)) paintMenuBarItem(p, theme(), *item);
      return;
    case CE_MenuBarEmptyArea:
      p.fillRect(option->rect, theme().colour(Colour::Chrome));
      drawEdge(p, option->rect, Qt::BottomEdge, theme().colour(Colour::Line));
      return;
    case CE_MenuItem:
      if (const auto* item = as<QStyleOptionMenuItem>(option)) paintMenuItem(p, theme(), *item);
      return;
    case CE_MenuEmptyArea:
      p.fillRect(option->rect, theme().colour(Colour::Raised));
      return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
      if (const auto* header = as<QStyleOptionHeader>(option))
        paintHeaderSection(p, theme(), *header);
      else
        p.fillRect(option->rect, theme().colour(Colour::Panel));
      return;
    case CE_ItemViewItem:
      if (const auto* item = as<QStyleOptionViewItem>(option)) {
        QStyleOptionViewItem row = *item;  // a selected row keeps its text: surface and ink bar mark it
        row.palette.setColor(QPalette::HighlightedText, row.palette.color(QPalette::Text));
        QProxyStyle::drawControl(element, &row, painter, widget);
        return;
      }
      break;
    case CE_ComboBoxLabel:
      if (const auto* box = as<QStyleOptionComboBox>(option)) {
        QStyleOptionComboBox cut = *box;
        const QRect room = comboBoxPart(theme(), *box, SC_ComboBoxEditField);
        cut.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room.width() - 2);
        QProxyStyle::drawControl(element, &cut, painter, widget);
        return;
      }
      break;
    case CE_ShapedFrame:
      if (const auto* frame = as<QStyleOptionFrame>(option); frame && paintDivider(p, theme(), *frame))
        return;
      break;
    case CE_SizeGrip:
      return;
    default:
      break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const {
  QPainter& p = *painter;
  switch (control) {
    case CC_ToolButton:
      if (const auto* button = as<QStyleOptionToolButton>(option))
        paintToolButton(p, theme(), *button, widget);
      return;
    case CC_ComboBox:
      if (const auto* box = as<QStyleOptionComboBox>(option)) paintComboBox(p, theme(), *box, widget);
      return;
    case CC_SpinBox:
      if (const auto* box = as<QStyleOptionSpinBox>(option)) paintSpinBox(p, theme(), *box, widget);
      return;
    case CC_Slider:
      if (const auto* slider = as<QStyleOptionSlider>(option)) paintSlider(p, theme(), *slider, widget);
      return;
    case CC_ScrollBar:
      if (const auto* bar = as<QStyleOptionSlider>(option)) paintScrollBar(p, theme(), *bar);
      return;
    default:
      QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const {
  if (control == CC_ComboBox) {
    if (const auto* box = as<QStyleOptionComboBox>(option)) return comboBoxPart(theme(), *box, part);
  } else if (control == CC_SpinBox) {
    if (const auto* box = as<QStyleOptionSpinBox>(option)) return spinBoxPart(theme(), *box, part);
  } else if (control == CC_Slider) {
    if (const auto* slider = as<QStyleOptionSlider>(option)) return sliderPart(theme(), *slider, part);
  } else if (control == CC_ScrollBar) {
    if (const auto* bar = as<QStyleOptionSlider>(option)) return scrollBarPart(theme(), *bar, part);
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption* option,
                                 const QWidget* widget) const {
  switch (element) {
    case SE_LineEditContents: {
      const auto* frame = as<QStyleOptionFrame>(option);
      const bool framed = frame && frame->lineWidth > 0;
      return framed ? option->rect.adjusted(theme().u(1), 1, -theme().u(1), -1) : option->rect;
    }
    case SE_ProgressBarContents:
    case SE_ProgressBarGroove:
    case SE_TabBarTabText:
      return option->rect;
    default:
      return QProxyStyle::subElementRect(element, option, widget);
  }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returnData) const {
  switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
      return 0;
    case SH_Slider_AbsoluteSetButtons:
      return Qt::LeftButton;  // a click on the groove goes there
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
      return 1;
    case SH_UnderlineShortcut:
      return 1;
    case SH_ToolTip_Mask:
    case SH_FocusFrame_Mask:
      break;
    case SH_FocusFrame_AboveWidget:
      return 1;
    default:
      break;
  }
  return QProxyStyle::styleHint(hint, option, widget, returnData);
}

}  // namespace kernelscope::ui
