#include "ui/plots/tile_painter.h"

#include "ui/plots/pens.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint_primitives.h"
#include "ui/widgets/marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <iterator>

namespace kernelscope::ui {

namespace {

// Closer together before anything is left out: "2 × 128, sine + m = 32" as "2×128 sine+m=32".
QString fitted(const QString& words, const QFontMetricsF& metrics, double width) {
  if (metrics.horizontalAdvance(words) <= width) return words;
  QString close = words;
  for (const QChar sign : {QChar(u'×'), QChar(u'+'), QChar(u'=')})
    close.replace(QStringLiteral(" %1 ").arg(sign), QString(sign));
  close.replace(QStringLiteral(", "), QStringLiteral(" "));
  return metrics.elidedText(close, Qt::ElideRight, width);
}

constexpr double kBarHeightU = 1.25;
constexpr double kBarLeftU = 18;     // room for "parameters"
constexpr double kBarRightU = 14.5;  // room for the number
constexpr double kPlateHeightU = 6.75;
constexpr double kLaneMarkWidthU = 6.5;
constexpr double kWordsU = 28, kWordsGapU = 2.5;  // beside the picture
constexpr double kLineU = 4.25;

void text(QPainter& painter, const QFont& font, const QColor& colour, const QPointF& baseline,
          const QString& words, double width) {
  painter.setFont(font);
  painter.setPen(colour);
  painter.drawText(baseline, fitted(words, QFontMetricsF(font), std::max(0.0, width)));
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

// Lane mark, letter and name, up to `right`.
void paintName(QPainter& painter, double left, double right, double first, const TileContent& content,
               const Theme& theme) {
  const QFont bold = theme.font(FontRole::BodyBold);
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
  text(painter, bold, theme.colour(Colour::Text), {left, first}, content.name, right - left);
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
       row.width() - numberWidth - theme.u(1));
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

// A row in one line, or in two where label and number do not fit side by side.
void paintRowBeside(QPainter& painter, const QRectF& row, const TileRow& content, const TileContent& tile,
                    const Theme& theme) {
  if (row.height() < theme.u(1.5 * kLineU)) return paintRow(painter, row, content, tile, theme);
  const QRectF first(row.left(), row.top(), row.width(), row.height() / 2);
  paintRow(painter, first, {content.label, {}, {}}, tile, theme);
  paintRow(painter, first.translated(0, first.height()), {{}, content.text, {}}, tile, theme);
}

bool needsTwoLines(const TileRow& row, double width, const Theme& theme) {
  const QFontMetricsF metrics(theme.font(FontRole::Small));
  return metrics.horizontalAdvance(row.label) + metrics.horizontalAdvance(row.text) + theme.u(1) > width;
}

// In one line or two, as room is left by the rows; returns the height used.
double paintLayers(QPainter& painter, const QRectF& room, const TileView& view, const Theme& theme) {
  const QString& words = view.content.layersText;
  if (words.isEmpty()) return 0;
  const QFont small = theme.font(FontRole::Small);
  const QFontMetricsF metrics(small);
  const double line = theme.u(kLineU);
  const double rows = static_cast<double>(view.rows.size()) * line;
  const QRectF two(room.left(), room.top() + metrics.descent(), room.width(), 2 * metrics.lineSpacing());
  const bool fits = metrics.boundingRect(two, Qt::TextWordWrap, words).height() <= two.height() + 1;
  const bool wrap =
      metrics.horizontalAdvance(words) > room.width() && fits && room.height() > rows + 2.5 * line;
  const QColor quiet = theme.colour(Colour::TextSecondary);
  if (!wrap) {
    text(painter, small, quiet, {room.left(), room.top() + line}, words, room.width());
    return line;
  }
  painter.setFont(small);
  painter.setPen(quiet);
  painter.drawText(two, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
  return two.height();
}

// Name, metric, held-out value and layers from the top; the rows from the bottom, in two lines each where
// they need them and there is room.
void paintWordsBeside(QPainter& painter, const QRectF& room, const TileView& view, const Theme& theme) {
  const TileContent& content = view.content;
  const QFont small = theme.font(FontRole::Small);
  const QColor quiet = theme.colour(Colour::TextSecondary);
  double baseline = room.top() + theme.u(3.5);
  paintName(painter, room.left(), room.right(), baseline, content, theme);
  if (!content.metricText.isEmpty()) {
    baseline += theme.u(7);
    const QFont metric = theme.font(FontRole::Metric);
    const double width = QFontMetricsF(metric).horizontalAdvance(content.metricText);
    text(painter, metric, theme.colour(Colour::Text), {room.left(), baseline}, content.metricText,
         room.width());
    text(painter, small, quiet, {room.left() + width + theme.u(0.75), baseline}, content.metricUnit,
         room.width() - width - theme.u(0.75));
  }
  if (!content.heldOutText.isEmpty()) {
    baseline += theme.u(5);
    text(painter, small, quiet, {room.left(), baseline}, content.heldOutText, room.width());
  }
  baseline +=
      paintLayers(painter, {room.left(), baseline, room.width(), room.bottom() - baseline}, view, theme);
  double left = room.bottom() - baseline - theme.u(2);
  double bottom = room.bottom();
  for (auto row = view.rows.rbegin(); row != view.rows.rend(); ++row) {
    const double after = static_cast<double>(std::distance(row, view.rows.rend()) - 1) * theme.u(kLineU);
    const bool two = needsTwoLines(*row, room.width(), theme) && left - after >= theme.u(2 * kLineU);
    const double height = theme.u(two ? 2 * kLineU : kLineU);
    paintRowBeside(painter, {room.left(), bottom - height, room.width(), height}, *row, content, theme);
    bottom -= height;
    left -= height;
  }
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

TileGeometry tileGeometry(const Theme& theme, const QRectF& place) {
  const double stacked = std::min(place.width(), place.height() - tileExtraHeight(theme));
  const double side = std::min(place.height(), place.width() - tileWordsWidth(theme));
  if (side <= stacked)
    return tileGeometry(theme, place.left(), place.top(), std::max(1.0, std::floor(stacked)));
  const QRectF picture(place.left(), place.top(), side, side);
  const double left = picture.right() + theme.u(kWordsGapU);
  return {{left, place.top(), place.right() - left, place.height()}, picture, {}, true};
}

double tileWordsWidth(const Theme& theme) {
  return theme.u(kWordsU + kWordsGapU);
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
  const QFont small = theme.font(FontRole::Small);
  const double metricLeft = paintMetric(painter, header, first, content, theme);
  paintName(painter, header.left(), metricLeft - theme.u(1), first, content, theme);
  const double heldOutWidth = QFontMetricsF(small).horizontalAdvance(content.heldOutText);
  const QColor quiet = theme.colour(Colour::TextSecondary);
  text(painter, small, quiet, {header.right() - heldOutWidth, second}, content.heldOutText, header.width());
  text(painter, small, quiet, {header.left(), second}, content.layersText,
       header.width() - heldOutWidth - (heldOutWidth > 0 ? theme.u(2) : 0));
}

void paintTile(QPainter& painter, const TileGeometry& geometry, const TileView& view, const Theme& theme,
               const ScaledPicture& scaled) {
  paintFramed(painter, geometry.picture, view, theme, scaled);
  if (geometry.beside) return paintWordsBeside(painter, geometry.header, view, theme);
  paintTileHeader(painter, geometry.header, view.content, theme);
  const double pitch = theme.u(kLineU);
  double centre = geometry.rows.top() + theme.u(4);
  for (const TileRow& row : view.rows) {
    paintRow(painter, {geometry.rows.left(), centre - pitch / 2, geometry.rows.width(), pitch}, row,
             view.content, theme);
    centre += pitch;
  }
}

}  // namespace kernelscope::ui
