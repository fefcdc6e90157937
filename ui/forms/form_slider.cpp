#include "ui/forms/form_slider.h"

#include "ui/forms/wheel_steps.h"

namespace kernelscope::ui {

FormSlider::FormSlider(const QString& lane, QWidget* parent) : QSlider(Qt::Horizontal, parent) {
  if (!lane.isEmpty()) setProperty("lane", lane);
  setFocusPolicy(Qt::StrongFocus);
}

void FormSlider::wheelEvent(QWheelEvent* event) {
  const int steps = wheelSteps(*event);
  if (steps == 0) return event->ignore();
  setValue(value() + steps * singleStep());
  event->accept();
}

}  // namespace kernelscope::ui
