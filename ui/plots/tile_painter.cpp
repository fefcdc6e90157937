#include "ui/plots/tile_painter.h"

#include "ui/plots/pens.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/widgets/marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kBarHeightU = 1.25;
constexpr double kBarLeftU = 18;     // room for "parameters"
constexpr double kBarRightU = 14.5;  // room for the number
constexpr double kPlateHeightU = 6.75;
constexpr double kLaneMarkWidthU = 6.5;

void text(QPainter& painter, const QFont& font, const QColor& colour, const QPointF& baseline,
          const QString& words, double width) {
  painter.setFont(font);
  painter.setPen(colour);
  painter.drawText(baseline, QFontMetricsF(font).elidedText(words, Qt::ElideRight, std::max(0.0, width)));
}

// The metric at the right of the first line, its unit small beside it. Returns its left edge.
double paintMetric(QPainter& painter, const QRectF& header, double baseline, const TileContent& content,
                   const Theme& theme) {
  const QFont small = theme.font(FontRole::Small);
  const QFont metric = theme.font(FontRole::Metric);
  const double unitWidth = QFontMetricsF(small).horizontalAdvance(content.metricUnit);
  const double gap = content.metricUnit.isEmpty() ? 0 : theme.u(0.75);
  const double left =
      header.right() - unitWidth - gap - QFontMetricsF(metric).horizontalAdvance(content.metricText);
  text(painter, metric, theme.colour(Colour::Text), {left, baseline}, content.metricText, header.width());
  text(painter, small, theme.colour(Colour::TextSecondary), {header.right() - unitWidth, baseline},
       content.metricUnit, unitWidth + 1);
  return left;
}

void paintRow(QPainter& painter, const QRectF& row, const TileRow& content, const TileContent& tile,
              const Theme& theme) {
  const QFont small = theme.font(FontRole::Small);
  const QFontMetricsF metrics(small);
  const double baseline = row.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  const double numberWidth = metrics.horizontalAdvance(content.text);
  const double barLeft =
      row.left() +
      std::max<double>(theme.u(kBarLeftU), metrics.horizontalAdvance(content.label) + theme.u(1.5));
  const double barRight = row.right() - std::max<double>(theme.u(kBarRightU), numberWidth + theme.u(1.5));
  text(painter, small, theme.colour(Colour::TextSecondary), {row.left(), baseline}, content.label,
       row.width());
  text(painter, small, theme.colour(Colour::Text), {row.right() - numberWidth, baseline}, content.text,
       numberWidth + 1);
  if (!content.share || !tile.lane || barRight - barLeft < theme.u(4)) return;
  const double height = theme.u(kBarHeightU);
  const QRectF groove =
      snapped(painter, {barLeft, row.center().y() - height / 2, barRight - barLeft, height});
  painter.fillRect(groove, theme.colour(Colour::Wash));
  QRectF filled = groove;
  filled.setWidth(std::max(sharpWidth(painter), groove.width() * std::clamp(*content.share, 0.0, 1.0)));
  painter.fillRect(snapped(painter, filled), theme.lane(*tile.lane));
}

void paintPlate(QPainter& painter, const QRectF& picture, const TileContent& content, const Theme& theme) {
  if (content.plate == PlateKind::None || content.plateText.isEmpty()) return;
  const QFont small = theme.font(FontRole::Small);
  const QFontMetricsF metrics(small);
  const double line = sharpWidth(painter);
  const bool diverged = content.plate == PlateKind::Diverged;
  const double height = diverged ? theme.u(kPlateHeightU) : metrics.height() + theme.u(1.5);
  double textLeft = picture.left() + theme.u(diverged ? 2.5 : 3.5);
  QRectF plate(
      picture.left() + theme.u(2), picture.top() + theme.u(2),
      std::min(metrics.horizontalAdvance(content.plateText) + theme.u(3) + 1, picture.width() - theme.u(4)),
      height);
  if (diverged)
    plate = {picture.left() + line, picture.bottom() - line - height, picture.width() - 2 * line, height};
  plate = snapped(painter, plate);
  if (diverged) {
    painter.fillRect(plate, theme.colour(Colour::DivergedWash));
    drawEdge(painter, plate, Qt::TopEdge, theme.colour(Colour::Diverged));
    const double icon = theme.u(3.5);
    paintIcon(painter, QStringLiteral("diverged"), {textLeft, plate.center().y() - icon / 2, icon, icon},
              theme.colour(Colour::Diverged));
    textLeft += icon + theme.u(1.5);
  } else {
    drawPanel(painter, plate, 0, theme.colour(Colour::Stage), theme.colour(Colour::TileFrame));
  }
  const double baseline = plate.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  text(painter, small, theme.colour(Colour::Text), {textLeft, baseline}, content.plateText,
       plate.right() - textLeft - theme.u(1));
}

