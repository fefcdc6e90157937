#include "ui/plots/text_segments.h"

#include "ui/plots/pens.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kGapU = 3;

double boxWidth(const TextSegment& segment, const Theme& theme) {
  const QFontMetricsF metrics(segment.bold ? boldSmallFont(theme) : theme.font(FontRole::Small));
  return std::max(metrics.horizontalAdvance(segment.text), metrics.horizontalAdvance(segment.widest));
}

}  // namespace

double segmentsWidth(const std::vector<TextSegment>& segments, const Theme& theme) {
  double width = 0;
  for (const TextSegment& segment : segments)
    width += boxWidth(segment, theme) + (width > 0 ? theme.u(kGapU) : 0);
  return width;
}

void paintSegments(QPainter& painter, const QRectF& rect, const std::vector<TextSegment>& segments,
                   const Theme& theme) {
  std::vector<TextSegment> shown = segments;
  while (!shown.empty() && segmentsWidth(shown, theme) > rect.width()) shown.pop_back();
  double left = rect.right() - segmentsWidth(shown, theme);
  for (const TextSegment& segment : shown) {
    const double width = boxWidth(segment, theme);
    paintSegment(painter, QRectF(left, rect.top(), width, rect.height()), segment, theme);
    left += width + theme.u(kGapU);
  }
}

void paintSegment(QPainter& painter, const QRectF& box, const TextSegment& segment, const Theme& theme) {
  painter.setFont(segment.bold ? boldSmallFont(theme) : theme.font(FontRole::Small));
  painter.setPen(segment.colour);
  painter.drawText(box.adjusted(0, 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                   segment.text);
}

QString segmentsText(const std::vector<TextSegment>& segments) {
  QStringList parts;
  for (const TextSegment& segment : segments) {
    if (!segment.text.isEmpty()) parts << segment.text;
  }
  return parts.join(QStringLiteral(", "));
}

}  // namespace kernelscope::ui
