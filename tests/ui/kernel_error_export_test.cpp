// What leaves the kernel-error page.

#include "ui/pages/kernel_error_export.h"

#include "engine/analysis/kernel_error/kernel_error_analysis.h"
#include "tests/ui/kernel_error_sample.h"
#include "ui/application_settings.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/main_window.h"
#include "ui/pages/figure_encoder.h"
#include "ui/pages/kernel_error_figures.h"
#include "ui/panels/kernel_error/error_pane.h"
#include "ui/panels/kernel_error/gram_row.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

namespace kernelscope::ui {

using kernelscope::testing::SampleStudy;

namespace {

constexpr FigurePart kParts[] = {FigurePart::Page, FigurePart::Chart, FigurePart::Tiles,
                                 FigurePart::Estimates, FigurePart::Spectrum};

}  // namespace

class KernelErrorExportTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    registerResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme_ = std::make_unique<ThemeController>();
    theme_->setChoice(ThemeChoice::Dark);  // what leaves the program is light all the same
    theme_->install();
    study_ = kernelscope::testing::sampleStudy();
    stage_ = std::make_unique<KernelErrorStage>(*theme_, nullptr);
    stage_->resize(758, 672);
    stage_->setStudy(study_.report, study_.config);
  }

  void everyFigureIsWhatItsFormatSays() {
    for (const FigurePart part : kParts) {
      const PrintedFigure figure = kernelErrorFigure(*stage_, part, theme_->exportTheme());
      const FigureSheet sheet{part, FigureFormat::Png, 170, 150};
      const QImage image = drawSheet(figure, sheet);
      QCOMPARE(image.size(), sheetPixels(figure, sheet));
      QCOMPARE(image.width(), 1004);  // 170 mm at 150 dpi
      QVERIFY(image.pixelColor(2, 2).lightness() > 240);
      QVERIFY(encodeSheet(figure, {part, FigureFormat::Pdf, 170, 150}).startsWith("%PDF"));
    }
  }

  void curvesAreVectorsAndCellsAreNotSmoothed() {
    const auto svg = [&](FigurePart part) {
      return QString::fromUtf8(encodeSheet(kernelErrorFigure(*stage_, part, theme_->exportTheme()),
                                           {part, FigureFormat::Svg, 170, 150}));
    };
    const QString chart = svg(FigurePart::Chart), tiles = svg(FigurePart::Tiles);
    QVERIFY(!chart.contains(QStringLiteral("<image")));
    for (const char* word : {"A independent", "B orthogonal", "slope", "mean relative error", "m = 128"})
      QVERIFY2(chart.contains(QString::fromLatin1(word)), word);
    QCOMPARE(tiles.count(QStringLiteral("<image style=\"image-rendering:pixelated\"")), qsizetype(4));
    QVERIFY(tiles.contains(QStringLiteral("Exact K")) && tiles.contains(QStringLiteral("in norm")));
  }

  void noTextIsSmallerThanSevenPoints() {
    for (const FigurePart part : kParts) {
      const QString svg = QString::fromUtf8(encodeSheet(
          kernelErrorFigure(*stage_, part, theme_->exportTheme()), {part, FigureFormat::Svg, 140, 150}));
      static const QRegularExpression size(QStringLiteral("<text[^>]*font-size=\"([0-9.]+)\""));
      auto found = size.globalMatch(svg);
      QVERIFY(found.hasNext());
      while (found.hasNext()) {
        const double points = found.next().captured(1).toDouble() * 72 / 96;
        QVERIFY2(points >= 6.99, qPrintable(QString::number(points)));
      }
    }
  }

  void theDialogOffersWhatThisPageHasAndTheTableHasEveryRow() {
    QTemporaryDir folder;
    ApplicationSettings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(*theme_, settings);
    BannerHost banners(*theme_, &window);
    KernelErrorExport exports(*theme_, settings, window, *stage_, banners, &window);
    exports.present(ExportKind::Numbers);
    QVERIFY(exports.dialog() != nullptr);
    QCOMPARE(exports.dialog()->findChild<QTabBar*>()->count(), 2);  // no weights
    ExportChoice choice;
    choice.kind = ExportKind::Numbers;
    const QString path = folder.filePath(QStringLiteral("curves.csv"));
    exports.writeTo(choice, path);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), qsizetype(1 + 2 * study_.report->features.size()));
    const QStringList row = lines[1 + 3].split(QLatin1Char(','));
    const ErrorPoint& point = study_.report->methods[0].curve[3];
    QCOMPARE(row[0], QStringLiteral("M1"));
    QCOMPARE(row[1].toInt(), point.features);
    QCOMPARE(row[2].toDouble(), point.mean);  // the exact number
    QCOMPARE(row[6].toDouble(), point.predictedStd);
    QVERIFY(lines[1 + 12].split(QLatin1Char(','))[6].isEmpty());  // orthogonal: no closed form
    exports.dialog()->close();
  }

  void withoutAStudyAFigureIsOnlyItsTitle() {
    KernelErrorStage empty(*theme_, nullptr);
    const PrintedFigure figure = kernelErrorFigure(empty, FigurePart::Page, theme_->exportTheme());
    QVERIFY(!drawSheet(figure, {FigurePart::Page, FigureFormat::Png, 140, 100}).isNull());
  }

 private:
  std::unique_ptr<ThemeController> theme_;
  std::unique_ptr<KernelErrorStage> stage_;
  SampleStudy study_;
};

}  // namespace kernelscope::ui

QTEST_MAIN(kernelscope::ui::KernelErrorExportTest)
#include "kernel_error_export_test.moc"
