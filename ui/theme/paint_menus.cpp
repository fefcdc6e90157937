#include "ui/theme/paint_menus.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace kernelscope::ui {

namespace {

constexpr double kMarkColumnU = 7;  // room for a tick or an icon left of the words
constexpr double kGapU = 6;         // between the words and the key

struct ItemText {
  QString words, key;
};
ItemText split(const QString& text) {
  const qsizetype tab = text.indexOf('\t');
  return tab < 0 ? ItemText{text, {}} : ItemText{text.left(tab), text.mid(tab + 1)};
}

}  // namespace

void paintMenuBarItem(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option) {
  painter.fillRect(option.rect, theme.colour(Colour::Chrome));
  const bool enabled = option.state.testFlag(QStyle::State_Enabled);
  const bool hot = enabled && (option.state.testFlag(QStyle::State_Selected) ||
                               option.state.testFlag(QStyle::State_Sunken));
  if (hot) {
    drawPanel(painter, option.rect.adjusted(0, 2, 0, -3), theme.radius(), theme.colour(Colour::Hover),
              QColor());
  }
  drawEdge(painter, option.rect, Qt::BottomEdge, theme.colour(Colour::Line));
  painter.setPen(theme.colour(enabled ? Colour::Text : Colour::TextDisabled));
  // Access keys are underlined once Alt has given the menu bar the keyboard.
  const int mnemonic =
      option.state.testFlag(QStyle::State_HasFocus) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
  painter.drawText(option.rect, Qt::AlignCenter | mnemonic | Qt::TextSingleLine, option.text);
}

QSize menuItemSize(const Theme& theme, const QStyleOptionMenuItem& option) {
  if (option.menuItemType == QStyleOptionMenuItem::Separator) return {theme.u(8), theme.u(2)};
  const auto [words, key] = split(option.text);
  const QFontMetrics metrics(option.font);
  int width = theme.u(kMarkColumnU) + metrics.size(Qt::TextShowMnemonic, words).width() + theme.u(kGapU);
  if (!key.isEmpty()) width += metrics.horizontalAdvance(key);
  return {width + theme.u(3), std::max(theme.u(7), metrics.height() + theme.u(2))};
}

void paintMenuItem(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option) {
  const QRect rect = option.rect;
  if (option.menuItemType == QStyleOptionMenuItem::Separator) {
    drawEdge(painter, rect.adjusted(0, rect.height() / 2, 0, 0), Qt::TopEdge, theme.colour(Colour::Line));
    return;
  }
  const bool enabled = option.state.testFlag(QStyle::State_Enabled);
  if (enabled && option.state.testFlag(QStyle::State_Selected))
    painter.fillRect(rect, theme.colour(Colour::Hover));
  const QColor text = theme.colour(enabled ? Colour::Text : Colour::TextDisabled);
  const int side = theme.height(Height::IconInButton);
  const QRect mark(rect.x() + theme.u(1.5), rect.y() + (rect.height() - side) / 2, side, side);
  if (option.checked) {
    paintIcon(painter, QStringLiteral("check"), mark, text);
  } else if (!option.icon.isNull()) {
    option.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
  }
  const auto [words, key] = split(option.text);
  const QRect line = rect.adjusted(theme.u(kMarkColumnU), 0, -theme.u(3), 0);
  painter.setFont(option.font);
  painter.setPen(text);
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, words);
  if (enabled) painter.setPen(theme.colour(Colour::TextSecondary));
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, key);
  if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
    const int chevron = theme.height(Height::IconMark);
    paintIcon(painter, QStringLiteral("chevron_right"),
              QRect(rect.right() - chevron - theme.u(1), rect.y() + (rect.height() - chevron) / 2, chevron,
                    chevron),
              text);
  }
}

void paintMenuPanel(QPainter& painter, const Theme& theme, const QRect& rect) {
  drawPanel(painter, rect, 0, theme.colour(Colour::Raised), theme.colour(Colour::LineStrong));
}

void paintToolTipPanel(QPainter& painter, const Theme& theme, const QRect& rect) {
  drawPanel(painter, rect, 0, theme.colour(Colour::Stage), theme.colour(Colour::LineStrong));
}

}  // namespace kernelscope::ui
