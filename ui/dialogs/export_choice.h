#pragma once
// Everything that can be chosen when something leaves the program, as a plain value, and how it is
// remembered.

#include "engine/config/experiment_config.h"

#include <QString>
#include <array>

namespace kernelscope::ui {

class ApplicationSettings;

enum class ExportKind { Figure, Numbers, Weights };

// Each page offers some of them.
enum class FigurePart { Page, Tiles, Target, LaneA, LaneB, Chart, Estimates, Spectrum };
// Those of the image-field page.
inline constexpr std::array kFigureParts = {FigurePart::Page,  FigurePart::Tiles, FigurePart::Target,
                                            FigurePart::LaneA, FigurePart::LaneB, FigurePart::Chart};
enum class FigureFormat { Png, Svg, Pdf };
enum class WeightFormat { Safetensors, Npz, Csv };

// Resolutions offered for pictures.
inline constexpr int kSmallestDpi = 96, kLargestDpi = 600;
inline constexpr double kLargestWidthMillimetres = 420;

struct FigureSheet {
  FigurePart part = FigurePart::Page;
  FigureFormat format = FigureFormat::Png;
  double widthMillimetres = 170;
  int dotsPerInch = 300;  // PNG
  bool operator==(const FigureSheet&) const = default;
};

struct ExportChoice {
  ExportKind kind = ExportKind::Figure;
  FigureSheet sheet;
  LaneId lane = LaneId::A;
  WeightFormat weights = WeightFormat::Safetensors;
  bool operator==(const ExportChoice&) const = default;
};

// The narrowest width at which a part can still be read.
double smallestWidthMillimetres(FigurePart part);

// Without the dot: "png", "safetensors". Of numbers always "csv".
QString suffixOf(const ExportChoice& choice);
QString suffixOf(FigureFormat format);
QString suffixOf(WeightFormat format);
// A name for the file, without folder: "kernelscope-curves.pdf".
QString fileNameOf(const ExportChoice& choice);

// Values out of range or unknown are replaced by the defaults.
ExportChoice loadExportChoice(const ApplicationSettings& settings);
void saveExportChoice(const ExportChoice& choice, ApplicationSettings& settings);

}  // namespace kernelscope::ui
