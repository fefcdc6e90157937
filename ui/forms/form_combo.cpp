#include "ui/forms/form_combo.h"

#include "ui/forms/wheel_steps.h"

#include <QListView>
#include <QStandardItemModel>
#include <QStyle>
#include <algorithm>

namespace kernelscope::ui {
namespace {

constexpr int kMinimumCharacters = 6;

}  // namespace

FormCombo::FormCombo(QWidget* parent) : QComboBox(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(kMinimumCharacters);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

bool FormCombo::isOffered(int index) const {
  return model()->flags(model()->index(index, 0)).testFlag(Qt::ItemIsEnabled);
}

void FormCombo::setItemOffered(int index, bool offered) {
  if (isOffered(index) == offered) return;
  if (auto* items = qobject_cast<QStandardItemModel*>(model())) items->item(index)->setEnabled(offered);
  if (auto* list = qobject_cast<QListView*>(view())) list->setRowHidden(index, !offered);
}

// The list shows its items whole, however narrow the box is.
void FormCombo::showPopup() {
  const int frame = 2 * view()->frameWidth() + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
  view()->setMinimumWidth(view()->sizeHintForColumn(0) + frame);
  QComboBox::showPopup();
}

void FormCombo::wheelEvent(QWheelEvent* event) {
  const int steps = wheelSteps(*event);
  if (steps == 0 || count() == 0) return event->ignore();
  event->accept();
  int next = std::clamp(currentIndex() - steps, 0, count() - 1);
  const int direction = steps < 0 ? 1 : -1;
  while (next >= 0 && next < count() && !isOffered(next)) next += direction;
  if (next < 0 || next >= count()) return;
  if (next == currentIndex()) return;
  setCurrentIndex(next);
  Q_EMIT activated(next);
}

}  // namespace kernelscope::ui