void paintFramed(QPainter& painter, const QRectF& picture, const TileView& view, const Theme& theme,
                 const ScaledPicture& scaled) {
  painter.fillRect(picture, theme.colour(Colour::Wash));
  if (!view.samples.isNull()) {
    const QRectF area = pictureArea(picture, view.samples.size(), deviceRatio(painter));
    paintPicture(painter, area, view, theme, scaled);
  }
  paintPlate(painter, picture, view.content, theme);
  const QColor frame = theme.colour(view.focused ? Colour::Focus : Colour::TileFrame);
  drawPanel(painter, picture, 0, QColor(), frame,
            view.focused ? theme.pen(Pen::Focus) : theme.pen(Pen::Frame));
}

}  // namespace

TileGeometry tileGeometry(const Theme& theme, double left, double top, double width) {
  const double header = theme.height(Height::TileHeader);
  return {{left, top, width, header},
          {left, top + header, width, width},
          {left, top + header + width, width, static_cast<double>(theme.height(Height::TileCost))}};
}

int tileExtraHeight(const Theme& theme) {
  return theme.height(Height::TileHeader) + theme.height(Height::TileCost);
}

QRectF pictureArea(const QRectF& picture, QSize samples, double deviceRatio) {
  const double frame = std::max(1.0, std::round(deviceRatio));
  const double available = std::floor(picture.width() * deviceRatio) - 2 * frame;
  const double longest = std::max(samples.width(), samples.height());
  const double width = std::max(1.0, std::round(available * samples.width() / longest));
  const double height = std::max(1.0, std::round(available * samples.height() / longest));
  const double left = std::round(picture.left() * deviceRatio) + frame + std::floor((available - width) / 2);
  const double top = std::round(picture.top() * deviceRatio) + frame + std::floor((available - height) / 2);
  return {left / deviceRatio, top / deviceRatio, width / deviceRatio, height / deviceRatio};
}

void paintTileHeader(QPainter& painter, const QRectF& header, const TileContent& content,
                     const Theme& theme) {
  const double first = header.bottom() - theme.u(6);
  const double second = header.bottom() - theme.u(2);
  const QFont bold = theme.font(FontRole::BodyBold);
  const QFont small = theme.font(FontRole::Small);
  const double metricLeft = paintMetric(painter, header, first, content, theme);
  double left = header.left();
  if (content.lane) {
    const QFontMetricsF metrics(bold);
    const double middle = first - metrics.capHeight() / 2;
    paintLaneMark(painter, theme, QRectF(left, middle - theme.u(2), theme.u(kLaneMarkWidthU), theme.u(4)),
                  *content.lane);
    left += theme.u(kLaneMarkWidthU) + theme.u(2);
    const QString letter = QString::fromLatin1(laneName(*content.lane));
    text(painter, bold, theme.laneText(*content.lane), {left, first}, letter, theme.u(6));
    left += metrics.horizontalAdvance(letter) + theme.u(1.5);
  }
  text(painter, bold, theme.colour(Colour::Text), {left, first}, content.name,
       metricLeft - left - theme.u(1));
  const double heldOutWidth = QFontMetricsF(small).horizontalAdvance(content.heldOutText);
  const QColor quiet = theme.colour(Colour::TextSecondary);
  text(painter, small, quiet, {header.right() - heldOutWidth, second}, content.heldOutText, header.width());
  text(painter, small, quiet, {header.left(), second}, content.layersText,
       header.width() - heldOutWidth - (heldOutWidth > 0 ? theme.u(2) : 0));
}

void paintTile(QPainter& painter, const TileGeometry& geometry, const TileView& view, const Theme& theme,
               const ScaledPicture& scaled) {
  paintTileHeader(painter, geometry.header, view.content, theme);
  paintFramed(painter, geometry.picture, view, theme, scaled);
  const double pitch = theme.u(4.25);
  double centre = geometry.rows.top() + theme.u(4);
  for (const TileRow& row : view.rows) {
    paintRow(painter, {geometry.rows.left(), centre - pitch / 2, geometry.rows.width(), pitch}, row,
             view.content, theme);
    centre += pitch;
  }
}

}  // namespace kernelscope::ui
