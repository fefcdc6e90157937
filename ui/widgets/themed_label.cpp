#include "ui/widgets/themed_label.h"

#include "ui/theme/theme_controller.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace kernelscope::ui {

ThemedLabel::ThemedLabel(const ThemeController& theme, FontRole font, Colour colour, QWidget* parent)
    : QLabel(parent), theme_(theme), font_(font), colour_(colour) {
  setTextFormat(Qt::PlainText);
  theme.follow(this, [this] { apply(); });
}

ThemedLabel::ThemedLabel(const ThemeController& theme, const QString& text, FontRole font, Colour colour,
                         QWidget* parent)
    : ThemedLabel(theme, font, colour, parent) {
  setText(text);
}

void ThemedLabel::setColour(Colour colour) {
  if (colour == colour_) return;
  colour_ = colour;
  apply();
}

void ThemedLabel::reserve(const QString& longestText) {
  longest_ = longestText;
  updateGeometry();
}

void ThemedLabel::setElided(bool elided) {
  elided_ = elided;
  updateGeometry();
}

QSize ThemedLabel::sizeHint() const {
  QSize size = QLabel::sizeHint();
  if (!longest_.isEmpty())
    size.setWidth(std::max(size.width(), fontMetrics().horizontalAdvance(longest_) + 1));
  return size;
}

QSize ThemedLabel::minimumSizeHint() const {
  if (elided_) return {fontMetrics().averageCharWidth() * 3, QLabel::minimumSizeHint().height()};
  QSize size = QLabel::minimumSizeHint();
  if (!longest_.isEmpty())
    size.setWidth(std::max(size.width(), fontMetrics().horizontalAdvance(longest_) + 1));
  return size;
}

bool ThemedLabel::isCut() const {
  return elided_ && !wordWrap() && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

bool ThemedLabel::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || !isCut() || !toolTip().isEmpty()) return QLabel::event(event);
  QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
  return true;
}

void ThemedLabel::paintEvent(QPaintEvent* event) {
  if (!isCut()) {
    QLabel::paintEvent(event);
    return;
  }
  QPainter painter(this);
  painter.setPen(palette().color(foregroundRole()));
  painter.drawText(contentsRect(), static_cast<int>(alignment()),
                   fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

void ThemedLabel::apply() {
  setFont(theme_.theme().font(font_));
  QPalette colours;
  colours.setColor(QPalette::WindowText, theme_.theme().colour(colour_));
  colours.setColor(QPalette::Disabled, QPalette::WindowText, theme_.theme().colour(Colour::TextDisabled));
  setPalette(colours);
}

}  // namespace kernelscope::ui
