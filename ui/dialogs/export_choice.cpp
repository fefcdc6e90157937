#include "ui/dialogs/export_choice.h"

#include "ui/application_settings.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace kernelscope::ui {

namespace {

// Names of choices in files and in the settings, in the order of the enums.
constexpr std::array kPartNames = {"page",   "tiles",  "target",    "lane-a",
                                   "lane-b", "curves", "estimates", "spectrum"};
constexpr std::array kFormatNames = {"png", "svg", "pdf"};
constexpr std::array kWeightNames = {"safetensors", "npz", "csv"};
constexpr std::array kLaneNames = {"A", "B"};

template <typename Enum>
Enum named(std::span<const char* const> names, const QString& name, Enum otherwise) {
  const auto found =
      std::ranges::find_if(names, [&](const char* known) { return name == QLatin1String(known); });
  return found == names.end() ? otherwise : static_cast<Enum>(found - names.begin());
}

template <typename Names, typename Enum>
QString nameOf(const Names& names, Enum value) {
  return QString::fromLatin1(names[static_cast<std::size_t>(value)]);
}

}  // namespace

double smallestWidthMillimetres(FigurePart part) {
  switch (part) {
    case FigurePart::Page:
    case FigurePart::Tiles:
    case FigurePart::Estimates:
      return 140;
    case FigurePart::Chart:
    case FigurePart::Spectrum:
      return 100;
    case FigurePart::Target:
    case FigurePart::LaneA:
    case FigurePart::LaneB:
      break;
  }
  return 60;
}

QString suffixOf(FigureFormat format) {
  return nameOf(kFormatNames, format);
}
QString suffixOf(WeightFormat format) {
  return nameOf(kWeightNames, format);
}

QString suffixOf(const ExportChoice& choice) {
  if (choice.kind == ExportKind::Figure) return suffixOf(choice.sheet.format);
  return choice.kind == ExportKind::Weights ? suffixOf(choice.weights) : QStringLiteral("csv");
}

QString fileNameOf(const ExportChoice& choice) {
  QString name = QStringLiteral("kernelscope-metrics");
  if (choice.kind == ExportKind::Figure)
    name = QStringLiteral("kernelscope-") + nameOf(kPartNames, choice.sheet.part);
  if (choice.kind == ExportKind::Weights)
    name = QStringLiteral("kernelscope-weights-") + QLatin1String(laneName(choice.lane));
  return name + QLatin1Char('.') + suffixOf(choice);
}

ExportChoice loadExportChoice(const ApplicationSettings& settings) {
  ExportChoice choice;
  const auto text = [&](const char* key) { return settings.exportChoice(QLatin1String(key)).toString(); };
  choice.sheet.part = named(kPartNames, text("part"), choice.sheet.part);
  choice.sheet.format = named(kFormatNames, text("format"), choice.sheet.format);
  choice.weights = named(kWeightNames, text("weights"), choice.weights);
  choice.lane = named(kLaneNames, text("lane"), choice.lane);
  const double width = settings.exportChoice(QStringLiteral("width_mm")).toDouble();
  if (std::isfinite(width) && width > 0)
    choice.sheet.widthMillimetres =
        std::clamp(width, smallestWidthMillimetres(choice.sheet.part), kLargestWidthMillimetres);
  const int dots = settings.exportChoice(QStringLiteral("dpi")).toInt();
  if (dots > 0) choice.sheet.dotsPerInch = std::clamp(dots, kSmallestDpi, kLargestDpi);
  return choice;
}

void saveExportChoice(const ExportChoice& choice, ApplicationSettings& settings) {
  settings.setExportChoice(QStringLiteral("part"), nameOf(kPartNames, choice.sheet.part));
  settings.setExportChoice(QStringLiteral("format"), nameOf(kFormatNames, choice.sheet.format));
  settings.setExportChoice(QStringLiteral("weights"), nameOf(kWeightNames, choice.weights));
  settings.setExportChoice(QStringLiteral("lane"), QString::fromLatin1(laneName(choice.lane)));
  settings.setExportChoice(QStringLiteral("width_mm"), choice.sheet.widthMillimetres);
  settings.setExportChoice(QStringLiteral("dpi"), choice.sheet.dotsPerInch);
}

}  // namespace kernelscope::ui
