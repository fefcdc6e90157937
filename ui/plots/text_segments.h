#pragma once
// A line of short facts, each in its own colour and in a box wide enough for its longest form, so that
// nothing moves when a number changes its length.

#include "ui/theme/theme.h"

#include <QColor>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace kernelscope::ui {

struct TextSegment {
  QString text;
  QColor colour;
  bool bold = false;
  QString widest;  // the longest text it will ever show; may be empty
};

// Width of all boxes and the gaps between them, in small type.
double segmentsWidth(const std::vector<TextSegment>& segments, const Theme& theme);

// Draws the boxes side by side so that the last one ends at the right edge. Boxes that do not fit are left
// out, the last first.
void paintSegments(QPainter& painter, const QRectF& rect, const std::vector<TextSegment>& segments,
                   const Theme& theme);

// One segment at the left of its box.
void paintSegment(QPainter& painter, const QRectF& box, const TextSegment& segment, const Theme& theme);

// The segments as one sentence for screen readers.
QString segmentsText(const std::vector<TextSegment>& segments);

}  // namespace kernelscope::ui
