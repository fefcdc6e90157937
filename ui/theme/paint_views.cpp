#include "ui/theme/paint_views.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QPainter>
#include <QStyle>
#include <cmath>

namespace kernelscope::ui {

void paintTab(QPainter& painter, const Theme& theme, const QStyleOptionTab& option) {
  const bool enabled = option.state.testFlag(QStyle::State_Enabled);
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool hover = enabled && option.state.testFlag(QStyle::State_MouseOver);
  Colour colour = selected || hover ? Colour::Text : Colour::TextSecondary;
  if (!enabled) colour = Colour::TextDisabled;
  painter.save();
  QFont font = painter.font();
  font.setBold(selected);
  painter.setFont(font);
  painter.setPen(theme.colour(colour));
  painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
  painter.restore();
  if (selected) drawEdge(painter, option.rect, Qt::BottomEdge, theme.colour(Colour::Accent), 2);
  if (enabled && option.state.testFlag(QStyle::State_HasFocus) && selected) {
    drawPanel(painter, option.rect.adjusted(0, theme.u(), 0, -theme.u()), theme.radius(), QColor(),
              theme.colour(Colour::Focus), theme.pen(Pen::Focus));
  }
}

void paintRow(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option) {
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool hover =
      option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
  if (option.backgroundBrush.style() != Qt::NoBrush) painter.fillRect(option.rect, option.backgroundBrush);
  if (selected || hover) painter.fillRect(option.rect, theme.colour(Colour::Hover));
  const bool atStart = option.viewItemPosition == QStyleOptionViewItem::Beginning ||
                       option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                       option.viewItemPosition == QStyleOptionViewItem::Invalid;
  if (selected && atStart) drawEdge(painter, option.rect, Qt::LeftEdge, theme.colour(Colour::Accent), 3);
}

void paintHeaderSection(QPainter& painter, const Theme& theme, const QStyleOptionHeader& option) {
  painter.fillRect(option.rect, theme.colour(Colour::Panel));
  drawEdge(painter, option.rect, Qt::BottomEdge, theme.colour(Colour::LineStrong));
}

void paintBranch(QPainter& painter, const Theme& theme, const QStyleOption& option) {
  if (!option.state.testFlag(QStyle::State_Children)) return;
  const int side = theme.height(Height::IconMark);
  const QRect place = QStyle::alignedRect(option.direction, Qt::AlignCenter, {side, side}, option.rect);
  const bool open = option.state.testFlag(QStyle::State_Open);
  paintIcon(painter, open ? QStringLiteral("chevron_down") : QStringLiteral("chevron_right"), place,
            theme.colour(Colour::TextSecondary));
}

void paintFrame(QPainter& painter, const Theme& theme, const QRect& rect) {
  drawPanel(painter, rect, 0, QColor(), theme.colour(Colour::LineStrong));
}

bool paintDivider(QPainter& painter, const Theme& theme, const QStyleOptionFrame& option) {
  const QRectF rect(option.rect);
  if (option.frameShape == QFrame::HLine) {
    drawEdge(painter, rect.adjusted(0, std::floor((rect.height() - 1) / 2), 0, 0), Qt::TopEdge,
             theme.colour(Colour::Line));
    return true;
  }
  if (option.frameShape == QFrame::VLine) {
    drawEdge(painter, rect.adjusted(std::floor((rect.width() - 1) / 2), 0, 0, 0), Qt::LeftEdge,
             theme.colour(Colour::Line));
    return true;
  }
  return false;
}

}  // namespace kernelscope::ui
