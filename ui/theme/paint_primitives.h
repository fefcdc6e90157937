#pragma once
// The few shapes that all controls are made of, placed on device pixels so that lines stay sharp at
// 100, 125, 150 and 200 %.

#include <QColor>
#include <QPainter>
#include <QRectF>

namespace kernelscope::ui {

// `pixels` at this painter's scale: a whole number of device pixels, at least one, in logical units.
qreal sharpWidth(const QPainter& painter, qreal pixels = 1);

// The rectangle with its edges moved to the nearest device pixels.
QRectF snapped(const QPainter& painter, const QRectF& rect);

// A filled rectangle with round corners and a frame inside its edge. Either colour may be invalid: left out.
void drawPanel(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& frame,
               qreal framePixels = 1);

// Lines one device pixel wide or more, drawn inside the given edge of the rectangle.
void drawEdge(QPainter& painter, const QRectF& rect, Qt::Edge edge, const QColor& colour, qreal pixels = 1);

}  // namespace kernelscope::ui
