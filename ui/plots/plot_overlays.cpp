#include "ui/plots/plot_overlays.h"

#include "ui/plots/label_layout.h"
#include "ui/plots/pens.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <vector>

namespace kernelscope::ui {

namespace {

constexpr double kStopCrossU = 3;
constexpr double kStopCrossPen = 2.5;

// A vertical line through the axes; nothing when x is out of view.
void drawVertical(QCPPainter* painter, const QRectF& axes, double x) {
  if (x < axes.left() - 0.5 || x > axes.right() + 1.5) return;
  const double place = std::round(x);
  painter->drawLine(QLineF(place, axes.top(), place, axes.bottom() + 1));
}

}  // namespace

void LabelOverlay::draw(QCPPainter* painter) {
  const QRectF axes = mParentPlot->axisRect()->rect();
  if (head) {
    painter->setPen(linePen(*painter, theme_.colour(Colour::PlotAxis), theme_.pen(Pen::Axis)));
    drawVertical(painter, axes, mParentPlot->xAxis->coordToPixel(*head));
  }
  drawStops(painter, axes);
  drawTitles(painter, axes);
  drawLabels(painter, axes);
}

void LabelOverlay::drawTitles(QCPPainter* painter, const QRectF& axes) const {
  const QFontMetricsF metrics(theme_.font(FontRole::Small));
  const double height = metrics.height();
  const double margin = theme_.u(0.5);
  painter->setFont(theme_.font(FontRole::Small));
  painter->setPen(theme_.colour(Colour::PlotText));
  const double titleCentre = axes.top() - theme_.u(3);
  const QRectF above(margin, titleCentre - height / 2, axes.right() - margin, height);
  painter->drawText(above, Qt::AlignLeft | Qt::AlignVCenter, yTitle);
  const double left = axes.right() + theme_.u(2);
  const QRectF beside(left, axes.bottom() - height / 2, mParentPlot->viewport().right() - left, height);
  painter->drawText(beside, Qt::AlignLeft | Qt::AlignVCenter, xTitle);
}

void LabelOverlay::drawStops(QCPPainter* painter, const QRectF& axes) const {
  const double arm = theme_.u(kStopCrossU) / 2.0;
  QPen pen(theme_.colour(Colour::Diverged), kStopCrossPen * theme_.pen(Pen::Axis));
  pen.setCapStyle(Qt::FlatCap);
  painter->setPen(pen);
  painter->setAntialiasing(true);
  for (const CurveStop& stop : stops) {
    const QPointF centre(mParentPlot->xAxis->coordToPixel(stop.x),
                         std::clamp(mParentPlot->yAxis->coordToPixel(stop.y), axes.top(), axes.bottom()));
    if (centre.x() < axes.left() || centre.x() > axes.right() + 1) continue;
    painter->drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
    painter->drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
  }
  painter->setAntialiasing(false);
}

void LabelOverlay::drawLabels(QCPPainter* painter, const QRectF& axes) const {
  if (labels.empty() || !labelX) return;
  const double lineHeight = QFontMetricsF(theme_.font(FontRole::Small)).height();
  std::vector<double> wishes;
  for (const EndLabel& label : labels) {
    wishes.push_back(std::clamp(mParentPlot->yAxis->coordToPixel(label.y), axes.top(), axes.bottom()));
  }
  // The foot of the right margin belongs to the x title.
  const std::vector<double> centres =
      pushApart(wishes, lineHeight, axes.top() - lineHeight / 2, axes.bottom() - lineHeight / 2);
  const double end = std::clamp(mParentPlot->xAxis->coordToPixel(*labelX), axes.left(), axes.right());
  const double left = end + theme_.u(2);
  const double width = mParentPlot->viewport().right() - left;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const EndLabel& label = labels[i];
    const QFont font = label.bold ? boldSmallFont(theme_) : theme_.font(FontRole::Small);
    painter->setFont(font);
    painter->setPen(label.color);
    const QRectF box(left, centres[i] - lineHeight / 2, width, lineHeight);
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(font).elidedText(label.text, Qt::ElideRight, width));
  }
}

void CursorOverlay::draw(QCPPainter* painter) {
  const QRectF axes = mParentPlot->axisRect()->rect();
  QPen pen = linePen(*painter, theme_.colour(Colour::PlotCursor), theme_.pen(Pen::Cursor));
  if (cursor) {
    pen.setDashPattern({2, 2});
    painter->setPen(pen);
    drawVertical(painter, axes, mParentPlot->xAxis->coordToPixel(*cursor));
  }
  if (box) {
    pen.setStyle(Qt::SolidLine);
    painter->setPen(pen);
    QColor fill = theme_.colour(Colour::PlotCursor);
    fill.setAlphaF(0.08F);
    painter->setBrush(fill);
    painter->drawRect(box->intersected(axes));
  }
}

}  // namespace kernelscope::ui
