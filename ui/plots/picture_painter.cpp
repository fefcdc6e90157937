#include "ui/plots/picture_painter.h"

#include "ui/plots/image_scaling.h"
#include "ui/plots/pens.h"
#include "ui/theme/paint_primitives.h"
#include "ui/widgets/marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>
#include <tuple>

namespace kernelscope::ui {

namespace {

// What is seen of the samples, in samples.
QRectF seenPart(const QImage& samples, const PictureWindow& window) {
  const QRectF part = window.part();
  const double width = samples.width(), height = samples.height();
  return {part.left() * width, part.top() * height, part.width() * width, part.height() * height};
}

// The columns of `picture`, stretched over `area`, that lie between two places of it. No clipping: files of
// vectors have none.
void paintBetween(QPainter& painter, const QRectF& area, const QImage& picture, double from, double to) {
  if (picture.isNull() || to <= from) return;
  const double scale = picture.width() / area.width();
  painter.drawImage(QRectF(from, area.top(), to - from, area.height()), picture,
                    QRectF((from - area.left()) * scale, 0, (to - from) * scale, picture.height()));
}

// White lines on wider black ones: seen on any picture.
template <typename Draw>
void twice(QPainter& painter, const Theme& theme, Draw&& draw) {
  const double scale = theme.pen(Pen::Frame);
  for (const auto& [colour, width, reach] :
       {std::tuple(Qt::black, 3.0 * scale, 0.9 * scale), std::tuple(Qt::white, 1.2 * scale, 0.0)}) {
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    draw(reach);
  }
}

void paintProbe(QPainter& painter, const QPointF& centre, bool pinned, const Theme& theme) {
  const double inner = theme.u(1);
  const double outer = theme.u(2.25);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  twice(painter, theme, [&](double reach) {
    for (const QPointF& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
      painter.drawLine(centre + way * (inner - reach), centre + way * (outer + reach));
    }
    if (pinned) painter.drawEllipse(centre, outer + theme.u(0.75), outer + theme.u(0.75));
  });
  painter.setRenderHint(QPainter::Antialiasing, false);
}

// Short marks at all four sides where the sample of frequency zero lies.
void paintZeroTicks(QPainter& painter, const QRectF& area, const TileView& view, const Theme& theme) {
  const auto middle = [](int count) { return (count / 2 + 0.5) / count; };
  const QPointF zero =
      placeOf(view.window, area, {middle(view.samples.width()), middle(view.samples.height())});
  const double length = theme.u(2);
  twice(painter, theme, [&](double) {
    if (zero.x() > area.left() && zero.x() < area.right()) {
      painter.drawLine(QPointF(zero.x(), area.top()), QPointF(zero.x(), area.top() + length));
      painter.drawLine(QPointF(zero.x(), area.bottom()), QPointF(zero.x(), area.bottom() - length));
    }
    if (zero.y() > area.top() && zero.y() < area.bottom()) {
      painter.drawLine(QPointF(area.left(), zero.y()), QPointF(area.left() + length, zero.y()));
      painter.drawLine(QPointF(area.right(), zero.y()), QPointF(area.right() - length, zero.y()));
    }
  });
}

// The letter of a side on a plate in its upper corner.
void paintSide(QPainter& painter, const QRectF& area, LaneId lane, const Theme& theme) {
  const QFont font = theme.font(FontRole::BodyBold);
  const QFontMetricsF metrics(font);
  const QString letter = QString::fromLatin1(laneName(lane));
  const double mark = theme.u(6.5), inset = theme.u(1.5), height = metrics.height() + theme.u(1);
  const double width = inset + mark + theme.u(1) + metrics.horizontalAdvance(letter) + inset;
  const double left = lane == LaneId::A ? area.left() + theme.u(2) : area.right() - theme.u(2) - width;
  const QRectF plate = snapped(painter, {left, area.top() + theme.u(2), width, height});
  drawPanel(painter, plate, 0, theme.colour(Colour::Stage), theme.colour(Colour::TileFrame));
  paintLaneMark(painter, theme,
                {plate.left() + inset, plate.center().y() - theme.u(2), mark, double(theme.u(4))}, lane);
  painter.setFont(font);
  painter.setPen(theme.laneText(lane));
  painter.drawText(QPointF(plate.left() + inset + mark + theme.u(1),
                           plate.center().y() + (metrics.ascent() - metrics.descent()) / 2),
                   letter);
}

void paintDivider(QPainter& painter, const QRectF& area, double x, const Theme& theme) {
  twice(painter, theme, [&](double) { painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom())); });
  const double radius = theme.u(2.25), middle = area.center().y(), arrow = theme.u(0.75);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme.colour(Colour::Accent), theme.pen(Pen::Focus)));
  painter.setBrush(theme.colour(Colour::Stage));
  painter.drawEllipse(QPointF(x, middle), radius, radius);
  for (const double way : {-1.0, 1.0}) {
    const QPointF tip(x + way * 2 * arrow, middle);
    painter.drawPolyline(
        QPolygonF({tip - QPointF(way * arrow, arrow), tip, tip - QPointF(way * arrow, -arrow)}));
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace

double dividerPlace(const QRectF& area, const WipePicture& wipe) {
  return area.left() + std::round(wipe.divider * area.width());
}

ScaledPicture scaledPicture(const TileView& view, QSize devicePixels) {
  const auto scaled = [&](const QImage& samples) {
    return samples.isNull() ? QImage() : scalePicture(samples, seenPart(samples, view.window), devicePixels);
  };
  return {scaled(view.samples), view.wipe ? scaled(view.wipe->right) : QImage()};
}

void paintPicture(QPainter& painter, const QRectF& area, const TileView& view, const Theme& theme,
                  const ScaledPicture& scaled) {
  const double ratio = deviceRatio(painter);
  const QSize pixels(static_cast<int>(std::lround(area.width() * ratio)),
                     static_cast<int>(std::lround(area.height() * ratio)));
  const auto shown = [&](const QImage& made, const QImage& samples) {
    if (!made.isNull() || samples.isNull()) return made;
    return pictureFor(painter, samples, seenPart(samples, view.window), pixels);
  };
  painter.save();
  painter.setClipRect(area, Qt::IntersectClip);
  if (view.wipe) {
    const double x = dividerPlace(area, *view.wipe);
    paintBetween(painter, area, shown(scaled.left, view.samples), area.left(), x);
    paintBetween(painter, area, shown(scaled.right, view.wipe->right), x, area.right());
  } else {
    painter.drawImage(area, shown(scaled.left, view.samples));
  }
  if (view.zeroTicks) paintZeroTicks(painter, area, view, theme);
  if (view.probe) paintProbe(painter, placeOf(view.window, area, *view.probe), view.pinned, theme);
  if (view.wipe) {
    paintDivider(painter, area, dividerPlace(area, *view.wipe), theme);
    for (const LaneId lane : kLanes) paintSide(painter, area, lane, theme);
  }
  painter.restore();
}

}  // namespace kernelscope::ui
