#include "ui/pages/field_figures.h"

#include "ui/pages/figure_paragraph.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/plots/tile_painter.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <memory>

namespace kernelscope::ui {

namespace {

// In u.
constexpr double kMarginU = 3, kGapU = 2, kChartHeightU = 60, kSmallestChartU = 40;
constexpr double kChartAspect = 0.42;  // height of a chart by its width

std::vector<FigureParagraph> captionOf(const FieldFigures& figures, FigurePart part, double width) {
  const Theme& theme = figures.theme;
  const QFont small = theme.font(FontRole::Small);
  const QColor quiet = theme.colour(Colour::TextSecondary);
  std::vector<FigureParagraph> lines = {
      {figures.caption.title, theme.font(FontRole::BodyBold), theme.colour(Colour::Text), width},
      {figures.caption.details, small, quiet, width}};
  if (part == FigurePart::Chart) lines.emplace_back(figures.caption.lanes, small, quiet, width);
  return lines;
}

bool isTile(FigurePart part) {
  return part == FigurePart::Target || part == FigurePart::LaneA || part == FigurePart::LaneB;
}

std::size_t tileIndex(FigurePart part) {
  return part == FigurePart::Target ? 0 : part == FigurePart::LaneA ? 1 : 2;
}

double chartHeight(const Theme& theme, double width) {
  const double wanted = std::min<double>(width * kChartAspect, theme.u(kChartHeightU));
  return std::max<double>(theme.u(kSmallestChartU), wanted);
}

double readoutHeight(const ReadoutRows& rows, const Theme& theme) {
  return static_cast<double>(rows.size()) * theme.u(4.25);
}

FigureParagraph scaleWords(const FieldFigures& figures, double width) {
  return {figures.stage.readout.description, figures.theme.font(FontRole::Small),
          figures.theme.colour(Colour::TextSecondary), width};
}

// The colour bar with its limits, and under it what it shows.
void paintTileWithScale(QPainter& painter, const FieldFigures& figures, FigurePart part, const QPointF& at,
                        double width) {
  const Theme& theme = figures.theme;
  paintTile(painter, tileGeometry(theme, at.x(), at.y(), width), figures.stage.tiles[tileIndex(part)], theme);
  StageReadout bar = figures.stage.readout;
  bar.description.clear();
  bar.probe.clear();
  const double top = at.y() + width + tileExtraHeight(theme);
  const double height = theme.height(Height::Readout);
  paintReadout(painter, {at.x(), top, width, height}, bar, theme);
  scaleWords(figures, width).paint(painter, at.x(), top + height, width);
}

void paintChart(QPainter& painter, const FieldFigures& figures, const QPointF& at, double width) {
  const ReadoutRows readout = fittedReadout(figures.readout, width, figures.theme);
  const double header = readoutHeight(readout, figures.theme);
  paintReadoutRows(painter, {at.x(), at.y(), width, header}, readout, figures.theme);
  const double height = chartHeight(figures.theme, width);
  paintCurves(painter, {at.x(), at.y() + header, width, height}, figures.chart, figures.theme);
}

double contentHeight(const FieldFigures& figures, FigurePart part, double width) {
  const Theme& theme = figures.theme;
  const ReadoutRows readout = fittedReadout(figures.readout, width, theme);
  const double chart = readoutHeight(readout, theme) + chartHeight(theme, width);
  if (isTile(part)) {
    return width + tileExtraHeight(theme) + theme.height(Height::Readout) +
           scaleWords(figures, width).height();
  }
  if (part == FigurePart::Chart) return chart;
  const double tiles = stageHeight(theme, width, figures.stage.compared ? 2 : 3);
  return part == FigurePart::Tiles ? tiles : tiles + theme.u(kGapU) + chart;
}

}  // namespace

FieldFigures figuresOf(StageColumn& stage, const ExperimentConfig& config, const LaneNews& news,
                       const Theme& exportTheme, std::optional<std::int64_t> shownStep) {
  StageFigure tiles = stage.tiles().figure(exportTheme);
  // A probe that follows the mouse is not part of the picture; one that was pinned is.
  const bool pinned = std::ranges::any_of(tiles.tiles, [](const TileView& tile) { return tile.pinned; });
  if (!pinned) {
    for (TileView& tile : tiles.tiles) tile.probe.reset();
    if (tiles.compared) tiles.compared->probe.reset();
    tiles.readout.probe.clear();
  }
  const FigureCaption caption = figureCaption(config, tiles.picture, news, shownStep);
  return {exportTheme, caption, std::move(tiles), stage.chart().figure(), stage.chart().readout(exportTheme)};
}

double figureHeight(const FieldFigures& figures, FigurePart part, double width) {
  const double margin = figures.theme.u(kMarginU);
  const double inner = width - 2 * margin;
  return std::ceil(2 * margin + heightOf(captionOf(figures, part, inner)) + figures.theme.u(kGapU) +
                   contentHeight(figures, part, inner));
}

PrintedFigure printedFigure(FieldFigures figures, FigurePart part) {
  const auto shared = std::make_shared<const FieldFigures>(std::move(figures));
  return {shared->theme, shared->caption.title, shared->caption.details,
          [shared, part](double width) { return figureHeight(*shared, part, width); },
          [shared, part](QPainter& painter, QSizeF size) { paintFigure(painter, *shared, part, size); }};
}

void paintFigure(QPainter& painter, const FieldFigures& figures, FigurePart part, QSizeF size) {
  const Theme& theme = figures.theme;
  const double margin = theme.u(kMarginU);
  const double inner = size.width() - 2 * margin;
  double top = margin;
  for (const FigureParagraph& line : captionOf(figures, part, inner)) {
    line.paint(painter, margin, top, inner);
    top += line.height();
  }
  top += theme.u(kGapU);
  if (isTile(part)) return paintTileWithScale(painter, figures, part, {margin, top}, inner);
  if (part == FigurePart::Chart) return paintChart(painter, figures, {margin, top}, inner);
  const double tiles = stageHeight(theme, inner, figures.stage.compared ? 2 : 3);
  paintStage(painter, {margin, top, inner, tiles}, figures.stage, theme);
  if (part == FigurePart::Page) paintChart(painter, figures, {margin, top + tiles + theme.u(kGapU)}, inner);
}

}  // namespace kernelscope::ui
