#pragma once
// The habit of every control of a form: a plain wheel scrolls the panel, Ctrl and wheel steps the value.

#include <QWheelEvent>
#include <cstdlib>

namespace kernelscope::ui {

// Steps of a wheel event with Ctrl held, up positive; 0 for a plain wheel, which the caller must ignore().
inline int wheelSteps(const QWheelEvent& event) {
  if (!event.modifiers().testFlag(Qt::ControlModifier)) return 0;
  const int delta = event.angleDelta().y();
  if (delta == 0) return 0;
  constexpr int kNotch = 120;
  return std::abs(delta) < kNotch ? (delta > 0 ? 1 : -1) : delta / kNotch;
}

}  // namespace kernelscope::ui
