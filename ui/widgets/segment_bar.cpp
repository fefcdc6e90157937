#include "ui/widgets/segment_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace kernelscope::ui {

SegmentBar::SegmentBar(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(0);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&group_, &QButtonGroup::idClicked, this, &SegmentBar::selected);
}

int SegmentBar::addSegment(const QString& text, const QString& toolTip) {
  const int index = count();
  auto* button = new QToolButton;
  button->setText(text);
  button->setToolTip(toolTip);
  button->setAccessibleName(text);
  button->setAccessibleDescription(toolTip);
  button->setCheckable(true);
  button->setChecked(index == 0);
  button->setFocusPolicy(Qt::TabFocus);
  group_.addButton(button, index);
  layout()->addWidget(button);
  buttons_ << button;
  markPlaces();
  return index;
}

void SegmentBar::markPlaces() {
  for (int i = 0; i < count(); ++i) {
    const bool first = i == 0, last = i == count() - 1;
    buttons_[i]->setProperty("segment", first && last ? "only" : first ? "first" : last ? "last" : "middle");
    buttons_[i]->update();
  }
}

int SegmentBar::currentIndex() const {
  return group_.checkedId();
}

QString SegmentBar::text(int index) const {
  return buttons_.value(index) ? buttons_[index]->text() : QString();
}

void SegmentBar::setCurrentIndex(int index) {
  if (index >= 0 && index < count()) buttons_[index]->setChecked(true);
}

void SegmentBar::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  const int next = currentIndex() + step;
  if (step == 0 || next < 0 || next >= count()) {
    QWidget::keyPressEvent(event);
    return;
  }
  buttons_[next]->setFocus(Qt::TabFocusReason);
  buttons_[next]->click();
}

}  // namespace kernelscope::ui
