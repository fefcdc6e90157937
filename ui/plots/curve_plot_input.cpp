// Mouse and keyboard of CurvePlot.

#include "ui/plots/curve_plot.h"
#include "ui/plots/plot_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>
#include <utility>

namespace kernelscope::ui {

namespace {
constexpr double kZoomPerNotch = 1.25;
constexpr double kSmallestBox = 6;  // pixels; less is a click
constexpr double kKeyPan = 0.1;     // of the shown width or height
constexpr int kLongStride = 10;     // recorded steps
}  // namespace

void CurvePlot::mousePressEvent(QMouseEvent* event) {
  dragFrom_ = event->position();
  dragged_ = false;
  const bool onAxes = canvas_->axisRect()->rect().contains(event->pos());
  const bool panning = event->button() == Qt::MiddleButton ||
                       (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
  if (panning) {
    drag_ = Drag::Pan;
  } else if (event->button() == Qt::LeftButton && onAxes) {
    drag_ = Drag::Box;
  } else {
    QWidget::mousePressEvent(event);
  }
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event) {
  const QPointF place = event->position();
  if ((place - dragFrom_).manhattanLength() >= kSmallestBox) dragged_ = true;
  if (drag_ == Drag::Box && dragged_) {
    canvas_->showZoomBox(QRectF(dragFrom_, place).normalized());
  } else if (drag_ == Drag::Pan && dragged_) {
    const QPointF from = toData(dragFrom_);
    const QPointF to = toData(place);
    dragFrom_ = place;
    pan(from.x(), to.x(), from.y(), to.y());
  }
  const QRect axes = canvas_->axisRect()->rect();
  const bool over =
      place.x() >= axes.left() - 2 && place.x() <= axes.right() + 2 && rect().contains(event->pos());
  moveCursor(over ? snapped(toData(place).x()) : std::nullopt);
}

void CurvePlot::mouseReleaseEvent(QMouseEvent* event) {
  const Drag ended = std::exchange(drag_, Drag::None);
  if (ended == Drag::Box) canvas_->showZoomBox(std::nullopt);
  if (ended == Drag::Box && dragged_) {
    zoomToBox(QRectF(dragFrom_, event->position()).normalized() & QRectF(canvas_->axisRect()->rect()));
  } else if (ended != Drag::None && !dragged_ && event->button() == Qt::LeftButton) {
    readersBefore_ = readers();
    placeReader(event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : 0, toData(event->position()).x());
  }
}

void CurvePlot::zoomToBox(const QRectF& box) {
  if (box.width() < kSmallestBox || box.height() < kSmallestBox) return;
  const QPointF low = toData(box.bottomLeft());
  const QPointF high = toData(box.topRight());
  show({{low.x(), high.x()}, {low.y(), high.y()}});
}

// The first of the two clicks placed a cursor, which was not meant.
void CurvePlot::mouseDoubleClickEvent(QMouseEvent*) {
  setReaders(readersBefore_);
  fit();
}

// The wheel magnifies the steps, with Ctrl the values.
void CurvePlot::wheelEvent(QWheelEvent* event) {
  const double notches = event->angleDelta().y() / 120.0;
  if (notches == 0) return;
  const QPointF at = toData(event->position());
  const double factor = std::pow(kZoomPerNotch, notches);
  const bool values = event->modifiers().testFlag(Qt::ControlModifier);
  zoom(at.x(), values ? 1 : factor, at.y(), values ? factor : 1);
  event->accept();
}

// Moves the view by shares of what is shown: to the right, upwards.
void CurvePlot::panBy(double shareX, double shareY) {
  const QRectF axes(canvas_->axisRect()->rect());
  const QPointF to = toData(axes.center());
  const QPointF from = toData(axes.center() + QPointF(shareX * axes.width(), -shareY * axes.height()));
  pan(from.x(), to.x(), from.y(), to.y());
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
  const QPointF centre = toData(QPointF(canvas_->axisRect()->rect().center()));
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  const bool control = event->modifiers().testFlag(Qt::ControlModifier);
  const auto zoomBy = [&](double factor) {
    zoom(centre.x(), control ? 1 : factor, centre.y(), control ? factor : 1);
  };
  const auto sideways = [&](int direction) {
    shift ? panBy(direction * kKeyPan, 0) : stepCursor(direction, control ? kLongStride : 1);
  };
  switch (event->key()) {
    case Qt::Key_Home:
      return fit();
    case Qt::Key_Left:
      return sideways(-1);
    case Qt::Key_Right:
      return sideways(1);
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (!shift) break;
      return panBy(0, event->key() == Qt::Key_Up ? kKeyPan : -kKeyPan);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoomBy(kZoomPerNotch);
    case Qt::Key_Minus:
      return zoomBy(1 / kZoomPerNotch);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return takeReader(shift ? 1 : 0);
    case Qt::Key_Escape:
      if (escape()) return;
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

// Takes back the box that is being drawn, else the reader's cursors. False when there is neither.
bool CurvePlot::escape() {
  if (drag_ == Drag::Box) {
    drag_ = Drag::None;
    canvas_->showZoomBox(std::nullopt);
    return true;
  }
  if (readers() == ReaderCursors()) return false;
  setReaders({});
  return true;
}

void CurvePlot::leaveEvent(QEvent*) {
  if (drag_ == Drag::None) moveCursor(std::nullopt);
}

}  // namespace kernelscope::ui
