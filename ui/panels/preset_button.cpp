#include "ui/panels/preset_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QFocusEvent>
#include <QPainter>
#include <algorithm>

namespace kernelscope::ui {
namespace {

constexpr double kRing = 2;  // pixels

}  // namespace

PresetButton::PresetButton(const ThemeController& theme, const QString& title, QWidget* parent)
    : QAbstractButton(parent), theme_(theme) {
  setText(title);
  setCheckable(true);
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  theme_.follow(this, [this] { updateGeometry(); });
}

void PresetButton::setThumbnail(const QImage& image) {
  const int side = std::min(image.width(), image.height());  // the middle square
  thumbnail_ = image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side);
  update();
}

QSize PresetButton::sizeHint() const {
  const Theme& look = theme_.theme();
  const int side = look.width(Width::Thumbnail) + look.u(1);
  return {side, side + QFontMetrics(look.font(FontRole::Small)).height() + look.u(1)};
}

QRectF PresetButton::pictureRect() const {
  const double side = theme_.theme().width(Width::Thumbnail);
  return {(width() - side) / 2, static_cast<double>(theme_.theme().u(0.5)), side, side};
}

void PresetButton::paintEvent(QPaintEvent*) {
  const Theme& look = theme_.theme();
  QPainter painter(this);
  const QRectF picture = pictureRect();
  if (thumbnail_.isNull()) {
    painter.fillRect(picture, look.colour(underMouse() ? Colour::Hover : Colour::Field));
    painter.setPen(QPen(look.colour(Colour::Control), 1, Qt::DashLine));
    painter.drawRect(picture.adjusted(0.5, 0.5, -0.5, -0.5));
    const double size = look.height(Height::IconInButton);
    paintIcon(painter, QStringLiteral("add"),
              QRectF(picture.center() - QPointF(size / 2, size / 2), QSizeF(size, size)),
              look.colour(Colour::Text));
  } else {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(picture, thumbnail_);
    drawPanel(painter, picture, 0, {}, look.colour(Colour::TileFrame));
  }
  if (isChecked() || focusRing_) {
    const QRectF ring = picture.adjusted(-kRing / 2, -kRing / 2, kRing / 2, kRing / 2);
    drawPanel(painter, ring, 0, {}, look.colour(isChecked() ? Colour::Accent : Colour::Focus), kRing);
  }
  QFont font = look.font(FontRole::Small);
  font.setBold(isChecked());
  painter.setFont(font);
  painter.setPen(look.colour(isChecked() ? Colour::Text : Colour::TextSecondary));
  const QRectF word(0, picture.bottom(), width(), height() - picture.bottom());
  painter.drawText(word, Qt::AlignHCenter | Qt::AlignBottom,
                   QFontMetrics(font).elidedText(text(), Qt::ElideRight, width()));
}

void PresetButton::focusInEvent(QFocusEvent* event) {
  focusRing_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QAbstractButton::focusInEvent(event);
}

void PresetButton::focusOutEvent(QFocusEvent* event) {
  focusRing_ = false;
  QAbstractButton::focusOutEvent(event);
}

void PresetButton::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void PresetButton::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

}  // namespace kernelscope::ui
