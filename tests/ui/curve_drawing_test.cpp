// Thinning, label layout, axis ranges, markers' numbers: what stands between a record and its curve.

#include "ui/plots/axis_range.h"
#include "ui/plots/curve_data.h"
#include "ui/plots/curve_thinning.h"
#include "ui/plots/label_layout.h"
#include "ui/plots/line_clip.h"
#include "ui/plots/value_text.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <numeric>

namespace kernelscope::ui {

namespace {

std::vector<double> steps(std::size_t count) {
  std::vector<double> x(count);
  std::iota(x.begin(), x.end(), 1.0);
  return x;
}

MinMaxPyramid pyramid(const std::vector<double>& values) {
  MinMaxPyramid result;
  for (const double value : values) result.append(value);
  return result;
}

// The pixel column of x, by the definition.
int columnOf(double x, const PixelColumns& columns) {
  const double share = columns.logarithmic
                           ? std::log(x / columns.lower) / std::log(columns.upper / columns.lower)
                           : (x - columns.lower) / (columns.upper - columns.lower);
  return std::min(columns.columns - 1, static_cast<int>(share * columns.columns));
}

}  // namespace

class CurveDrawingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thinningKeepsAtMostTwoPointsPerColumn_data() {
    QTest::addColumn<bool>("logarithmic");
    QTest::newRow("linear") << false;
    QTest::newRow("logarithmic") << true;
  }

  void thinningKeepsAtMostTwoPointsPerColumn() {
    QFETCH(bool, logarithmic);
    const std::vector<double> x = steps(20000);
    std::vector<double> y;
    for (const double s : x) y.push_back(std::sin(s * 0.7) + s * 1e-4);
    const PixelColumns columns{1, 20000, 300, logarithmic};
    const ThinnedCurve thinned = thinCurve(x, pyramid(y), columns, false);
    std::vector<int> perColumn(300);
    for (const double s : thinned.x)
      ++perColumn[static_cast<std::size_t>(columnOf(s * (1 + 1e-12), columns))];
    // A point on a column's very edge may be counted in the next one by rounding.
    int crowded = 0;
    for (const int count : perColumn) crowded += count > 2;
    QVERIFY(crowded <= 2);
    QVERIFY(thinned.x.size() <= 600);
    QVERIFY(std::is_sorted(thinned.x.begin(), thinned.x.end()));
  }

  void thinningKeepsTheExtremesOfEveryColumn() {
    const std::vector<double> x = steps(10000);
    std::vector<double> y(10000, 1.0);
    y[4567] = 9;
    y[4568] = -5;
    y[9999] = 3;
    const ThinnedCurve thinned = thinCurve(x, pyramid(y), {1, 10000, 50, false}, false);
    for (const std::size_t i : {std::size_t{4567}, std::size_t{4568}, std::size_t{9999}}) {
      const auto found = std::find(thinned.x.begin(), thinned.x.end(), x[i]);
      QVERIFY(found != thinned.x.end());
      QCOMPARE(thinned.y[static_cast<std::size_t>(found - thinned.x.begin())], y[i]);
    }
  }

  void fewPointsStayAsTheyAre() {
    const std::vector<double> x = {1, 10, 100};
    const std::vector<double> y = {3, 2, 5};
    const ThinnedCurve thinned = thinCurve(x, pyramid(y), {1, 100, 500, true}, false);
    QCOMPARE(thinned.x, x);
    QCOMPARE(thinned.y, y);
  }

  void oneNeighbourOnEachSideReachesTheEdges() {
    const std::vector<double> x = steps(100);
    const ThinnedCurve thinned = thinCurve(x, pyramid(x), {40.5, 43.5, 10, false}, false);
    QCOMPARE(thinned.x, (std::vector<double>{40, 41, 42, 43, 44}));
  }

