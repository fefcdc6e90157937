#include "ui/panels/stage_figure.h"

#include "ui/plots/pens.h"
#include "ui/theme/paint_primitives.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kSmallestTileU = 24;
constexpr double kWorthBeside = 1.15;  // how much larger pictures must get with their words beside them
constexpr double kWidestWords = 1.5;   // of the narrowest column
constexpr double kColorBarWidthU = 30;
constexpr double kColorBarHeightU = 2;

void paintColorBar(QPainter& painter, const QRectF& bar, const ColorMap& map, const Theme& theme) {
  const double ratio = deviceRatio(painter);
  const int columns = std::max(2, static_cast<int>(std::lround(bar.width() * ratio)));
  QImage strip(columns, 1, QImage::Format_RGB32);
  for (int i = 0; i < columns; ++i) strip.setPixel(i, 0, map.at(i / (columns - 1.0)));
  painter.drawImage(bar, strip);
  drawPanel(painter, bar, 0, QColor(), theme.colour(Colour::TileFrame));
}

}  // namespace

StageGeometry stageGeometry(const Theme& theme, const QRectF& area, std::size_t count) {
  const double gap = theme.width(Width::TileGap);
  const double readoutHeight = theme.height(Height::Readout);
  const double tiles = static_cast<double>(count);
  const double byWidth = std::floor((area.width() - (tiles - 1) * gap) / tiles);
  const double room = std::floor(area.height() - readoutHeight);
  const double largest = theme.width(Width::TileMaximum), words = tileWordsWidth(theme);
  const double stacked = std::min({byWidth, room - tileExtraHeight(theme), largest});
  const double beside = std::min({byWidth - words, room, largest});
  double width = std::max<double>(theme.u(kSmallestTileU), stacked);
  double height = width + tileExtraHeight(theme);
  if (beside > kWorthBeside * width) {
    height = std::floor(beside);
    width = std::min(byWidth, height + kWidestWords * words);
  }
  StageGeometry geometry;
  const double pitch = count > 1 ? (area.width() - width) / (tiles - 1) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    geometry.tiles[i] = {area.left() + std::round(static_cast<double>(i) * pitch), area.top(), width, height};
  }
  geometry.readout = {area.left(), area.top() + height, area.width(), readoutHeight};
  return geometry;
}

int stageHeight(const Theme& theme, double width, std::size_t count) {
  const double gap = theme.width(Width::TileGap), tiles = static_cast<double>(count);
  const double side =
      std::min(std::floor((width - (tiles - 1) * gap) / tiles), double(theme.width(Width::TileMaximum)));
  return static_cast<int>(side) + tileExtraHeight(theme) + theme.height(Height::Readout);
}

int smallestStageHeight(const Theme& theme) {
  return theme.u(kSmallestTileU) + tileExtraHeight(theme) + theme.height(Height::Readout);
}

QRectF colorBarRect(const Theme& theme, const QRectF& readout, const StageReadout& content) {
  const double left =
      QFontMetricsF(theme.font(FontRole::Small)).horizontalAdvance(content.lower) + theme.u(1);
  const double height = theme.u(kColorBarHeightU);
  return {readout.left() + std::max<double>(left, theme.u(3)), readout.center().y() - height / 2,
          static_cast<double>(theme.u(kColorBarWidthU)), height};
}

void paintReadout(QPainter& painter, const QRectF& rect, const StageReadout& content, const Theme& theme) {
  const QFont small = theme.font(FontRole::Small);
  const QFontMetricsF metrics(small);
  const QRectF bar = snapped(painter, colorBarRect(theme, rect, content));
  const double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  paintColorBar(painter, bar, content.map, theme);
  painter.setFont(small);
  painter.setPen(theme.colour(Colour::Text));
  painter.drawText(QPointF(rect.left(), baseline), content.lower);
  double left = bar.right() + theme.u(1);
  painter.drawText(QPointF(left, baseline), content.upper);
  left += metrics.horizontalAdvance(content.upper) + theme.u(4);
  painter.setPen(theme.colour(Colour::TextSecondary));
  const double room = rect.right() - segmentsWidth(content.probe, theme) - theme.u(3) - left;
  if (room > theme.u(10)) {
    painter.drawText(QPointF(left, baseline), metrics.elidedText(content.description, Qt::ElideRight, room));
  }
  paintSegments(painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), content.probe, theme);
}

void paintStage(QPainter& painter, const QRectF& area, const StageFigure& figure, const Theme& theme) {
  const std::size_t count = figure.compared ? 2 : 3;
  const StageGeometry geometry = stageGeometry(theme, area, count);
  for (std::size_t i = 0; i < count; ++i) {
    const QRectF& tile = geometry.tiles[i];
    const TileView& view = figure.compared && i == 1 ? *figure.compared : figure.tiles[i];
    paintTile(painter, tileGeometry(theme, tile), view, theme);
  }
  paintReadout(painter, geometry.readout, figure.readout, theme);
}

}  // namespace kernelscope::ui
