// The chart as a reader uses it: readout, records that grow, zoom, cursors A and B with their differences.

#include "ui/panels/chart_strip.h"

#include "tests/ui/synthetic_run.h"
#include "ui/plots/curve_plot.h"
#include "ui/plots/plot_frame.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QTest>
#include <cmath>

namespace kernelscope::ui {

namespace {

MetricHistory history(std::initializer_list<std::array<double, 3>> rows) {  // step, psnr, held-out psnr
  MetricHistory result({"mse", "psnr_db", "heldout_mse", "heldout_psnr_db", "ssim"});
  for (const auto& [step, psnr, heldOut] : rows) {
    const double missing = MetricHistory::kMissing;
    const double values[] = {std::pow(10, -psnr / 10), psnr, missing, heldOut, missing};
    result.append(static_cast<std::int64_t>(step), step, values);
  }
  return result;
}

QString words(const ChartStrip& chart, const ThemeController& theme) {
  return readoutText(chart.readout(theme.theme()));
}

}  // namespace

class ChartStripTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    registerResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme_ = std::make_unique<ThemeController>();
    theme_->setChoice(ThemeChoice::Light);
    theme_->install();
  }

  void theReadoutShowsTheNewestStepWithoutCursor() {
    ChartStrip chart(*theme_);
    chart.startRun(100);
    chart.setHistory(LaneId::A, history({{1, 10, 9}, {2, 20.04, NAN}}));
    chart.setHistory(LaneId::B, history({{1, 12, NAN}}));
    QCOMPARE(words(chart, *theme_),
             QStringLiteral("Step 2, A 20.0 / 9.0, B 12.0 / \u2013, train / held-out, dB"));
  }

  void lossesOfDerivativesAreCalledRelative() {
    ChartStrip chart(*theme_);
    chart.setMetric(ChartMetric::Loss);
    chart.startRun(100);
    QCOMPARE(chart.scene().yTitle, QStringLiteral("Loss, mean squared error"));
    MetricHistory record({"loss", "heldout_loss", "gradient_mse", "heldout_gradient_mse", "psnr_db"});
    const double values[] = {0.5, 0.75, 40, 60, 12};
    record.append(1, 0.1, values);
    for (const LaneId lane : kLanes) chart.setHistory(lane, record);
    QCOMPARE(chart.scene().yTitle, QStringLiteral("Loss, relative squared error"));
    const QString line = words(chart, *theme_);
    QVERIFY2(line.contains(QStringLiteral("A 0.500 / 0.750")), qPrintable(line));
    QVERIFY2(line.endsWith(QStringLiteral("train / held-out, relative")), qPrintable(line));
  }

  void theReadoutFollowsTheCursorAndNamesWhatWasNotReached() {
    ChartStrip chart(*theme_);
    chart.startRun(100);
    chart.setHistory(LaneId::A, history({{1, 10, 9}, {2, 20, NAN}, {3, 30, 15}}));
    chart.setHistory(LaneId::B, history({{1, 12, 8}}));
    chart.plot()->setCursor(2);
    QCOMPARE(words(chart, *theme_),
             QStringLiteral("Step 2, A 20.0 / 9.0, B \u2013 / \u2013, train / held-out, dB"));
  }

  void recordsGrowRowByRowAndARestartBeginsAnew() {
    LaneRecord record;
    record.take(history({{1, 10, 9}, {2, 20, NAN}}));
    const auto curve = record.training(ChartMetric::Psnr);
    record.take(history({{1, 10, 9}, {2, 20, NAN}, {3, 30, 12}}));
    QCOMPARE(curve->x(), (std::vector<double>{1, 2, 3}));
    QCOMPARE(record.heldOut(ChartMetric::Psnr)->x(), (std::vector<double>{1, 3}));
    record.take(history({{1, 11, 9}}));
    QCOMPARE(std::vector<double>(curve->y().begin(), curve->y().end()), std::vector<double>{11});
    QCOMPARE(*record.lastStep(), std::int64_t{1});
  }

  void aDivergedLaneIsMarkedAtItsLastFinitePoint() {
    ChartStrip chart(*theme_);
    chart.startRun(100);
    chart.setHistory(LaneId::B, history({{1, 10, 9}, {2, 20, 9}, {3, -INFINITY, NAN}}));
    chart.setDivergedAt(LaneId::B, 3);
    const CurveScene scene = chart.scene();
    QCOMPARE(scene.stops.size(), std::size_t{1});
    QCOMPARE(scene.stops[0].x, 2.0);
    QCOMPARE(scene.stops[0].label, QStringLiteral("B stopped at 3"));
    for (const CurveSpec& curve : scene.curves) QVERIFY(curve.series == 0 || curve.label.isEmpty());
  }

  void keysZoomPanAndFitThePlot() {
    ChartStrip chart(*theme_);
    chart.resize(758, 260);
    chart.startRun(1000);
    chart.setHistory(LaneId::A, kernelscope::testing::syntheticHistory(LaneId::A, 500));
    chart.plot()->replotNow();
    const AxisRange whole = chart.plot()->xShown();
    QCOMPARE(whole, (AxisRange{1, 1000}));
    QTest::keyClick(chart.plot(), Qt::Key_Plus);
    QVERIFY(chart.plot()->isZoomed());
    QVERIFY(chart.plot()->xShown().lower > 1 && chart.plot()->xShown().upper < 1000);
    QTest::keyClick(chart.plot(), Qt::Key_Home);
    QCOMPARE(chart.plot()->xShown(), whole);
  }

  void arrowKeysStepTheCursorThroughTheRecord() {
    ChartStrip chart(*theme_);
    chart.startRun(100);
    chart.setHistory(LaneId::A, history({{1, 10, 9}, {5, 20, NAN}, {9, 30, 15}}));
    chart.plot()->setCursor(9);
    QTest::keyClick(chart.plot(), Qt::Key_Left);
    QCOMPARE(*chart.plot()->cursor(), 5.0);
    QTest::keyClick(chart.plot(), Qt::Key_Left);
    QTest::keyClick(chart.plot(), Qt::Key_Left);
    QCOMPARE(*chart.plot()->cursor(), 1.0);
  }

  void clicksPlaceTheReadersCursorsAndTheReadoutComparesThem() {
    ChartStrip chart(*theme_);
    chart.resize(758, 260);
    chart.startRun(100);
    chart.setHistory(LaneId::A, history({{1, 10, 9}, {10, 20.04, 15}, {100, 30, 21.5}}));
    chart.setHistory(LaneId::B, history({{1, 12, 8}, {10, 11, 7.5}}));
    chart.show();
    chart.plot()->replotNow();
    CurvePlot* plot = chart.plot();
    const auto place = [this, plot](double share) {  // along a logarithmic axis of two decades
      const QMarginsF margins = plotMargins(theme_->theme());
      return QPoint(
          static_cast<int>(margins.left() + share * (plot->width() - margins.left() - margins.right())),
          plot->height() / 2);
    };
    QTest::mouseClick(plot, Qt::LeftButton, Qt::NoModifier, place(0.01));
    QTest::mouseClick(plot, Qt::LeftButton, Qt::ShiftModifier, place(0.52));
    QCOMPARE(plot->readers(), (ReaderCursors{1.0, 10.0}));
    QCOMPARE(words(chart, *theme_),
             QStringLiteral("Step 1 \u2192 10, A 10.0 \u2192 20.0 (+10.0) / 9.0 \u2192 15.0 (+6.0), "
                            "train / held-out, dB; +9 steps, "
                            "B 12.0 \u2192 11.0 (\u22121.0) / 8.0 \u2192 7.5 (\u22120.5)"));
    QTest::keyClick(plot, Qt::Key_Escape);
    QCOMPARE(plot->readers(), ReaderCursors());
  }

  void aComparisonThatTheHeaderCannotHoldGetsRowsOfItsOwn() {
    ChartStrip chart(*theme_);
    chart.resize(758, 260);
    chart.startRun(1000);
    for (const LaneId lane : kLanes)
      chart.setHistory(lane, kernelscope::testing::syntheticHistory(lane, 1000));
    chart.show();
    const QRect alone = chart.plot()->geometry();
    chart.setMetric(ChartMetric::Loss);
    chart.plot()->setReaders({40.0, 1000.0});
    const int rows = alone.height() - chart.plot()->height();
    QVERIFY(rows > 0);
    QCOMPARE(chart.plot()->geometry().bottom(), alone.bottom());
    // Nothing is cut there.
    const Theme& theme = theme_->theme();
    const ReadoutRows readout = chart.readout(theme);
    const double width = chart.plot()->width();
    QVERIFY(readoutWidth(fittedReadout(readout, width, theme), theme) <= width);
    chart.resize(1500, 260);
    QCOMPARE(chart.plot()->height(), alone.height());
    chart.resize(758, 260);
    QVERIFY(chart.plot()->height() < alone.height());
    chart.plot()->setReaders({});
    QCOMPARE(chart.plot()->geometry(), alone);
  }

  void aComparisonInLittleRoomHasARowForEachLane() {
    ChartStrip chart(*theme_);
    chart.startRun(1000);
    for (const LaneId lane : kLanes)
      chart.setHistory(lane, kernelscope::testing::syntheticHistory(lane, 1000));
    chart.plot()->setReaders({40.0, 1000.0});
    const Theme& theme = theme_->theme();
    const ReadoutRows wide = chart.readout(theme);
    const double needed = readoutWidth(wide, theme);
    QCOMPARE(fittedReadout(wide, needed, theme).size(), std::size_t{2});
    const ReadoutRows narrow = fittedReadout(wide, needed - 1, theme);
    QCOMPARE(narrow.size(), std::size_t{3});
    QVERIFY(readoutWidth(narrow, theme) < 0.8 * needed);
    for (const auto& row : wide) {
      for (const TextSegment& part : row)
        QVERIFY2(readoutText(narrow).contains(part.text), qPrintable(part.text));
    }
  }

  void noDifferenceHasNoSign() {
    ChartStrip chart(*theme_);
    chart.startRun(100);
    chart.setHistory(LaneId::A, history({{1, 10, 9.02}, {10, 20, 9.01}}));
    chart.plot()->setReaders({1.0, 10.0});
    QVERIFY2(words(chart, *theme_).contains(QStringLiteral("9.0 \u2192 9.0 (0.0)")),
             qPrintable(words(chart, *theme_)));
  }

  void keysPlaceAndMoveTheReadersCursors() {
    ChartStrip chart(*theme_);
    chart.startRun(100);
    chart.setHistory(LaneId::A, history({{1, 10, 9}, {5, 20, NAN}, {9, 30, 15}, {12, 31, NAN}}));
    CurvePlot* plot = chart.plot();
    plot->setCursor(5);
    QTest::keyClick(plot, Qt::Key_Return);
    QTest::keyClick(plot, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(plot->readers(), (ReaderCursors{5.0, 5.0}));
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(plot->readers(), (ReaderCursors{5.0, 12.0}));
    QTest::keyClick(plot, Qt::Key_Return);  // A in hand again
    QTest::keyClick(plot, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(plot->readers(), (ReaderCursors{1.0, 12.0}));
    QCOMPARE(*plot->cursor(), 5.0);
  }

  void aDoubleClickFitsAndLeavesTheCursorsAlone() {
    ChartStrip chart(*theme_);
    chart.resize(758, 260);
    chart.startRun(100);
    chart.setHistory(LaneId::A, history({{1, 10, 9}, {50, 20, NAN}}));
    chart.plot()->replotNow();
    chart.plot()->zoom(10, 2, 20, 1);
    QTest::mouseClick(chart.plot(), Qt::LeftButton, Qt::NoModifier, chart.plot()->rect().center());
    QTest::mouseDClick(chart.plot(), Qt::LeftButton, Qt::NoModifier, chart.plot()->rect().center());
    QVERIFY(!chart.plot()->isZoomed());
    QCOMPARE(chart.plot()->readers(), ReaderCursors());
  }

  void aNewRunTakesTheCursorsAwayAnotherMetricDoesNot() {
    ChartStrip chart(*theme_);
    chart.startRun(100);
    chart.setHistory(LaneId::A, history({{1, 10, 9}, {5, 20, 8}}));
    chart.plot()->setReaders({1.0, 5.0});
    chart.setMetric(ChartMetric::Loss);
    QCOMPARE(chart.plot()->readers(), (ReaderCursors{1.0, 5.0}));
    QCOMPARE(chart.scene().cursors, (ReaderCursors{1.0, 5.0}));
    chart.startRun(100);
    QCOMPARE(chart.plot()->readers(), ReaderCursors());
  }

  void onlyTheLossHasALinearAndALogarithmicAxis() {
    ChartStrip chart(*theme_);
    chart.startRun(100);
    QVERIFY(!chart.scene().valueScale.logarithmic);
    chart.setMetric(ChartMetric::Loss);
    QVERIFY(chart.scene().valueScale.logarithmic);
    chart.setLogValues(false);
    QVERIFY(!chart.scene().valueScale.logarithmic);
  }

 private:
  std::unique_ptr<ThemeController> theme_;
};

}  // namespace kernelscope::ui

QTEST_MAIN(kernelscope::ui::ChartStripTest)
#include "chart_strip_test.moc"
