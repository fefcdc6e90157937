#include "ui/panels/stage_readout.h"

#include "engine/data/query_grid.h"
#include "ui/plots/value_text.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

namespace kernelscope::ui {

namespace {

QString words(const char* text) {
  return QCoreApplication::translate("StageReadout", text);
}

const Field2d* anyField(const StageFields& fields) {
  for (const StageSource source : {StageSource::LaneA, StageSource::LaneB, StageSource::Target}) {
    const bool besideErrors = source == StageSource::Target && fields.view() == FieldView::Error;
    if (!besideErrors && fields.field(source) != nullptr) return fields.field(source);
  }
  return nullptr;
}

QString queryWords(const StageFields& fields, int wanted) {
  if (wanted <= 1) return {};
  if (!hasValuesBetweenPixels(fields.view())) return words("at the pixels");
  const int shown = fields.samplesPerPixel();
  const QSize pixels = fields.pixels();
  const int possible = pixels.isEmpty() ? wanted : possibleQuery(pixels.height(), pixels.width(), wanted);
  if (shown != possible) return words("%1× is on its way").arg(possible);
  if (possible < wanted) return words("%1× between pixels, the most here").arg(possible);
  return words("%1× between pixels").arg(possible);
}

// Whose scale the colour bar is.
QString scaleWords(FieldView view, const ReadoutOptions& options) {
  if (options.difference) return words("own scale");
  if (view == FieldView::Spectrum) return words("scale of the target");
  if (view == FieldView::Error) return words("one scale for A and B");
  return options.queryWanted > 1 ? words("one scale") : words("one scale for all tiles");
}

QString description(StageFields& fields, const ReadoutOptions& options) {
  const Field2d* any = anyField(fields);
  const QString name = fieldViewWords(fields.view(), any != nullptr && any->channels == 3);
  const QString unit = fieldViewUnit(fields.view());
  QStringList parts{options.difference ? words("A − B") : name};
  if (options.difference && unit.isEmpty()) parts << name;
  if (!unit.isEmpty()) parts << unit;
  const QString query = queryWords(fields, options.queryWanted);
  if (!query.isEmpty()) parts << query;
  parts << scaleWords(fields.view(), options);
  // A lane's silence lies below the target's scale.
  const bool counted = fields.view() != FieldView::Spectrum;
  if (counted && options.beyond > 0) parts << words("%1 beyond").arg(countText(options.beyond));
  return parts.join(QStringLiteral(", "));
}

// A position in pixels as the picture counts them, or in cycles per picture.
QString placeWords(const QPointF& position, int samplesPerPixel) {
  const int decimals = samplesPerPixel == 1 ? 0 : samplesPerPixel == 2 ? 2 : 3;
  return QStringLiteral("(%1, %2)")
      .arg(decimalText(position.x(), decimals), decimalText(position.y(), decimals));
}

TextSegment probeSegment(const StageFields& fields, const TileNavigation& navigation, const Theme& theme) {
  const QString name = navigation.pinned() ? words("Pinned %1") : words("Probe %1");
  const QSize pixels = navigation.pixels();
  const bool spectrum = fields.view() == FieldView::Spectrum;
  QPointF position = *navigation.probePosition();
  if (spectrum) position = navigation.probePixel().value() - QPoint(pixels.width() / 2, pixels.height() / 2);
  const int perPixel = spectrum ? 1 : navigation.samplesPerPixel();
  const QString unit = spectrum ? words(" cycles") : QString();
  const QPointF longest = spectrum ? QPointF(-pixels.width() / 2, -pixels.height() / 2)
                                   : QPointF(pixels.width() - 0.125, pixels.height() - 0.125);
  return {name.arg(placeWords(position, perPixel)) + unit, theme.colour(Colour::Text), true,
          words("Pinned %1").arg(placeWords(longest, perPixel)) + unit};
}

TextSegment valueSegment(const QString& name, FieldView view, const Field2d* field, FieldRange range,
                         const QPointF& place, const QColor& colour) {
  QString value = missingNumber();
  if (field != nullptr)
    value = sampleText(view, *field, static_cast<int>(place.x() * field->width),
                       static_cast<int>(place.y() * field->height));
  const QString limit = view == FieldView::Spectrum
                            ? decimalText(-100.8, 1)
                            : significantText(static_cast<double>(-range.maximum) * 1.111, 3);
  const QString widest = range.minimum < 0 || range.maximum > 1 ? limit : decimalText(-0.88, 2);
  const QStringList each(field != nullptr ? field->channels : 1, widest);
  return {name + QLatin1Char(' ') + value, colour, false,
          name + QLatin1Char(' ') + each.join(QLatin1Char(' '))};
}

}  // namespace

StageReadout stageReadout(StageFields& fields, const TileNavigation& navigation,
                          const ReadoutOptions& options, const Theme& theme) {
  StageReadout result;
  const FieldRange range = options.difference ? fields.differenceLimits() : fields.limits();
  result.lower = limitText(range.minimum);
  result.upper = limitText(range.maximum);
  result.map = options.difference ? ColorMap(theme.colourMap(theme.lanesMap())) : fields.map(theme);
  result.description = description(fields, options);
  const std::optional<QPointF> place = navigation.probePlace();
  if (!place) return result;
  result.probe.push_back(probeSegment(fields, navigation, theme));
  const QString names[] = {words("target"), QStringLiteral("A"), QStringLiteral("B")};
  for (const StageSource source : kStageSources) {
    const std::size_t i = sourceIndex(source);
    const QColor colour =
        source == StageSource::Target ? theme.colour(Colour::Text) : theme.laneText(kLanes[i - 1]);
    result.probe.push_back(
        valueSegment(names[i], fields.view(), fields.field(source), fields.limits(), *place, colour));
  }
  if (options.difference) {
    const Field2d& difference = fields.difference().field;
    result.probe.push_back(valueSegment(QStringLiteral("A − B"), fields.view(),
                                        difference.empty() ? nullptr : &difference, range, *place,
                                        theme.colour(Colour::Text)));
  }
  return result;
}

QString tileSummary(const TileView& view, const StageFields& fields, const Field2d* shown) {
  QStringList parts;
  if (shown != nullptr) {
    parts << words("%1, %2 by %3 samples")
                 .arg(fieldViewWords(fields.view(), shown->channels == 3))
                 .arg(shown->width)
                 .arg(shown->height);
  }
  const TileContent& content = view.content;
  if (!content.metricText.isEmpty()) parts << content.metricText + QLatin1Char(' ') + content.metricUnit;
  for (const QString& text : {content.heldOutText, content.plateText}) {
    if (!text.isEmpty()) parts << text;
  }
  return parts.join(QStringLiteral(", "));
}

QString frequencyWords(QSize pixels, const PictureWindow& window) {
  const auto range = [](double from, double length, int count) {
    const int first = static_cast<int>(std::floor(from * count)) - count / 2;
    const int last = static_cast<int>(std::ceil((from + length) * count)) - 1 - count / 2;
    return words("%1 to %2").arg(decimalText(first, 0), decimalText(last, 0));
  };
  const QRectF part = window.part();
  const QString across = range(part.left(), part.width(), pixels.width());
  const QString down = range(part.top(), part.height(), pixels.height());
  if (across == down) return words("%1 cycles per picture").arg(across);
  return words("%1 × %2 cycles per picture").arg(across, down);
}

}  // namespace kernelscope::ui
