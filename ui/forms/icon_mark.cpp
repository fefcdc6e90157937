#include "ui/forms/icon_mark.h"

#include "ui/theme/icons.h"

#include <QPainter>

namespace kernelscope::ui {

void IconMark::setIcon(const QString& name, const QColor& colour, int size) {
  name_ = name;
  colour_ = colour;
  size_ = size;
  update();
}

void IconMark::paintEvent(QPaintEvent*) {
  if (name_.isEmpty()) return;
  QPainter painter(this);
  const QRectF inside = contentsRect();
  const QRectF place(inside.center().x() - size_ / 2.0, inside.center().y() - size_ / 2.0, size_, size_);
  paintIcon(painter, name_, place, colour_);
}

}  // namespace kernelscope::ui
