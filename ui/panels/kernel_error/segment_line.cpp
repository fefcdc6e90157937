#include "ui/panels/kernel_error/segment_line.h"

#include "ui/theme/theme_controller.h"

#include <QPainter>

namespace kernelscope::ui {

SegmentLine::SegmentLine(const ThemeController& theme,
                         std::function<std::vector<TextSegment>(const Theme&)> segments, QWidget* parent)
    : QWidget(parent), theme_(theme), segments_(std::move(segments)) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  theme.follow(this, [this] { updateGeometry(); });
}

void SegmentLine::refresh() {
  setAccessibleName(text());
  update();
}

QString SegmentLine::text() const {
  return segmentsText(segments_(theme_.theme()));
}

QSize SegmentLine::sizeHint() const {
  return {theme_.theme().u(20), theme_.theme().height(Height::Readout)};
}

void SegmentLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintSegments(painter, rect(), segments_(theme_.theme()), theme_.theme());
}

}  // namespace kernelscope::ui
