#include "ui/widgets/surface.h"

#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QPainter>

namespace kernelscope::ui {

Surface::Surface(const ThemeController& theme, Colour surface, Qt::Edges lines, QWidget* parent)
    : QWidget(parent), theme_(theme), surface_(surface), lines_(lines) {
  setAutoFillBackground(true);
  theme.follow(this, [this] {
    QPalette colours;  // the other roles stay the application's
    colours.setColor(QPalette::Window, theme_.theme().colour(surface_));
    setPalette(colours);
  });
}

void Surface::setLines(Qt::Edges lines) {
  lines_ = lines;
  update();
}

void Surface::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  for (const Qt::Edge edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge}) {
    if (lines_.testFlag(edge)) drawEdge(painter, rect(), edge, theme_.theme().colour(Colour::Line));
  }
}

}  // namespace kernelscope::ui
