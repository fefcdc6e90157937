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

void paintSeriesMark(QPainter& painter, const Theme& theme, const QRectF& rect, int series) {
  const SeriesStyle style = theme.series(series);
  const double(&lanePx)[2] = theme.tokens().laneMarkerPx;  // further series are as large as lane A's
  const qreal y = std::round(rect.center().y());
  painter.save();
  painter.setPen(Theme::dashedPen(style.colour, theme.pen(Pen::Curve), style.dashPx));
  painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
  painter.restore();
  const double markerPx = lanePx[series == 1 ? 1 : 0] * theme.pen(Pen::Axis) + (series == 0 ? 1 : 2);
  paintMarker(painter, style.marker, QPointF(rect.center().x(), y), markerPx, QColor(), style.colour);
}

void paintLaneMark(QPainter& painter, const Theme& theme, const QRectF& rect, LaneId lane) {
  paintSeriesMark(painter, theme, rect, static_cast<int>(laneIndex(lane)));
}

QString seriesLetter(int series) {
  return QString(QLatin1Char(static_cast<char>('A' + series)));
}

SeriesMark::SeriesMark(const ThemeController& theme, int series, QWidget* parent)
    : QWidget(parent), theme_(theme), series_(series) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setSeries(series);
  theme.follow(this, [this] {
    updateGeometry();
    update();
  });
}

void SeriesMark::setSeries(int series) {
  series_ = series;
  setAccessibleName(tr("Line of %1").arg(seriesLetter(series)));
  update();
}

QSize SeriesMark::sizeHint() const {
  return {theme_.theme().u(6.5), theme_.theme().u(3)};
}

void SeriesMark::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintSeriesMark(painter, theme_.theme(), rect(), series_);
}

LaneMark::LaneMark(const ThemeController& theme, LaneId lane, QWidget* parent)
    : SeriesMark(theme, static_cast<int>(laneIndex(lane)), parent) {
  setAccessibleName(lane == LaneId::A ? tr("Lane A, solid line") : tr("Lane B, dashed line"));
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
