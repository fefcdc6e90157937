#include "ui/plots/plot_overlays.h"

#include "ui/plots/pens.h"

namespace kernelscope::ui {

PlotFrame plotFrame(const QCustomPlot& plot) {
  const auto range = [](const QCPAxis& axis) { return AxisRange{axis.range().lower, axis.range().upper}; };
  const auto isLog = [](const QCPAxis& axis) { return axis.scaleType() == QCPAxis::stLogarithmic; };
  return {QRectF(plot.axisRect()->rect()),
          static_cast<double>(plot.viewport().right()),
          range(*plot.xAxis),
          range(*plot.yAxis),
          isLog(*plot.xAxis),
          isLog(*plot.yAxis)};
}

void LabelOverlay::draw(QCPPainter* painter) {
  const PlotFrame frame = plotFrame(*mParentPlot);
  if (head) paintHead(*painter, frame, *head, theme_);
  paintStops(*painter, frame, stops, theme_);
  paintPlotTitles(*painter, frame, xTitle, yTitle, theme_);
  paintEndLabels(*painter, frame, labels, head, theme_);
}

void CursorOverlay::draw(QCPPainter* painter) {
  const PlotFrame frame = plotFrame(*mParentPlot);
  QPen pen = linePen(*painter, theme_.colour(Colour::PlotCursor), theme_.pen(Pen::Cursor));
  if (shownStep) {
    painter->setPen(pen);
    paintUpright(*painter, frame, frame.toX(*shownStep));
  }
  if (hover) {
    pen.setDashPattern({2, 2});
    painter->setPen(pen);
    paintUpright(*painter, frame, frame.toX(*hover));
  }
  paintReaderCursors(*painter, frame, readers, theme_);
  if (box) {
    pen.setStyle(Qt::SolidLine);
    painter->setPen(pen);
    QColor fill = theme_.colour(Colour::PlotCursor);
    fill.setAlphaF(0.08F);
    painter->setBrush(fill);
    painter->drawRect(box->intersected(frame.axes));
  }
}

}  // namespace kernelscope::ui
