#include "ui/theme/paint_primitives.h"

#include <QPaintDevice>
#include <cmath>

namespace kernelscope::ui {

namespace {

qreal deviceRatio(const QPainter& painter) {
  return painter.device() ? painter.device()->devicePixelRatio() : 1.0;
}

}  // namespace

qreal sharpWidth(const QPainter& painter, qreal pixels) {
  const qreal ratio = deviceRatio(painter);
  return std::max(1.0, std::round(pixels * ratio)) / ratio;
}

QRectF snapped(const QPainter& painter, const QRectF& rect) {
  const qreal ratio = deviceRatio(painter);
  const QTransform& transform = painter.transform();
  const QPointF shift(transform.dx(), transform.dy());
  const auto snap = [&](qreal value, qreal offset) {
    return std::round((value + offset) * ratio) / ratio - offset;
  };
  return QRectF(QPointF(snap(rect.left(), shift.x()), snap(rect.top(), shift.y())),
                QPointF(snap(rect.right(), shift.x()), snap(rect.bottom(), shift.y())));
}

void drawPanel(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& frame,
               qreal framePixels) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, radius > 0);
  const QRectF outer = snapped(painter, rect);
  const qreal line = frame.isValid() ? sharpWidth(painter, framePixels) : 0;
  const QRectF middle = outer.adjusted(line / 2, line / 2, -line / 2, -line / 2);
  painter.setBrush(fill.isValid() ? QBrush(fill) : Qt::NoBrush);
  painter.setPen(frame.isValid() ? QPen(frame, line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)
                                 : QPen(Qt::NoPen));
  if (radius > 0) {
    painter.drawRoundedRect(middle, radius - line / 2, radius - line / 2);
  } else {
    painter.drawRect(middle);
  }
  painter.restore();
}

void drawEdge(QPainter& painter, const QRectF& rect, Qt::Edge edge, const QColor& colour, qreal pixels) {
  QRectF line = snapped(painter, rect);
  const qreal width = sharpWidth(painter, pixels);
  switch (edge) {
    case Qt::TopEdge:
      line.setHeight(width);
      break;
    case Qt::BottomEdge:
      line.setTop(line.bottom() - width);
      break;
    case Qt::LeftEdge:
      line.setWidth(width);
      break;
    case Qt::RightEdge:
      line.setLeft(line.right() - width);
      break;
  }
  painter.fillRect(line, colour);
}

}  // namespace kernelscope::ui