  void valuesALogAxisCannotShowBecomeFloorMarks() {
    const std::vector<double> x = {1, 2, 3, 4};
    const std::vector<double> y = {1, 0, -2, 4};
    const ThinnedCurve thinned = thinCurve(x, pyramid(y), {1, 4, 300, false}, true);
    QCOMPARE(thinned.x, (std::vector<double>{1, 4}));
    QCOMPARE(thinned.floorX, (std::vector<double>{2, 3}));
    QVERIFY(thinCurve(x, pyramid(y), {1, 4, 300, false}, false).floorX.empty());
  }

  void nearestIndexComparesOnTheAxisShown() {
    const std::vector<double> x = {1, 10};
    QCOMPARE(nearestIndex(x, 4, false), std::size_t{0});
    QCOMPARE(nearestIndex(x, 4, true), std::size_t{1});  // log10(4) = 0.6
    QCOMPARE(nearestIndex(x, -5, false), std::size_t{0});
    QCOMPARE(nearestIndex(x, 99, true), std::size_t{1});
  }

  void curveDataTakesOnlyFinitePointsInOrder() {
    CurveData data;
    data.append(1, 5);
    data.append(2, std::numeric_limits<double>::quiet_NaN());
    data.append(3, -1);
    data.append(3, 7);
    data.append(4, std::numeric_limits<double>::infinity());
    QCOMPARE(data.x(), (std::vector<double>{1, 3}));
    QCOMPARE(data.smallest(), -1.0);
    QCOMPARE(data.largest(), 5.0);
    QCOMPARE(data.smallestPositive(), 5.0);
  }

  void labelsThatDoNotTouchStayWhereTheyAre() {
    const std::vector<double> wishes = {80, 20, 50};
    QCOMPARE(pushApart(wishes, 14, 0, 200), wishes);
  }

  void touchingLabelsSpreadAroundTheirMean() {
    QCOMPARE(pushApart(std::vector<double>{50, 50}, 10, 0, 200), (std::vector<double>{45, 55}));
    QCOMPARE(pushApart(std::vector<double>{52, 48, 50}, 10, 0, 200), (std::vector<double>{60, 40, 50}));
  }

  void labelsStayInsideTheirRange() {
    QCOMPARE(pushApart(std::vector<double>{1, 2}, 10, 0, 100), (std::vector<double>{5, 15}));
    QCOMPARE(pushApart(std::vector<double>{99, 99.5, 98}, 10, 0, 100), (std::vector<double>{85, 95, 75}));
  }

  void noTwoLabelsOverlapHoweverTheyCrowd() {
    const std::vector<double> wishes = {10, 12, 30, 31, 33, 60, 61, 70, 71.5, 5};
    std::vector<double> placed = pushApart(wishes, 9, 0, 120);
    std::sort(placed.begin(), placed.end());
    for (std::size_t i = 1; i < placed.size(); ++i) QVERIFY(placed[i] - placed[i - 1] > 9 - 1e-9);
    QVERIFY(placed.front() >= 4.5 - 1e-9 && placed.back() <= 115.5 + 1e-9);
  }

