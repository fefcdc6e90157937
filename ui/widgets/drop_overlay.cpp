#include "ui/widgets/drop_overlay.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QPainter>
#include <algorithm>

namespace kernelscope::ui {

namespace {

constexpr double kOverlayVeil = 0.7;  // of the stage's colour over the window

}  // namespace

DropOverlay::DropOverlay(const ThemeController& theme, QWidget* window) : QWidget(window), theme_(theme) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  hide();
}

void DropOverlay::showWords(const QString& words, const QString& detail, bool possible) {
  words_ = words;
  detail_ = detail;
  possible_ = possible;
  setAccessibleName(detail.isEmpty() ? words : words + QStringLiteral(", ") + detail);
  setGeometry(parentWidget()->rect());
  show();
  raise();
  update();
}

void DropOverlay::paintEvent(QPaintEvent*) {
  const Theme& look = theme_.theme();
  QPainter painter(this);
  QColor veil = look.colour(Colour::Stage);
  veil.setAlphaF(kOverlayVeil);
  painter.fillRect(rect(), veil);
  const QFont title = look.font(FontRole::Title), small = look.font(FontRole::Small);
  const QFontMetricsF titleMetrics(title), smallMetrics(small);
  const double inset = look.u(6), icon = possible_ ? 0 : look.u(5), gap = possible_ ? 0 : look.u(2);
  const double text =
      std::max(titleMetrics.horizontalAdvance(words_), smallMetrics.horizontalAdvance(detail_));
  const double wide = std::min<double>(width() - 2 * inset, text + icon + gap + 2 * inset + look.u(1));
  const double tall = titleMetrics.height() + smallMetrics.height() + look.u(1) + 2 * look.u(5);
  const QRectF card = snapped(painter, {(width() - wide) / 2, (height() - tall) / 2, wide, tall});
  painter.fillRect(card, look.colour(Colour::Stage));
  const QColor edge = look.colour(possible_ ? Colour::Accent : Colour::Diverged);
  painter.setPen(Theme::dashedPen(edge, 2, {6, 4}));
  painter.drawRect(card);
  const double left = card.left() + inset + icon + gap, room = card.right() - inset - left;
  if (!possible_)
    paintIcon(painter, QStringLiteral("diverged"),
              {card.left() + inset, card.center().y() - icon / 2, icon, icon}, edge);
  painter.setFont(title);
  painter.setPen(look.colour(Colour::Text));
  double baseline = card.top() + look.u(5) + titleMetrics.ascent();
  painter.drawText(QPointF(left, baseline), titleMetrics.elidedText(words_, Qt::ElideRight, room));
  painter.setFont(small);
  painter.setPen(look.colour(Colour::TextSecondary));
  baseline += titleMetrics.descent() + look.u(1) + smallMetrics.ascent();
  painter.drawText(QPointF(left, baseline), smallMetrics.elidedText(detail_, Qt::ElideMiddle, room));
}

}  // namespace kernelscope::ui
