#include "ui/panels/kernel_error/gram_picture.h"

#include "ui/plots/field_image.h"
#include "ui/plots/field_limits.h"
#include "ui/plots/pens.h"
#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace kernelscope::ui {

namespace {

QString gramText(const char* text) {
  return QCoreApplication::translate("GramPicture", text);
}

TileView tileOf(const Field2d& field, const GramPicture& picture, const Theme& theme, std::int64_t& beyond) {
  TileView view;
  if (field.empty()) return view;
  const ColorMap map(theme.colourMap(theme.signedMap()));
  const FieldImage image = renderField(field, picture.limits, map,
                                       {theme.colour(Colour::TextSecondary), theme.colour(Colour::Stage)});
  view.samples = image.image;
  beyond += image.clippedCells;
  return view;
}

TextSegment valueOfCell(const QString& name, double value, const QColor& colour, const GramPicture& picture) {
  const double widest = -1.888 * static_cast<double>(picture.limits.maximum);
  return {name + QLatin1Char(' ') + significantText(value, 2), colour, false,
          name + QLatin1Char(' ') + significantText(widest, 3)};
}

}  // namespace

GramPicture gramPicture(const KernelStudy& study, std::size_t place, const Theme& theme) {
  GramPicture picture;
  if (!study || place >= study.methods()) return picture;
  const KernelErrorReport& report = *study.report;
  const GramEstimate& estimate = report.methods[place].gram;
  const GramFields fields = gramFields(report.gram, estimate);
  const auto limit = static_cast<float>(roundLimitUp(fields.largest));
  picture.limits = {-limit, limit};
  picture.cells = {fields.exact.width, fields.exact.height};
  std::int64_t exactBeyond = 0;
  picture.tiles = {tileOf(fields.exact, picture, theme, exactBeyond),
                   tileOf(fields.estimate, picture, theme, picture.beyond),
                   tileOf(fields.difference, picture, theme, picture.beyond)};
  TileContent& exact = picture.tiles[0].content;
  exact.name = gramText("Exact K");
  const QString size =
      QStringLiteral("%1 × %2").arg(countText(report.gram.rows), countText(report.gram.columns));
  exact.layersText =
      study.config ? QStringLiteral("%1, %2").arg(targetWords(study.config->target), size) : size;
  TileContent& shown = picture.tiles[1].content;
  shown.name = gramText("Estimate");
  shown.layersText = gramText("%1, one draw").arg(study.names[place].both());
  shown.heldOutText = QStringLiteral("m = ") + countText(estimate.features);
  TileContent& difference = picture.tiles[2].content;
  difference.name = gramText("Difference");
  difference.layersText = gramText("estimate − exact");
  difference.heldOutText = gramText("%1\u00A0% in norm").arg(significantText(estimate.relativeNorm * 100, 2));
  return picture;
}

StageReadout gramReadout(const KernelStudy& study, std::size_t place, const GramPicture& picture,
                         std::optional<QPoint> cell, const Theme& theme) {
  StageReadout readout;
  readout.map = ColorMap(theme.colourMap(theme.signedMap()));
  readout.lower = limitText(picture.limits.minimum);
  readout.upper = limitText(picture.limits.maximum);
  QStringList words{gramText("one scale, zero centred")};
  if (picture.beyond > 0) words << gramText("%1 beyond").arg(countText(picture.beyond));
  readout.description = words.join(QStringLiteral(", "));
  if (!study || !cell || picture.cells.isEmpty()) return readout;
  const KernelErrorReport& report = *study.report;
  const auto at = static_cast<std::size_t>(cell->y()) * static_cast<std::size_t>(report.gram.columns) +
                  static_cast<std::size_t>(cell->x());
  const double exact = report.gram.values[at], estimate = report.methods[place].gram.values[at];
  const QColor text = theme.colour(Colour::Text);
  const QString name = gramText("Cell (%1, %2)");
  readout.probe = {
      {name.arg(cell->y()).arg(cell->x()), text, true,
       name.arg(picture.cells.height()).arg(picture.cells.width())},
      valueOfCell(gramText("exact"), exact, text, picture),
      valueOfCell(gramText("estimate"), estimate, seriesTextColour(theme, static_cast<int>(place)), picture),
      valueOfCell(gramText("difference"), estimate - exact, text, picture)};
  return readout;
}

StudyChart histogramChart(const KernelStudy& study, bool small) {
  StudyChart chart;
  chart.x = {small ? QString() : gramText("estimate of K"), {0, 1}, false, TickKind::Numbers};
  chart.y = {small ? QString() : gramText("trials in a bin"), {0, 1}, false, TickKind::Counts};
  chart.roomRight = chart.numbersLeft = !small;
  if (!study) return chart;
  std::int64_t most = 1;
  for (std::size_t i = 0; i < study.methods(); ++i) {
    const Histogram& bins = study.report->methods[i].histogram;
    StudyCurve steps{static_cast<int>(i), CurveLook::Thin, {}, small ? QString() : study.names[i].both()};
    const double width =
        (bins.upper - bins.lower) / static_cast<double>(std::max<std::size_t>(1, bins.counts.size()));
    double left = bins.lower;
    steps.points << QPointF(left, 0);
    for (const std::int64_t count : bins.counts) {
      steps.points << QPointF(left, static_cast<double>(count))
                   << QPointF(left + width, static_cast<double>(count));
      left += width;
      most = std::max(most, count);
    }
    steps.points << QPointF(left, 0);
    chart.curves.push_back(steps);
    chart.x.range = {bins.lower, bins.upper};
  }
  chart.y.range = {0, static_cast<double>(most) * 1.08};
  chart.uprights.push_back({study.report->exact.front(), gramText("exact")});
  return chart;
}

QString histogramWords(const KernelStudy& study) {
  if (!study) return {};
  const QString pair = study.report->pairs.size() > 1 ? gramText(", first pair") : QString();
  return gramText("%1 trials, m = %2")
             .arg(countText(study.report->trials), countText(study.shownFeatures())) +
         pair;
}

}  // namespace kernelscope::ui
