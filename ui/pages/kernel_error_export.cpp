#include "ui/pages/kernel_error_export.h"

#include "engine/analysis/kernel_error/kernel_error_analysis.h"
#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "ui/pages/kernel_error_figures.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/number_text.h"

namespace kernelscope::ui {

KernelErrorExport::KernelErrorExport(const ThemeController& theme, ApplicationSettings& settings,
                                     MainWindow& window, KernelErrorStage& stage, BannerHost& banners,
                                     QObject* parent)
    : ExportDesk(theme, settings, window, banners, parent), stage_(stage) {}

ExportOffers KernelErrorExport::offers() const {
  ExportOffers offers;
  offers.parts = {{FigurePart::Page, tr("Curves and matrices")},
                  {FigurePart::Chart, tr("Curves")},
                  {FigurePart::Tiles, tr("Matrices and histogram")},
                  {FigurePart::Estimates, tr("Estimates with their table")},
                  {FigurePart::Spectrum, tr("Singular values")}};
  offers.columns =
      tr("Comma-separated values, a row for each method and m: mean relative error with its 10 and 90\u00A0% "
         "quantile, standard deviation measured and predicted, bias, and the bias in standard errors. A "
         "prediction that does not exist is empty, an infinite one \"inf\".");
  offers.weights = false;
  return offers;
}

PrintedFigure KernelErrorExport::figure(FigurePart part) const {
  return kernelErrorFigure(stage_, part, theme().exportTheme());
}

std::function<void(WorkReport&)> KernelErrorExport::writer(const ExportChoice&,
                                                           const std::filesystem::path& file) const {
  return [report = stage_.report(), file](WorkReport&) {
    if (!report) throw IoError(file, "has nothing to hold: nothing is computed yet");
    writeFileAtomically(file, kernelErrorTable(*report));
  };
}

ExportFacts KernelErrorExport::facts(const ExportChoice&) const {
  ExportFacts facts;
  const auto report = stage_.report();
  const auto rows = report ? static_cast<std::int64_t>(report->methods.size() * report->features.size()) : 0;
  facts.numbers = tr("%1 rows: every method at every m").arg(countText(rows));
  if (report && report->preview)
    facts.numbers += tr(", of the first %1 trials").arg(countText(report->trials));
  facts.possible = rows > 0;
  return facts;
}

}  // namespace kernelscope::ui