  void linesAreCutAtTheEdges() {
    const QRectF area(0, 0, 10, 10);
    // Enters at the left edge, leaves at the top and comes back from above.
    const QPolygonF line({{-5, 5}, {5, 5}, {5, -5}, {8, -5}, {8, 4}});
    const std::vector<QPolygonF> parts = clippedPolyline(line, area);
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0], QPolygonF({{0, 5}, {5, 5}, {5, 0}}));
    QCOMPARE(parts[1], QPolygonF({{8, 0}, {8, 4}}));
  }

  void aLineThatOnlyPassesThroughIsKept() {
    const std::vector<QPolygonF> parts =
        clippedPolyline(QPolygonF({{-10, 0}, {20, 30}}), QRectF(0, 0, 10, 20));
    QCOMPARE(parts.size(), std::size_t{1});
    QCOMPARE(parts[0], QPolygonF({{0, 10}, {10, 20}}));
    QVERIFY(clippedPolyline(QPolygonF({{-10, 0}, {-1, 30}}), QRectF(0, 0, 10, 20)).empty());
  }

  void aPointThatIsNotANumberPartsTheLine() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<QPolygonF> parts =
        clippedPolyline(QPolygonF({{1, 1}, {2, 2}, {nan, 3}, {4, 4}, {5, 5}}), QRectF(0, 0, 10, 10));
    QCOMPARE(parts.size(), std::size_t{2});
  }

  void psnrAxisGrowsInStepsOfTen() {
    const ValueScale scale{false, 0, 40, 10, -20};
    CurveData data;
    data.append(1, 12);
    const CurveData* curves[] = {&data};
    QCOMPARE(valueRange(scale, curves, nullptr), (AxisRange{0, 40}));
    data.append(2, 40.01);
    QCOMPARE(valueRange(scale, curves, nullptr), (AxisRange{0, 50}));
    data.append(3, -0.5);
    QCOMPARE(valueRange(scale, curves, nullptr), (AxisRange{-10, 50}));
    data.append(4, -300);
    QCOMPARE(valueRange(scale, curves, nullptr), (AxisRange{-20, 50}));
    const AxisRange before{-20, 80};
    QCOMPARE(valueRange(scale, curves, &before), before);
  }

  void lossAxisShowsWholeDecades() {
    const ValueScale scale{true, 1e-3, 1, 1};
    CurveData data;
    const CurveData* curves[] = {&data};
    QCOMPARE(valueRange(scale, curves, nullptr), (AxisRange{1e-3, 1}));
    data.append(1, 0.3);
    data.append(2, 0.02);
    data.append(3, 0);
    const AxisRange range = valueRange(scale, curves, nullptr);
    QVERIFY(std::abs(range.lower / 0.01 - 1) < 1e-12);
    QVERIFY(std::abs(range.upper - 1) < 1e-12);
  }

  void zoomHoldsTheAnchorStill() {
    const AxisRange linear = zoomedAbout({0, 100}, 25, 2, false);
    QCOMPARE(linear, (AxisRange{12.5, 62.5}));
    const AxisRange decades = zoomedAbout({1, 10000}, 100, 2, true);
    QVERIFY(std::abs(decades.lower - 10) < 1e-9 && std::abs(decades.upper - 1000) < 1e-7);
  }

  void panMovesBySteadyAmountsOrFactors() {
    QCOMPARE(panned({10, 20}, 15, 12, false), (AxisRange{13, 23}));
    const AxisRange decades = panned({1, 100}, 2, 20, true);
    QVERIFY(std::abs(decades.lower - 0.1) < 1e-12 && std::abs(decades.upper - 10) < 1e-12);
  }

  void numbersReadLikeTheDesign() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(decimalText(24.36, 1), QStringLiteral("24.4"));
    QCOMPARE(decimalText(-0.001, 1), QStringLiteral("0.0"));
    QCOMPARE(significantText(0.6249, 2), QStringLiteral("0.62"));
    QCOMPARE(significantText(-212.4, 3), QStringLiteral("\u2212212"));
    QCOMPARE(significantText(1512, 2), QStringLiteral("1,500"));
    QCOMPARE(significantText(3.14e-5, 2), QStringLiteral("3.1e\u22125"));
    QCOMPARE(significantText(std::nan(""), 2), QStringLiteral("\u2013"));
    QCOMPARE(powerOfTenText(-2), QStringLiteral("0.01"));
    QCOMPARE(powerOfTenText(3), QStringLiteral("1,000"));
    QCOMPARE(powerOfTenText(-5), QStringLiteral("10\u207B\u2075"));
  }
};

}  // namespace kernelscope::ui

QTEST_GUILESS_MAIN(kernelscope::ui::CurveDrawingTest)
#include "curve_drawing_test.moc"
