#include "ui/pages/figure_paragraph.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr int kMostLines = 4;
constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

}  // namespace

FigureParagraph::FigureParagraph(const QString& text, const QFont& font, const QColor& colour, double width)
    : text_(text), font_(font), colour_(colour) {
  if (text.isEmpty()) return;
  const QFontMetricsF metrics(font);
  const QRectF room(0, 0, width, kMostLines * std::ceil(metrics.height()));
  height_ = std::ceil(metrics.boundingRect(room, kFlags, text).height());
}

void FigureParagraph::paint(QPainter& painter, double left, double top, double width) const {
  painter.setFont(font_);
  painter.setPen(colour_);
  if (!text_.isEmpty()) painter.drawText(QRectF(left, top, width, height_), kFlags, text_);
}

double heightOf(const std::vector<FigureParagraph>& lines) {
  double height = 0;
  for (const FigureParagraph& line : lines) height += line.height();
  return height;
}

}  // namespace kernelscope::ui
