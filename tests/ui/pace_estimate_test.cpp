// How long the rest takes, from invented clocks.
#include "ui/presenters/pace_estimate.h"

#include <QtTest>

using namespace kernelscope::ui;
using namespace std::chrono_literals;

class PaceEstimateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aSteadyPaceIsContinued() {
    PaceEstimate pace;
    const PaceEstimate::Clock::time_point start{};
    for (int i = 0; i <= 20; ++i) pace.take(start + i * 100ms, 10 * i);  // 100 steps a second
    QVERIFY(std::abs(*pace.secondsFor(500) - 5.0) < 1e-9);
  }

  void nothingIsSaidBeforeHalfASecond() {
    PaceEstimate pace;
    const PaceEstimate::Clock::time_point start{};
    pace.take(start, 0);
    pace.take(start + 400ms, 40);
    QVERIFY(!pace.secondsFor(100));
  }

  void onlyTheLastSecondsCount() {
    PaceEstimate pace;
    const PaceEstimate::Clock::time_point start{};
    for (int i = 0; i <= 100; ++i) pace.take(start + i * 100ms, i);                  // 10 a second, then
    for (int i = 1; i <= 100; ++i) pace.take(start + 10s + i * 100ms, 100 + 5 * i);  // 50 a second
    QVERIFY(std::abs(*pace.secondsFor(100) - 2.0) < 1e-9);
  }

  void aRestartForgetsThePace() {
    PaceEstimate pace;
    const PaceEstimate::Clock::time_point start{};
    pace.take(start, 100);
    pace.take(start + 1s, 200);
    pace.take(start + 2s, 0);
    QVERIFY(!pace.secondsFor(100));
  }
};

QTEST_GUILESS_MAIN(PaceEstimateTest)
#include "pace_estimate_test.moc"
