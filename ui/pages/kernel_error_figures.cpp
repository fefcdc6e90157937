#include "ui/pages/kernel_error_figures.h"

#include "ui/pages/figure_paragraph.h"
#include "ui/panels/kernel_error/error_pane.h"
#include "ui/panels/kernel_error/estimates_pane.h"
#include "ui/panels/kernel_error/gram_picture.h"
#include "ui/panels/kernel_error/gram_row.h"
#include "ui/panels/kernel_error/spectrum_pane.h"
#include "ui/panels/kernel_error/study_figures.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/plots/text_segments.h"
#include "ui/plots/tile_painter.h"
#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

constexpr double kMarginU = 3, kGapU = 3;
constexpr double kChartAspect = 0.5, kSmallestChartU = 45, kLargestChartU = 90;
constexpr double kHistogramShare = 0.16, kSmallestHistogramU = 28;

QString words(const char* text) {
  return QCoreApplication::translate("KernelErrorFigures", text);
}

// Everything that any of the figures draws.
struct Contents {
  Contents(const Theme& look, FigurePart shown) : theme(look), part(shown) {}

  Theme theme;
  FigurePart part;
  QString title, details, methods;
  StudyChart error, histogram, largeHistogram, scatter, spectrum;
  std::vector<TextSegment> readout;
  GramPicture gram;
  StageReadout gramLine;
  QString histogramLine;
  StudyTableContent table;
  QStringList cautions;
  bool severalPairs = false;
};

QString detailsOf(const KernelStudy& study) {
  const PairGeometry& pair = study.report->pairs.front().geometry;
  QStringList parts{
      words("d = %1").arg(pair.dimension),
      words("|x| = %1, |w| = %2")
          .arg(significantText(std::sqrt(pair.xx), 3), significantText(std::sqrt(pair.ww), 3)),
      study.report->pairs.size() == 1
          ? words("w·x + b = %1").arg(significantText(pair.argument(), 3))
          : words("%1 pairs").arg(countText(static_cast<std::int64_t>(study.report->pairs.size()))),
      study.report->preview && study.config
          ? words("%1 of %2 trials").arg(countText(study.report->trials), countText(study.config->trials))
          : words("%1 trials").arg(countText(study.report->trials)),
      words("seed %1").arg(study.report->seed)};
  return parts.join(QStringLiteral(", "));
}

QString methodLine(const KernelStudy& study) {
  QStringList parts;
  for (std::size_t i = 0; i < study.methods(); ++i) {
    const bool known = study.config && study.config->methods.size() == study.methods();
    const QString all = known ? methodWords(study.config->methods[i]) : study.names[i].name;
    parts << study.names[i].letter + QStringLiteral(": ") + all;
  }
  return parts.join(QStringLiteral("\u2003"));
}

std::vector<FigureParagraph> captionOf(const Contents& contents, double width) {
  const Theme& theme = contents.theme;
  const QFont small = theme.font(FontRole::Small);
  const QColor quiet = theme.colour(Colour::TextSecondary);
  std::vector<FigureParagraph> lines = {
      {contents.title, theme.font(FontRole::BodyBold), theme.colour(Colour::Text), width},
      {contents.details, small, quiet, width},
      {contents.methods, small, quiet, width}};
  const bool curves = contents.part == FigurePart::Page || contents.part == FigurePart::Chart;
  if (curves)
    lines.emplace_back(contents.cautions.join(QLatin1Char('\n')), small, theme.colour(Colour::Text), width);
  return lines;
}

double chartHeight(const Theme& theme, double width) {
  return std::clamp<double>(width * kChartAspect, theme.u(kSmallestChartU), theme.u(kLargestChartU));
}

double histogramWidth(const Theme& theme, double width) {
  return std::max<double>(theme.u(kSmallestHistogramU), kHistogramShare * width);
}

double tileSide(const Theme& theme, double width) {
  return std::floor((width - histogramWidth(theme, width) - 3 * theme.u(kGapU)) / 3);
}

double rowHeight(const Contents& contents, double width) {
  if (contents.gram.cells.isEmpty()) return chartHeight(contents.theme, width);
  return tileSide(contents.theme, width) + contents.theme.height(Height::TileHeader) +
         contents.theme.height(Height::Readout);
}

void paintHistogram(QPainter& painter, const QRectF& area, const Contents& contents) {
  const double header = contents.theme.height(Height::TileHeader);
  TileContent head;
  head.name = words("Estimates");
  head.layersText = contents.histogramLine;
  paintTileHeader(painter, {area.left(), area.top(), area.width(), header}, head, contents.theme);
  paintStudy(painter, area.adjusted(0, header, 0, 0), contents.histogram, contents.theme);
}

void paintRow(QPainter& painter, const QPointF& at, double width, const Contents& contents) {
  const Theme& theme = contents.theme;
  if (contents.gram.cells.isEmpty()) {
    paintHistogram(painter, {at.x(), at.y(), width, rowHeight(contents, width)}, contents);
    return;
  }
  const double side = tileSide(theme, width), gap = theme.u(kGapU), header = theme.height(Height::TileHeader);
  double left = at.x();
  for (const TileView& tile : contents.gram.tiles) {
    paintTile(painter, tileGeometry(theme, left, at.y(), side), tile, theme);
    left += side + gap;
  }
  paintHistogram(painter, {left, at.y(), at.x() + width - left, header + side + theme.u(1)}, contents);
  paintReadout(painter, {at.x(), at.y() + header + side, width, double(theme.height(Height::Readout))},
               contents.gramLine, theme);
}

