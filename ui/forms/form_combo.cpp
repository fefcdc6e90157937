#include "ui/forms/form_combo.h"

#include "ui/forms/wheel_steps.h"

#include <QAbstractItemView>
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

// The list shows its items whole, however narrow the box is.
void FormCombo::showPopup() {
  const int frame = 2 * view()->frameWidth() + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
  view()->setMinimumWidth(view()->sizeHintForColumn(0) + frame);
  QComboBox::showPopup();
}

void FormCombo::wheelEvent(QWheelEvent* event) {
  const int steps = wheelSteps(*event);
  if (steps == 0 || count() == 0) return event->ignore();
  const int next = std::clamp(currentIndex() - steps, 0, count() - 1);
  event->accept();
  if (next == currentIndex()) return;
  setCurrentIndex(next);
  Q_EMIT activated(next);
}

}  // namespace kernelscope::ui
