// Mouse and keyboard of StudyPlot.

#include "ui/plots/study_plot.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {
constexpr double kStudyZoom = 1.25;  // for one notch of the wheel or one key press
constexpr double kSmallestZoomBox = 6;
}  // namespace

void StudyPlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && frame().axes.contains(event->position()))
    press_ = Press{event->position(), false};
}

void StudyPlot::mouseMoveEvent(QMouseEvent* event) {
  const QPointF place = event->position();
  if (press_ && (place - press_->from).manhattanLength() >= QApplication::startDragDistance()) {
    press_->dragging = true;
    box_ = QRectF(press_->from, place).normalized();
    update();
  }
  const bool over = frame().axes.adjusted(-2, 0, 2, 0).contains(place);
  moveCursor(over ? snapped(toData(place).x()) : std::nullopt);
  if (chart_.bands.size() <= 2) return;
  const std::optional<std::size_t> pointed = over ? bandAt(place) : std::nullopt;
  if (pointed == chart_.pointedBand) return;
  chart_.pointedBand = pointed;
  repaintChart();
}

void StudyPlot::mouseReleaseEvent(QMouseEvent* event) {
  if (!press_ || event->button() != Qt::LeftButton) return;
  const bool dragged = press_->dragging;
  const QRectF box = QRectF(press_->from, event->position()).normalized() & frame().axes;
  press_.reset();
  box_.reset();
  update();
  if (!dragged) {
    if (const std::optional<double> stop = snapped(toData(event->position()).x())) Q_EMIT chosen(*stop);
    return;
  }
  if (box.width() < kSmallestZoomBox || box.height() < kSmallestZoomBox) return;
  const QPointF low = toData(box.bottomLeft()), high = toData(box.topRight());
  show({{low.x(), high.x()}, {low.y(), high.y()}});
}

void StudyPlot::mouseDoubleClickEvent(QMouseEvent*) {
  press_.reset();
  fit();
}

// The wheel magnifies along x, with Ctrl the values.
void StudyPlot::wheelEvent(QWheelEvent* event) {
  const double notches = event->angleDelta().y() / 120.0;
  if (notches == 0 || !frame().axes.contains(event->position())) return event->ignore();
  const double factor = std::pow(kStudyZoom, notches);
  const bool values = event->modifiers().testFlag(Qt::ControlModifier);
  zoom(toData(event->position()), values ? 1 : factor, values ? factor : 1);
  event->accept();
}

void StudyPlot::stepCursor(int direction) {
  if (stops_.empty()) return;
  if (!cursor_) return moveCursor(direction > 0 ? stops_.front() : stops_.back());
  const auto here = std::lower_bound(stops_.begin(), stops_.end(), *cursor_) - stops_.begin();
  const auto last = static_cast<std::ptrdiff_t>(stops_.size()) - 1;
  moveCursor(stops_[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + direction, 0, last))]);
}

void StudyPlot::keyPressEvent(QKeyEvent* event) {
  const QPointF centre = toData(frame().axes.center());
  const bool values = event->modifiers().testFlag(Qt::ControlModifier);
  const auto zoomBy = [&](double factor) { zoom(centre, values ? 1 : factor, values ? factor : 1); };
  switch (event->key()) {
    case Qt::Key_Left:
      return stepCursor(-1);
    case Qt::Key_Right:
      return stepCursor(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!cursor_) break;
      Q_EMIT chosen(*cursor_);
      return;
    case Qt::Key_Home:
      return fit();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoomBy(kStudyZoom);
    case Qt::Key_Minus:
      return zoomBy(1 / kStudyZoom);
    case Qt::Key_Escape:
      if (!cursor_) break;
      return moveCursor(std::nullopt);
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void StudyPlot::leaveEvent(QEvent*) {
  if (chart_.pointedBand && chart_.bands.size() > 2) {
    chart_.pointedBand.reset();
    repaintChart();
  }
  if (!press_) moveCursor(std::nullopt);
}

}  // namespace kernelscope::ui