void paintCurveChart(QPainter& painter, const QPointF& at, double width, const Contents& contents) {
  const double line = contents.theme.height(Height::Readout);
  paintSegments(painter, {at.x(), at.y(), width, line}, contents.readout, contents.theme);
  paintStudy(painter, {at.x(), at.y() + line, width, chartHeight(contents.theme, width)}, contents.error,
             contents.theme);
}

double curveHeight(const Contents& contents, double width) {
  return contents.theme.height(Height::Readout) + chartHeight(contents.theme, width);
}

double contentHeight(const Contents& contents, double width) {
  const double gap = contents.theme.u(kGapU), chart = chartHeight(contents.theme, width);
  switch (contents.part) {
    case FigurePart::Page:
      return curveHeight(contents, width) + gap + rowHeight(contents, width);
    case FigurePart::Chart:
      return curveHeight(contents, width);
    case FigurePart::Tiles:
      return rowHeight(contents, width);
    case FigurePart::Estimates:
      return chart * (contents.severalPairs ? 2 : 1) + gap + studyTableHeight(contents.table, contents.theme);
    default:
      return chart;
  }
}

void paintContent(QPainter& painter, const QPointF& at, double width, const Contents& contents) {
  const Theme& theme = contents.theme;
  const double gap = theme.u(kGapU), chart = chartHeight(theme, width);
  switch (contents.part) {
    case FigurePart::Page:
      paintCurveChart(painter, at, width, contents);
      return paintRow(painter, at + QPointF(0, curveHeight(contents, width) + gap), width, contents);
    case FigurePart::Chart:
      return paintCurveChart(painter, at, width, contents);
    case FigurePart::Tiles:
      return paintRow(painter, at, width, contents);
    case FigurePart::Estimates: {
      double top = at.y();
      for (const StudyChart* each : {&contents.largeHistogram, &contents.scatter}) {
        if (each == &contents.scatter && !contents.severalPairs) continue;
        paintStudy(painter, {at.x(), top, width, chart}, *each, theme);
        top += chart;
      }
      return paintStudyTable(painter, {at.x(), top + gap, width, studyTableHeight(contents.table, theme)},
                             contents.table, theme);
    }
    default:
      return paintStudy(painter, {at.x(), at.y(), width, chart}, contents.spectrum, theme);
  }
}

Contents contentsOf(const KernelErrorStage& stage, FigurePart part, const Theme& theme) {
  const KernelStudy study = kernelStudy(stage.report(), stage.config());
  const GramRow& row = stage.error().gram();
  Contents contents(theme, part);
  contents.title = study.config ? words("Kernel error of %1").arg(targetWords(study.config->target))
                                : words("Kernel error");
  if (!study) return contents;
  contents.details = detailsOf(study);
  contents.methods = methodLine(study);
  ErrorView view = stage.error().view();
  view.computing = false;
  contents.error = errorChart(study, view);
  contents.readout = errorReadout(study, view.quantity, std::nullopt, theme);
  contents.cautions = errorCautions(study);
  contents.histogram = histogramChart(study, true);
  contents.largeHistogram = histogramChart(study, false);
  contents.histogramLine = histogramWords(study);
  contents.scatter = scatterChart(study);
  contents.severalPairs = study.report->pairs.size() > 1;
  contents.table = estimatesTable(study);
  contents.gram = gramPicture(row.matrices(), row.shownMethod(), theme);
  contents.gramLine = gramReadout(row.matrices(), row.shownMethod(), contents.gram, std::nullopt, theme);
  contents.spectrum = spectrumChart(row.matrices(), stage.spectrum().logYToggle().isChecked(),
                                    stage.spectrum().gridToggle().isChecked());
  return contents;
}

}  // namespace

PrintedFigure kernelErrorFigure(const KernelErrorStage& stage, FigurePart part, const Theme& exportTheme) {
  const auto contents = std::make_shared<const Contents>(contentsOf(stage, part, exportTheme));
  const double margin = exportTheme.u(kMarginU), gap = exportTheme.u(kGapU);
  const auto height = [contents, margin, gap](double width) {
    const double inner = width - 2 * margin;
    return std::ceil(2 * margin + heightOf(captionOf(*contents, inner)) + gap +
                     contentHeight(*contents, inner));
  };
  const auto paint = [contents, margin, gap](QPainter& painter, QSizeF size) {
    const double inner = size.width() - 2 * margin;
    double top = margin;
    for (const FigureParagraph& line : captionOf(*contents, inner)) {
      line.paint(painter, margin, top, inner);
      top += line.height();
    }
    paintContent(painter, {margin, top + gap}, inner, *contents);
  };
  return {exportTheme, contents->title, contents->details, height, paint};
}

}  // namespace kernelscope::ui
