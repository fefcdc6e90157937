#include "ui/pages/field_figures.h"

#include "engine/core/file_io.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/plots/curve_image.h"
#include "ui/plots/tile_painter.h"

#include <QBuffer>
#include <QPainter>

namespace kernelscope::ui {

namespace {

constexpr double kPixelRatio = 2;
// Sizes in u.
constexpr double kPageWidthU = 240, kChartHeightU = 66, kTileWidthU = 96, kMarginU = 4;

QImage canvas(QSize logicalSize, const Theme& theme) {
  QImage image(logicalSize * kPixelRatio, QImage::Format_RGB32);
  image.setDevicePixelRatio(kPixelRatio);
  image.fill(theme.colour(Colour::Stage));
  return image;
}

QImage drawTile(TileView tile, const Theme& theme) {
  tile.probe.reset();
  const int margin = theme.u(kMarginU), width = theme.u(kTileWidthU);
  QImage image = canvas({width + 2 * margin, width + tileExtraHeight(theme) + 2 * margin}, theme);
  QPainter painter(&image);
  paintTile(painter, tileGeometry(theme, margin, margin, width), tile, theme);
  return image;
}

QImage drawChart(const CurveScene& chart, int width, const Theme& theme) {
  return curveImage({width, theme.u(kChartHeightU)}, kPixelRatio, chart, theme);
}

QImage drawPage(const FieldFigures& figures, const Theme& theme) {
  const int margin = theme.u(kMarginU), width = theme.u(kPageWidthU), inner = width - 2 * margin;
  const int tiles = stageHeight(theme, inner);
  QImage image = canvas({width, tiles + theme.u(kChartHeightU) + 3 * margin}, theme);
  QPainter painter(&image);
  paintStage(painter, QRectF(margin, margin, inner, tiles), figures.stage, theme);
  painter.drawImage(QPointF(margin, tiles + 2 * margin), drawChart(figures.chart, inner, theme));
  return image;
}

}  // namespace

FieldFigures figuresOf(StageColumn& stage, const Theme& theme) {
  return {stage.tiles().figure(theme), stage.chart().scene()};
}

QImage drawFigure(const FieldFigures& figures, FigurePart part, const Theme& theme) {
  switch (part) {
    case FigurePart::Page:
      return drawPage(figures, theme);
    case FigurePart::Target:
      return drawTile(figures.stage.tiles[0], theme);
    case FigurePart::LaneA:
      return drawTile(figures.stage.tiles[1], theme);
    case FigurePart::LaneB:
      return drawTile(figures.stage.tiles[2], theme);
    case FigurePart::Chart:
      return drawChart(figures.chart, theme.u(kPageWidthU), theme);
  }
  return {};
}

void savePng(const QImage& image, const std::filesystem::path& file) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  writeFileAtomically(file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

}  // namespace kernelscope::ui
