// Mouse and keyboard of CurvePlot.

#include "ui/plots/curve_plot.h"
#include "ui/plots/plot_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

namespace kernelscope::ui {

namespace {
constexpr double kZoomPerNotch = 1.25;
constexpr double kSmallestBox = 6;  // pixels; less is a click
constexpr double kKeyPan = 0.1;     // of the shown width
}  // namespace

void CurvePlot::mousePressEvent(QMouseEvent* event) {
  dragFrom_ = event->position();
  const bool panning = event->button() == Qt::MiddleButton ||
                       (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
  if (panning) {
    drag_ = Drag::Pan;
  } else if (event->button() == Qt::LeftButton && canvas_->axisRect()->rect().contains(event->pos())) {
    drag_ = Drag::Box;
  } else {
    QWidget::mousePressEvent(event);
  }
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event) {
  const QPointF place = event->position();
  switch (drag_) {
    case Drag::Box:
      canvas_->showZoomBox(QRectF(dragFrom_, place).normalized());
      break;
    case Drag::Pan: {
      const QPointF from = toData(dragFrom_);
      const QPointF to = toData(place);
      dragFrom_ = place;
      pan(from.x(), to.x(), from.y(), to.y());
      break;
    }
    case Drag::None:
      break;
  }
  const QRect axes = canvas_->axisRect()->rect();
  const bool over =
      place.x() >= axes.left() - 2 && place.x() <= axes.right() + 2 && rect().contains(event->pos());
  moveCursor(over ? snapped(toData(place).x()) : std::nullopt);
}

void CurvePlot::mouseReleaseEvent(QMouseEvent* event) {
  const Drag ended = std::exchange(drag_, Drag::None);
  if (ended != Drag::Box) return;
  canvas_->showZoomBox(std::nullopt);
  zoomToBox(QRectF(dragFrom_, event->position()).normalized() & QRectF(canvas_->axisRect()->rect()));
}

void CurvePlot::zoomToBox(const QRectF& box) {
  if (box.width() < kSmallestBox || box.height() < kSmallestBox) return;
  const QPointF low = toData(box.bottomLeft());
  const QPointF high = toData(box.topRight());
  show({{low.x(), high.x()}, {low.y(), high.y()}});
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent*) {
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

void CurvePlot::keyPressEvent(QKeyEvent* event) {
  const QRect axes = canvas_->axisRect()->rect();
  const QPointF centre = toData(QPointF(axes.center()));
  const auto panBy = [&](double share) {
    const QPointF to = toData(QPointF(axes.center()) + QPointF(share * axes.width(), 0));
    pan(to.x(), centre.x(), centre.y(), centre.y());
  };
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  switch (event->key()) {
    case Qt::Key_Home:
      fit();
      break;
    case Qt::Key_Left:
      shift ? panBy(-kKeyPan) : stepCursor(-1);
      break;
    case Qt::Key_Right:
      shift ? panBy(kKeyPan) : stepCursor(1);
      break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoom(centre.x(), kZoomPerNotch, centre.y(), 1);
      break;
    case Qt::Key_Minus:
      zoom(centre.x(), 1 / kZoomPerNotch, centre.y(), 1);
      break;
    case Qt::Key_Escape:
      if (drag_ == Drag::Box) {
        drag_ = Drag::None;
        canvas_->showZoomBox(std::nullopt);
        break;
      }
      [[fallthrough]];
    default:
      QWidget::keyPressEvent(event);
  }
}

void CurvePlot::leaveEvent(QEvent*) {
  if (drag_ == Drag::None) moveCursor(std::nullopt);
}

}  // namespace kernelscope::ui
