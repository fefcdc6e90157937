#include "ui/panels/kernel_error/study_table.h"

#include "ui/plots/pens.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kTableRowU = 5.5, kTableGapU = 2, kTableMarkU = 3;
constexpr double kSmallestLabelShare = 0.3;  // of the width

QFont headFont(const Theme& theme) {
  return theme.font(FontRole::BodyBold);
}

double textWidth(const QFont& font, const QString& text) {
  return QFontMetricsF(font).horizontalAdvance(text);
}

// Columns of one width, that of the widest cell, at the right; the labels take the rest.
double columnWidthOf(const StudyTableContent& content, double width, const Theme& theme) {
  double widest = theme.u(10);
  for (const QString& head : content.heads) widest = std::max(widest, textWidth(headFont(theme), head));
  for (const StudyRow& row : content.rows)
    for (const StudyCell& cell : row.cells)
      widest = std::max(widest, textWidth(theme.font(FontRole::Body), cell.text) +
                                    (cell.marked ? theme.u(kTableMarkU + 1) : 0));
  const double most =
      (1 - kSmallestLabelShare) * width / static_cast<double>(std::max<std::size_t>(1, content.heads.size()));
  return std::min(widest + theme.u(kTableGapU), most);
}

void paintCell(QPainter& painter, const QRectF& box, const StudyCell& cell, const Theme& theme) {
  const QFont font = theme.font(cell.marked ? FontRole::BodyBold : FontRole::Body);
  painter.setFont(font);
  painter.setPen(theme.colour(Colour::Text));
  const QString shown = QFontMetricsF(font).elidedText(cell.text, Qt::ElideRight, box.width());
  painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, shown);
  if (!cell.marked) return;
  const double size = theme.u(kTableMarkU);
  const double left = box.right() - textWidth(font, shown) - theme.u(1) - size;
  paintRunMark(painter, theme, QRectF(left, box.center().y() - size / 2, size, size), RunMark::Warning);
}

}  // namespace

double studyTableHeight(const StudyTableContent& content, const Theme& theme) {
  return static_cast<double>(content.rows.size() + 1) * theme.u(kTableRowU);
}

void paintStudyTable(QPainter& painter, const QRectF& rect, const StudyTableContent& content,
                     const Theme& theme) {
  const double height = theme.u(kTableRowU), column = columnWidthOf(content, rect.width(), theme);
  const auto count = static_cast<double>(content.heads.size());
  const double labels = rect.width() - count * column;
  const auto cellAt = [&](std::size_t place, double top) {
    return QRectF(rect.left() + labels + static_cast<double>(place) * column, top, column, height);
  };
  double top = rect.top();
  const auto underline = [&](Colour colour) {
    drawEdge(painter, QRectF(rect.left(), top, rect.width(), height), Qt::BottomEdge, theme.colour(colour));
  };
  for (std::size_t i = 0; i < content.heads.size(); ++i) {
    painter.setFont(headFont(theme));
    const int series = content.series[i];
    painter.setPen(series < 0 ? theme.colour(Colour::TextSecondary) : seriesTextColour(theme, series));
    const QRectF box = cellAt(i, top).adjusted(theme.u(kTableGapU), 0, 0, 0);
    painter.drawText(
        box, Qt::AlignRight | Qt::AlignVCenter,
        QFontMetricsF(headFont(theme)).elidedText(content.heads[i], Qt::ElideRight, box.width()));
  }
  underline(Colour::LineStrong);
  for (const StudyRow& row : content.rows) {
    top += height;
    painter.setFont(theme.font(FontRole::Body));
    painter.setPen(theme.colour(Colour::Text));
    painter.drawText(QRectF(rect.left(), top, labels, height), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(row.label, Qt::ElideRight, labels));
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      paintCell(painter, cellAt(i, top).adjusted(theme.u(kTableGapU), 0, 0, 0), row.cells[i], theme);
    underline(Colour::Line);
  }
}

QString studyTableText(const StudyTableContent& content) {
  QStringList lines;
  for (const StudyRow& row : content.rows) {
    QStringList cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      cells << content.heads[i] + QLatin1Char(' ') + row.cells[i].text;
    lines << row.label + QStringLiteral(": ") + cells.join(QStringLiteral(", "));
  }
  return lines.join(QStringLiteral("; "));
}

StudyTable::StudyTable(const ThemeController& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Table of the methods"));
  theme.follow(this, [this] {
    updateGeometry();
    update();
  });
}

void StudyTable::setContent(StudyTableContent content) {
  content_ = std::move(content);
  setAccessibleDescription(studyTableText(content_));
  setToolTip({});
  updateGeometry();
  update();
}

QSize StudyTable::sizeHint() const {
  return {theme_.theme().u(60), static_cast<int>(studyTableHeight(content_, theme_.theme()))};
}

void StudyTable::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintStudyTable(painter, rect(), content_, theme_.theme());
}

}  // namespace kernelscope::ui
