#include "ui/widgets/rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/theme/theme_controller.h"

#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

namespace kernelscope::ui {

RailItem::RailItem(const ThemeController& theme, const QString& title, const QString& iconName,
                   QWidget* parent)
    : QAbstractButton(parent), theme_(theme), iconName_(iconName) {
  setText(title);
  setCheckable(true);
  setFocusPolicy(Qt::TabFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);  // the word is never cut
  theme.follow(this, [this] {
    updateGeometry();
    update();
  });
}

void RailItem::setProgress(std::optional<double> done) {
  if (done == done_) return;
  done_ = done;
  update();
}

QSize RailItem::sizeHint() const {
  const Theme& t = theme_.theme();
  QFont bold = t.font(FontRole::Small);
  bold.setBold(true);
  const int width = std::max(t.width(Width::Rail), QFontMetrics(bold).horizontalAdvance(text()) + t.u(2));
  return {width, t.height(Height::RailItem)};
}

void RailItem::paintEvent(QPaintEvent*) {
  const Theme& t = theme_.theme();
  QPainter painter(this);
  if (isChecked())
    painter.fillRect(rect(), t.colour(Colour::Selected));
  else if (underMouse())
    painter.fillRect(rect(), t.colour(Colour::Hover));
  if (isChecked()) drawEdge(painter, rect(), Qt::LeftEdge, t.colour(Colour::Accent), 3);
  const int side = t.height(Height::Icon);
  const QColor ink = t.colour(isChecked() ? Colour::Text : Colour::TextSecondary);
  const QRectF icon((width() - side) / 2, t.u(2.25), side, side);
  paintIcon(painter, iconName_, icon, ink);
  QFont font = t.font(FontRole::Small);
  font.setBold(isChecked());
  painter.setFont(font);
  painter.setPen(ink);
  const int top = static_cast<int>(icon.bottom()) + t.u(0.5);
  painter.drawText(QRect(0, top, width(), height() - top - t.u(1)), Qt::AlignCenter, text());
  if (done_) paintProgress(painter, icon);
}

void RailItem::paintProgress(QPainter& painter, const QRectF& icon) const {
  const Theme& t = theme_.theme();
  const qreal size = t.u(2.5);
  const QRectF ring(icon.right() + t.u(0.75), icon.top() - t.u(0.25), size, size);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(t.colour(Colour::LineStrong), 2));
  painter.drawEllipse(ring.adjusted(1, 1, -1, -1));
  painter.setPen(QPen(t.colour(Colour::Running), 2, Qt::SolidLine, Qt::FlatCap));
  painter.drawArc(ring.adjusted(1, 1, -1, -1), 90 * 16, -static_cast<int>(*done_ * 360 * 16));
}

Rail::Rail(const ThemeController& theme, QWidget* parent)
    : Surface(theme, Colour::Chrome, Qt::RightEdge, parent), column_(new QVBoxLayout(this)) {
  column_->setSpacing(0);
  column_->addStretch(1);
  setAccessibleName(tr("Pages"));
  theme.follow(this, [this] { column_->setContentsMargins(0, controller().theme().u(), 1, 0); });
  connect(&group_, &QButtonGroup::idClicked, this, &Rail::selected);
}

int Rail::addItem(const QString& title, const QString& iconName) {
  const int index = static_cast<int>(items_.size());
  auto* item = new RailItem(controller(), title, iconName);
  const QString key =
      QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)).toString(QKeySequence::NativeText);
  item->setToolTip(tr("%1 (%2)").arg(title, key));
  item->setAccessibleName(tr("%1 page").arg(title));
  group_.addButton(item, index);
  column_->insertWidget(index, item);
  items_ << item;
  if (index == 0) item->setChecked(true);
  return index;
}

void Rail::setCurrentIndex(int index) {
  if (RailItem* item = items_.value(index)) item->setChecked(true);
}

void Rail::setProgress(int index, std::optional<double> done) {
  if (RailItem* item = items_.value(index)) item->setProgress(done);
}

}  // namespace kernelscope::ui
