// Writes every figure of every view in every format from the dark theme, the export dialog and the chart with
// the reader's cursors, to be looked at:  figure_gallery FOLDER

#include "tests/ui/synthetic_run.h"
#include "ui/application_settings.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/pages/figure_encoder.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/plots/curve_plot.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

namespace {

using namespace kernelscope;
using namespace kernelscope::ui;

void fill(StageColumn& stage) {
  TileContent target;
  target.name = QStringLiteral("Target");
  target.layersText = QStringLiteral("camera 128 × 128");
  stage.tiles().setTarget(target, kernelscope::testing::syntheticFields(128, 0, 0));
  stage.tiles().setTargetPixels(4096, 12288);
  stage.chart().startRun(2000);
  for (const LaneId lane : kLanes) {
    const bool first = lane == LaneId::A;
    TileContent content;
    content.lane = lane;
    content.name = first ? QStringLiteral("FFL") : QStringLiteral("SNNK");
    content.layersText = first ? QStringLiteral("3 × 128, sine") : QStringLiteral("2 × 128, sine + m = 32");
    content.metricText = first ? QStringLiteral("28.8") : QStringLiteral("27.1");
    content.metricUnit = QStringLiteral("dB");
    content.heldOutText = QStringLiteral("held-out 23.6");
    if (!first) {
      content.plate = PlateKind::Diverged;
      content.plateText = QStringLiteral("Last good state, step 400");
    }
    stage.tiles().setLane(content, kernelscope::testing::syntheticFields(128, first ? 1 : 2, 0.02));
    stage.tiles().setCosts(lane, first ? 33537 : 25345, first ? 10.2 : 8.4);
    stage.chart().setHistory(lane, kernelscope::testing::syntheticHistory(lane, first ? 1500 : 1400));
  }
}

void writeAll(StageColumn& stage, const ThemeController& theme, const QDir& folder, const QString& view) {
  const char* parts[] = {"page", "tiles", "target", "a", "b", "curves"};
  for (const FigurePart part : kFigureParts) {
    for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
      const bool tile = part == FigurePart::Target || part == FigurePart::LaneA || part == FigurePart::LaneB;
      const FigureSheet sheet{part, format, tile ? 80.0 : 170.0, 200};
      const QString name =
          QStringLiteral("%1-%2.%3")
              .arg(view, QLatin1String(parts[static_cast<std::size_t>(part)]), suffixOf(format));
      const FieldFigures figures = figuresOf(stage, defaultExperiment(), {}, theme.exportTheme());
      writeBytes(encodeSheet(figures, sheet), folder.filePath(name).toStdString());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  registerResources();
  if (argc < 2) {
    QTextStream(stderr) << "usage: figure_gallery FOLDER\n";
    return 2;
  }
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  folder.mkpath(QStringLiteral("."));
  ThemeController theme;
  theme.setChoice(ThemeChoice::Dark);
  theme.install();
  QWidget window;
  window.resize(1366, 640);
  StageColumn stage(theme, &window);
  stage.setGeometry(0, 0, 758, 626);
  fill(stage);
  window.show();
  const std::pair<FieldView, const char*> views[] = {{FieldView::Value, "value"},
                                                     {FieldView::Gradient, "gradient"},
                                                     {FieldView::Laplacian, "laplacian"},
                                                     {FieldView::Error, "error"}};
  for (const auto& [view, name] : views) {
    stage.tiles().setView(view);
    writeAll(stage, theme, folder, QString::fromLatin1(name));
  }
  stage.chart().plot()->setReaders({40.0, 1000.0});
  stage.chart().setMetric(ChartMetric::Loss);
  writeAll(stage, theme, folder, QStringLiteral("cursors"));
  QApplication::processEvents();
  window.grab().save(folder.filePath(QStringLiteral("window.png")));
  ApplicationSettings settings(folder.filePath(QStringLiteral("settings.ini")));
  ExportDialog dialog(theme, settings, imageFieldOffers(), nullptr);
  for (const auto& [kind, name] :
       {std::pair(ExportKind::Figure, "figure"), std::pair(ExportKind::Numbers, "numbers"),
        std::pair(ExportKind::Weights, "weights")}) {
    dialog.present(kind);
    dialog.setFacts({QStringLiteral("170 × 131\u00A0mm, 2,008 × 1,547 pixels"),
                     QStringLiteral("2,900 rows: every recorded step of both lanes, nothing left out"),
                     QStringLiteral("Lane A at step 400: 33,537 parameters, float32"), true});
    FigureSheet sheet;
    sheet.dotsPerInch = 45;
    dialog.setPreview(drawSheet(figuresOf(stage, defaultExperiment(), {}, theme.exportTheme()), sheet));
    dialog.setMessage(QStringLiteral("Saved kernelscope-page.pdf at 10:41:07"));
    QApplication::processEvents();
    dialog.grab().save(folder.filePath(QStringLiteral("dialog-%1.png").arg(QLatin1String(name))));
  }
  return 0;
}
