#include "ui/widgets/marks.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/themed_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace kernelscope::ui {

QString runMarkWord(RunMark mark) {
  switch (mark) {
    case RunMark::Running:
      return QCoreApplication::translate("RunMark", "Running");
    case RunMark::Paused:
      return QCoreApplication::translate("RunMark", "Paused");
    case RunMark::Finished:
      return QCoreApplication::translate("RunMark", "Finished");
    case RunMark::Diverged:
      return QCoreApplication::translate("RunMark", "Diverged");
    case RunMark::Warning:
      return QCoreApplication::translate("RunMark", "Warning");
    case RunMark::Notice:
      break;
  }
  return {};
}

Colour runMarkColour(RunMark mark) {
  switch (mark) {
    case RunMark::Running:
      return Colour::Running;
    case RunMark::Paused:
      return Colour::Paused;
    case RunMark::Finished:
      return Colour::Finished;
    case RunMark::Diverged:
      return Colour::Diverged;
    case RunMark::Warning:
      return Colour::Warning;
    case RunMark::Notice:
      break;
  }
  return Colour::Text;
}

void paintRunMark(QPainter& painter, const Theme& theme, const QRectF& rect, RunMark mark) {
  const QColor colour = theme.colour(runMarkColour(mark));
  switch (mark) {
    case RunMark::Running:
      paintMarker(painter, Marker::Disc, rect.center(), rect.width() * 0.75, QColor(), colour);
      return;
    case RunMark::Paused:
      paintIcon(painter, QStringLiteral("pause"), rect, colour);
      return;
    case RunMark::Finished:
      paintIcon(painter, QStringLiteral("check"), rect, colour);
      return;
    case RunMark::Diverged:
      paintIcon(painter, QStringLiteral("diverged"), rect, colour);
      return;
    case RunMark::Warning:
      paintIcon(painter, QStringLiteral("warning"), rect, colour);
      return;
    case RunMark::Notice:
      paintIcon(painter, QStringLiteral("page_runs"), rect, colour);
      return;
  }
}

void paintMarker(QPainter& painter, Marker marker, const QPointF& centre, qreal size, const QColor& outline,
                 const QColor& fill) {
  const qreal r = size / 2;
  QPainterPath path;
  switch (marker) {
    case Marker::Disc:
      path.addEllipse(centre, r, r);
      break;
    case Marker::Diamond:
      path.addPolygon(QPolygonF({{0, -r}, {r, 0}, {0, r}, {-r, 0}, {0, -r}}).translated(centre));
      break;
    case Marker::Square:
      path.addRect(QRectF(centre.x() - r * 0.85, centre.y() - r * 0.85, r * 1.7, r * 1.7));
      break;
    case Marker::Triangle:
      path.addPolygon(QPolygonF({{0, -r}, {r, r * 0.8}, {-r, r * 0.8}, {0, -r}}).translated(centre));
      break;
    case Marker::TriangleDown:
      path.addPolygon(QPolygonF({{0, r}, {r, -r * 0.8}, {-r, -r * 0.8}, {0, r}}).translated(centre));
      break;
    case Marker::Plus:
      path.moveTo(centre - QPointF(r, 0));
      path.lineTo(centre + QPointF(r, 0));
      path.moveTo(centre - QPointF(0, r));
      path.lineTo(centre + QPointF(0, r));
      break;
    case Marker::Star:
    case Marker::Cross:
      path.moveTo(centre - QPointF(r, r));
      path.lineTo(centre + QPointF(r, r));
      path.moveTo(centre + QPointF(-r, r));
      path.lineTo(centre + QPointF(r, -r));
      if (marker == Marker::Star) {
        path.moveTo(centre - QPointF(0, r));
        path.lineTo(centre + QPointF(0, r));
      }
      break;
  }
  const bool strokesOnly = marker == Marker::Plus || marker == Marker::Cross || marker == Marker::Star;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(fill.isValid() && !strokesOnly ? QBrush(fill) : Qt::NoBrush);
  const QColor line = outline.isValid() || !strokesOnly ? outline : fill;
  painter.setPen(line.isValid() ? QPen(line, 1.5) : QPen(Qt::NoPen));
  painter.drawPath(path);
  painter.restore();
}

void paintLaneMark(QPainter& painter, const Theme& theme, const QRectF& rect, LaneId lane) {
  const SeriesStyle style = theme.laneSeries(lane);
  const QColor colour = theme.lane(lane);
  const qreal y = std::round(rect.center().y());
  painter.save();
  painter.setPen(Theme::dashedPen(colour, theme.pen(Pen::Curve), style.dashPx));
  painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
  painter.restore();
  const double markerPx =
      theme.tokens().laneMarkerPx[laneIndex(lane)] * theme.pen(Pen::Axis) + (lane == LaneId::B ? 2 : 1);
  paintMarker(painter, style.marker, QPointF(rect.center().x(), y), markerPx, QColor(), colour);
}

LaneMark::LaneMark(const ThemeController& theme, LaneId lane, QWidget* parent)
    : QWidget(parent), theme_(theme), lane_(lane) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAccessibleName(lane == LaneId::A ? tr("Lane A, solid line") : tr("Lane B, dashed line"));
  theme.follow(this, [this] {
    updateGeometry();
    update();
  });
}

QSize LaneMark::sizeHint() const {
  return {theme_.theme().u(6.5), theme_.theme().u(3)};
}

void LaneMark::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintLaneMark(painter, theme_.theme(), rect(), lane_);
}

RunMarkIcon::RunMarkIcon(const ThemeController& theme, RunMark mark, Height size, QWidget* parent)
    : QWidget(parent), theme_(theme), mark_(mark), size_(size) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  theme.follow(this, [this] {
    updateGeometry();
    update();
  });
}

void RunMarkIcon::setMark(RunMark mark) {
  mark_ = mark;
  setAccessibleName(runMarkWord(mark));
  update();
}

QSize RunMarkIcon::sizeHint() const {
  const int side = theme_.theme().height(size_);
  return {side, side};
}

void RunMarkIcon::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintRunMark(painter, theme_.theme(), rect(), mark_);
}

RunMarkLabel::RunMarkLabel(const ThemeController& theme, RunMark mark, FontRole font, QWidget* parent)
    : QWidget(parent), icon_(new RunMarkIcon(theme, mark)), label_(new ThemedLabel(theme, font)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->addWidget(icon_);
  row->addWidget(label_);
  theme.follow(this, [row, &theme] { row->setSpacing(theme.theme().u(1.25)); });
  setMark(mark);
}

void RunMarkLabel::setMark(RunMark mark, const QString& words) {
  icon_->setMark(mark);
  label_->setText(words.isEmpty() ? runMarkWord(mark) : words);
  setAccessibleName(label_->text());
}

QString RunMarkLabel::words() const {
  return label_->text();
}

}  // namespace kernelscope::ui
