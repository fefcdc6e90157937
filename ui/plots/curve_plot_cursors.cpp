// The hover line and the reader's cursors A and B of CurvePlot: always on recorded steps.

#include "ui/plots/curve_plot.h"
#include "ui/plots/curve_thinning.h"
#include "ui/plots/plot_canvas.h"

#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

void CurvePlot::setCursor(std::optional<double> x) {
  cursor_ = x;
  canvas_->showCursor(x);
}

void CurvePlot::moveCursor(std::optional<double> x) {
  if (cursor_ == x) return;
  setCursor(x);
  Q_EMIT cursorMoved(x);
}

void CurvePlot::setReaders(const ReaderCursors& readers) {
  if (scene_.cursors == readers) return;
  scene_.cursors = readers;
  for (std::size_t i = 0; i < readers.size(); ++i) {
    if (inHand_ == i && !readers[i]) inHand_.reset();
  }
  canvas_->showReaders(readers);
  Q_EMIT readersChanged();
}

void CurvePlot::placeReader(std::size_t reader, double x) {
  const std::optional<double> step = snapped(x);
  if (!step) return;
  inHand_ = reader;
  ReaderCursors readers = scene_.cursors;
  readers[reader] = step;
  setReaders(readers);
}

// By key: a cursor that stands somewhere is taken as it is, a new one begins where the reader is.
void CurvePlot::takeReader(std::size_t reader) {
  const ReaderCursors& readers = scene_.cursors;
  const std::optional<double> other = readers[1 - reader];
  const std::optional<double> from = readers[reader] ? readers[reader] : cursor_ ? cursor_ : other;
  placeReader(reader, from.value_or(scene_.head.value_or(scene_.xRange.upper)));
}

std::optional<double> CurvePlot::snapped(double x) const {
  std::optional<double> best;
  for (const CurveSpec& curve : scene_.curves) {
    const std::vector<double>& steps = curve.data->x();
    if (steps.empty()) continue;
    const double candidate = steps[nearestIndex(steps, x, scene_.logX && x > 0)];
    if (!best || std::abs(candidate - x) < std::abs(*best - x)) best = candidate;
  }
  return best;
}

// The nearest recorded step beyond `from`, before it for a negative direction.
std::optional<double> CurvePlot::nextStep(double from, int direction) const {
  std::optional<double> next;
  for (const CurveSpec& curve : scene_.curves) {
    const std::vector<double>& steps = curve.data->x();
    const auto beyond = direction > 0 ? std::upper_bound(steps.begin(), steps.end(), from)
                                      : std::lower_bound(steps.begin(), steps.end(), from);
    if (direction > 0 ? beyond == steps.end() : beyond == steps.begin()) continue;
    const double candidate = direction > 0 ? *beyond : *(beyond - 1);
    if (!next || std::abs(candidate - from) < std::abs(*next - from)) next = candidate;
  }
  return next;
}

// Moves the cursor in hand, or the hover line while none is.
void CurvePlot::stepCursor(int direction, int count) {
  const std::optional<double> held = inHand_ ? scene_.cursors[*inHand_] : cursor_;
  double place = held.value_or(scene_.head.value_or(scene_.xRange.upper));
  bool moved = false;
  for (int i = 0; i < count; ++i) {
    const std::optional<double> next = nextStep(place, direction);
    if (!next) break;
    place = *next;
    moved = true;
  }
  if (!moved) return;
  if (inHand_) {
    placeReader(*inHand_, place);
  } else {
    moveCursor(place);
  }
}

}  // namespace kernelscope::ui
