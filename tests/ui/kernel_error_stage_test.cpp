// The stage of the kernel-error page with studies that the engine computes.

#include "ui/panels/kernel_error_stage.h"

#include "tests/ui/kernel_error_sample.h"
#include "ui/panels/kernel_error/error_pane.h"
#include "ui/panels/kernel_error/estimates_pane.h"
#include "ui/panels/kernel_error/gram_row.h"
#include "ui/panels/kernel_error/spectrum_pane.h"
#include "ui/panels/kernel_error/study_table.h"
#include "ui/plots/field_tile.h"
#include "ui/plots/study_plot.h"
#include "ui/plots/value_text.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

namespace kernelscope::ui {

using kernelscope::testing::SampleStudy;
using nlohmann::json;

namespace {

// tanh with |x| |w| beyond pi / 2: a fixed A has no variance, one that follows the frequency has.
json tanhBeyondItsStrip() {
  return {
      {"target", {{"name", "tanh"}}},
      {"trials", 100},
      {"features", {8, 64}},
      {"pairs", {{"norm_x", 1.5}, {"norm_w", 1.5}, {"dimension", 4}}},
      {"methods", json::array({{{"id", "M1"}, {"A", 0.0}}, {{"id", "M2"}, {"A", "frequency-dependent"}}})}};
}

const StudyCurve* curveNamed(const StudyChart& chart, const QString& label) {
  for (const StudyCurve& curve : chart.curves)
    if (curve.label == label) return &curve;
  return nullptr;
}

QString cellOf(const StudyTableContent& table, const QString& row, std::size_t column) {
  for (const StudyRow& one : table.rows)
    if (one.label.startsWith(row)) return one.cells[column].text;
  return {};
}

}  // namespace

class KernelErrorStageTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    registerResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme_ = std::make_unique<ThemeController>();
    theme_->setChoice(ThemeChoice::Light);
    theme_->install();
    plain_ = kernelscope::testing::sampleStudy();
    endless_ = kernelscope::testing::sampleStudy(tanhBeyondItsStrip());
  }

  void init() {
    stage_ = std::make_unique<KernelErrorStage>(*theme_, nullptr);
    stage_->resize(758, 672);
    stage_->show();
  }

  void aCurveHasAPointForEveryMeasuredM() {
    stage_->setStudy(plain_.report, plain_.config);
    const StudyChart& chart = stage_->error().plot().chart();
    const StudyCurve* orthogonal = curveNamed(chart, QStringLiteral("B orthogonal"));
    QVERIFY(orthogonal != nullptr && curveNamed(chart, QStringLiteral("A independent")) != nullptr);
    QCOMPARE(orthogonal->points.size(), qsizetype(plain_.report->features.size()));
    for (qsizetype i = 0; i < orthogonal->points.size(); ++i) {
      const ErrorPoint& point = plain_.report->methods[1].curve[static_cast<std::size_t>(i)];
      QCOMPARE(orthogonal->points[i], QPointF(point.features, point.mean));
      QCOMPARE(chart.bands[1].lower[i].y(), point.low);
      QCOMPARE(chart.bands[1].upper[i].y(), point.high);
    }
  }

  void theReferenceFallsWithTheRootOfM() {
    stage_->setStudy(plain_.report, plain_.config);
    const StudyCurve* slope = curveNamed(stage_->error().plot().chart(), QStringLiteral("slope −1/2"));
    QVERIFY(slope != nullptr);
    const QPointF first = slope->points.first(), last = slope->points.last();
    QCOMPARE(std::log(last.y() / first.y()) / std::log(last.x() / first.x()), -0.5);
  }

  void theReadoutNamesTheMUnderTheMouse() {
    stage_->setStudy(plain_.report, plain_.config);
    QVERIFY(stage_->error().readout().startsWith(QStringLiteral("m = 128, ")));  // gram_features
    StudyPlot& plot = stage_->error().plot();
    const QPointF place = plot.frame().toPixel(512, plot.frame().y.lower * 2);
    QTest::mouseMove(&plot, place.toPoint());
    QTRY_VERIFY(stage_->error().readout().startsWith(QStringLiteral("m = 512, ")));
    const double error = plain_.report->methods[0].curve[8].mean;
    QVERIFY2(stage_->error().readout().contains(QStringLiteral("A ") + errorText(error)),
             qPrintable(stage_->error().readout()));
  }

  void aClickOnAnMChoosesIt() {
    stage_->setStudy(plain_.report, plain_.config);
    QSignalSpy chosen(stage_.get(), &KernelErrorStage::featuresChosen);
    StudyPlot& plot = stage_->error().plot();
    const QPointF place = plot.frame().toPixel(1100, plot.frame().y.upper / 2);  // 1,024 is the nearest
    QTest::mouseClick(&plot, Qt::LeftButton, {}, place.toPoint());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toInt(), 1024);
  }

  void arrowsAndEnterChooseAnM() {
    stage_->setStudy(plain_.report, plain_.config);
    QSignalSpy chosen(stage_.get(), &KernelErrorStage::featuresChosen);
    StudyPlot& plot = stage_->error().plot();
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toInt(), plain_.report->features[1]);
  }

  void withoutAVarianceThereIsNoBandAndTheReasonIsSaid() {
    stage_->setStudy(endless_.report, endless_.config);
    QVERIFY(!endless_.report->methods[0].whyNoVariance.empty());
    QVERIFY(endless_.report->methods[1].whyNoVariance.empty());
    const StudyChart& chart = stage_->error().plot().chart();
    QCOMPARE(chart.bands.size(), std::size_t{1});
    QCOMPARE(chart.bands[0].series, 1);
    const StudyCurve* endless = curveNamed(chart, QStringLiteral("A infinite variance"));
    QVERIFY(endless != nullptr);
    QCOMPARE(endless->look, CurveLook::Dotted);
    const QString cautions = stage_->error().cautions();
    QVERIFY2(cautions.contains(QString::fromStdString(endless_.report->methods[0].whyNoVariance)),
             qPrintable(cautions));
    const StudyTableContent& table = stage_->estimates().table().content();
    QCOMPARE(cellOf(table, QStringLiteral("Std, predicted"), 0), QStringLiteral("∞"));
    QVERIFY(cellOf(table, QStringLiteral("Std, predicted"), 1) != QStringLiteral("∞"));
  }

  void deviationsStandBesideTheirPredictions() {
    stage_->setStudy(plain_.report, plain_.config);
    stage_->error().deviationToggle().click();
    const StudyChart& chart = stage_->error().plot().chart();
    QVERIFY(chart.bands.empty());
    const StudyCurve* predicted = curveNamed(chart, QStringLiteral("A predicted"));
    const StudyCurve* measured = curveNamed(chart, QStringLiteral("A independent"));
    QVERIFY(predicted != nullptr && measured != nullptr);
    QVERIFY(curveNamed(chart, QStringLiteral("B predicted")) == nullptr);  // orthogonal: no closed form
    const MethodReport& method = plain_.report->methods[0];
    for (qsizetype i = 0; i < measured->points.size(); ++i) {
      QCOMPARE(measured->points[i].y(), method.curve[static_cast<std::size_t>(i)].std);
      const double expected = method.predictedStdOfOne / std::sqrt(measured->points[i].x());
      QVERIFY(std::abs(predicted->points[i].y() / expected - 1) < 1e-9);
    }
  }

  void thePictureHasTheCellsOfTheMatrixAndTheProbeTellsThem() {
    stage_->setStudy(plain_.report, plain_.config);
    GramRow& row = stage_->error().gram();
    QCOMPARE(row.shownMethod(), std::size_t{1});  // the last
    QCOMPARE(row.picture().cells, QSize(40, 40));
    row.setProbe({27, 12});  // column, row
    const std::size_t at = 12 * 40 + 27;
    const double exact = plain_.report->gram.values[at];
    const double estimate = plain_.report->methods[1].gram.values[at];
    const QString words = row.probeWords();
    QVERIFY2(words.startsWith(QStringLiteral("Cell (12, 27)")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("exact ") + significantText(exact, 2)), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("estimate ") + significantText(estimate, 2)), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("difference ") + significantText(estimate - exact, 2)),
             qPrintable(words));
    for (std::size_t tile = 0; tile < 3; ++tile) QVERIFY(row.tile(tile).view().probe.has_value());
  }

  void theMatricesOfAnotherMethodCanBeChosen() {
    stage_->setStudy(plain_.report, plain_.config);
    GramRow& row = stage_->error().gram();
    const QImage before = row.picture().tiles[1].samples;
    row.setShownMethod(0);
    QVERIFY(row.picture().tiles[1].samples != before);
    QVERIFY(row.picture().tiles[1].content.layersText.startsWith(QStringLiteral("A independent")));
  }

  void aPreviewSaysHowManyTrialsAndKeepsTheMatrices() {
    stage_->setStudy(plain_.report, plain_.config);
    const QImage before = stage_->error().gram().picture().tiles[1].samples;
    const SampleStudy preview = kernelscope::testing::samplePreview();
    QVERIFY(preview.report->preview && preview.report->gram.empty());
    stage_->setStudy(preview.report, preview.config);
    QVERIFY2(stage_->error().plot().chart().note.contains(QStringLiteral("20 of 200 trials")),
             qPrintable(stage_->error().plot().chart().note));
    QCOMPARE(stage_->error().gram().picture().tiles[1].samples, before);
    QVERIFY(!stage_->spectrum().plot().chart().curves.empty());
  }

  void theBarsOfTheHistogramAreTheEnginesBins() {
    stage_->setStudy(plain_.report, plain_.config);
    const StudyChart& chart = stage_->estimates().histogram().chart();
    QCOMPARE(chart.curves.size(), std::size_t{2});
    double trials = 0;
    const Histogram& bins = plain_.report->methods[0].histogram;
    for (qsizetype i = 1; i + 1 < chart.curves[0].points.size(); i += 2)
      trials += chart.curves[0].points[i].y();
    QCOMPARE(trials, static_cast<double>(200 - bins.below - bins.above - bins.notFinite));
    QCOMPARE(chart.uprights.front().x, plain_.report->exact.front());
  }

  void theSpectrumShowsEverySingularValue() {
    stage_->setStudy(plain_.report, plain_.config);
    QVERIFY(stage_->setView(QStringLiteral("spectrum")));
    const StudyChart& chart = stage_->spectrum().plot().chart();
    const StudyCurve* exact = curveNamed(chart, QStringLiteral("exact"));
    QVERIFY(exact != nullptr);
    QCOMPARE(exact->points.size(), qsizetype(40));
    QCOMPARE(exact->points[2].y(), plain_.report->gram.singularValues[2]);
    QVERIFY(curveNamed(chart, QStringLiteral("A − exact")) != nullptr);
  }

  void computingIsSaidOnlyAfterAWhile() {
    stage_->setStudy(plain_.report, plain_.config);
    stage_->setComputing(true);
    QVERIFY(!stage_->error().view().computing);
    QTRY_VERIFY(stage_->error().view().computing);
    stage_->setComputing(false);
    QVERIFY(!stage_->error().view().computing);
  }

  void togglesAndZoomBelongToThePresentView() {
    stage_->setStudy(plain_.report, plain_.config);
    stage_->logXToggle()->click();
    QVERIFY(!stage_->error().plot().chart().x.logarithmic);
    StudyPlot& plot = stage_->error().plot();
    QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(plot.isZoomed());
    stage_->fit();
    QVERIFY(!plot.isZoomed());
    QVERIFY(stage_->setView(QStringLiteral("estimates")));
    QVERIFY(stage_->logXToggle() == nullptr && stage_->logYToggle() == nullptr);
    QVERIFY(stage_->setView(QStringLiteral("spectrum")));
    stage_->logYToggle()->click();
    QVERIFY(!stage_->spectrum().plot().chart().y.logarithmic);
  }

  void manyMethodsAreReadAboveThePlot() {
    json methods = json::array();
    for (const char* sampling : {"iid", "orthogonal", "antithetic", "iid", "orthogonal", "antithetic"})
      methods.push_back({{"id", "M" + std::to_string(methods.size() + 1)}, {"sampling", sampling}});
    const SampleStudy many = kernelscope::testing::sampleStudy(
        {{"trials", 20}, {"features", {8, 64}}, {"gram_size", 0}, {"methods", methods}});
    stage_->setStudy(many.report, many.config);
    QVERIFY(stage_->error().readout().contains(QStringLiteral(", F ")));
    QVERIFY(stage_->error().plot().chart().bands.size() == 6 && !stage_->error().plot().chart().pointedBand);
  }

  void unknownViewsAreRefusedAndNullClears() {
    QVERIFY(!stage_->setView(QStringLiteral("loss")));
    stage_->setStudy(plain_.report, plain_.config);
    stage_->setStudy(nullptr, nullptr);
    QVERIFY(stage_->error().plot().chart().curves.empty());
    QVERIFY(stage_->error().readout().isEmpty());
    QVERIFY(stage_->error().gram().picture().cells.isEmpty());
  }

 private:
  std::unique_ptr<ThemeController> theme_;
  std::unique_ptr<KernelErrorStage> stage_;
  SampleStudy plain_, endless_;
};

}  // namespace kernelscope::ui

QTEST_MAIN(kernelscope::ui::KernelErrorStageTest)
#include "kernel_error_stage_test.moc"
