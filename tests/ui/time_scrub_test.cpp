// Going back in time: which steps can be shown, that they are shown as they were, and the scrubber's keys.
#include "ui/presenters/time_scrub.h"

#include "engine/core/compute_pool.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/small_experiment.h"
#include "ui/panels/time_scrubber.h"
#include "ui/plots/curve_plot.h"
#include "ui/presenters/run_presenter.h"
#include "ui/theme/theme_controller.h"

#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

class TimeScrubTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  std::shared_ptr<ComputePool> pool_ = std::make_shared<ComputePool>(2);
  ThemeController theme_;

  std::filesystem::path picture() const { return folder_.file("picture.png"); }

 private Q_SLOTS:
  void initTestCase() { test::writeSmallPicture(picture()); }

  void aKeptStepShowsTheVeryPictureThatWasShownLive() {
    RunPresenter run(pool_);
    run.pause();
    run.start(test::smallExperiment(picture(), 1000));
    const auto at = [&run](std::int64_t step) {
      const auto &a = run.snapshot(LaneId::A), &b = run.snapshot(LaneId::B);
      return a && b && a->step == step && b->step == step && a->observation && b->observation &&
             a->observation->step == step && b->observation->step == step;
    };
    QTRY_VERIFY(at(0));
    std::vector<LaneId> lanes(kLanes.begin(), kLanes.end());
    std::vector<std::array<std::vector<float>, 2>> live;
    for (std::int64_t step = 0; step <= 4; ++step) {
      if (step > 0) run.singleStep();
      QTRY_VERIFY(at(step));
      live.push_back({run.snapshot(LaneId::A)->observation->fields.front().samples,
                      run.snapshot(LaneId::B)->observation->fields.front().samples});
    }
    TimeScrub scrub(run);
    QCOMPARE(scrub.steps(), (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
    for (const std::int64_t step : {3, 0, 2}) {
      scrub.show(step);
      QTRY_VERIFY(scrub.lanes() && scrub.lanes()->step == step);
      for (std::size_t lane = 0; lane < 2; ++lane) {
        QVERIFY(scrub.lanes()->pictures[lane]->fields.front().samples ==
                live[static_cast<std::size_t>(step)][lane]);
        QCOMPARE(scrub.lanes()->states[lane]->history.size(), static_cast<std::size_t>(step));
      }
    }
    run.setView(FieldView::Laplacian);
    scrub.refreshPictures();
    QTRY_VERIFY(scrub.lanes()->pictures[1]->find("laplacian") != nullptr);
    scrub.live();
    QVERIFY(!scrub.step() && !scrub.lanes());
  }

  void theRunGoesOnWhileThePastIsShown() {
    RunPresenter run(pool_);
    run.start(test::smallExperiment(picture(), 1000000));
    QTRY_VERIFY(run.kept(LaneId::A) && run.kept(LaneId::A)->at(3) && run.kept(LaneId::B) &&
                run.kept(LaneId::B)->at(3));
    TimeScrub scrub(run);
    scrub.show(3);
    QTRY_VERIFY(scrub.lanes().has_value());
    const std::int64_t step = run.snapshot(LaneId::A)->step;
    QTRY_VERIFY(run.snapshot(LaneId::A)->step > step + 5);
    QCOMPARE(scrub.step(), 3);
    QSignalSpy changed(&scrub, &TimeScrub::stepChanged);
    run.restart();
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!scrub.step());
  }

  void aLaneThatEndedEarlierShowsItsLastState() {
    RunPresenter run(pool_);
    ExperimentConfig config = test::smallExperiment(picture(), 200);
    config.lanes[0].layers = {LayerSpec{}};  // A is linear in the coordinates and cannot reach this, B can
    config.optimizer.learningRate = 5e-3;
    config.stop.targetPsnrDb = 18.0;
    run.start(config);
    QTRY_COMPARE(run.phase(), RunPhase::Ended);
    const std::int64_t endA = run.snapshot(LaneId::A)->step, endB = run.snapshot(LaneId::B)->step;
    QVERIFY2(endB < endA, "the test needs a lane that ends first");
    TimeScrub scrub(run);
    scrub.show(endA - 1);
    QTRY_VERIFY(scrub.lanes().has_value());
    QVERIFY(scrub.lanes()->step > endB);
    QCOMPARE(scrub.lanes()->states[1]->step, endB);
  }

  void theScrubberGoesByKeysAndMouse() {
    QWidget window;
    window.resize(800, 300);
    auto* plot = new CurvePlot(theme_, &window);
    plot->setGeometry(0, 0, 800, 250);
    CurveScene scene;
    scene.xRange = {1, 1000};
    plot->setScene(scene);
    auto* scrubber = new TimeScrubber(theme_, *plot, &window);
    scrubber->setGeometry(0, 260, 800, 28);
    scrubber->setSteps({0, 1, 2, 5, 10, 20, 50, 100}, 120);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    plot->replotNow();
    QVERIFY(scrubber->placeOf(0) < scrubber->placeOf(1));
    // The handle stands under the chart's own place of the step.
    QVERIFY(std::abs(scrubber->placeOf(10) - plot->xPixel(10)) < 0.5);

    QSignalSpy step(scrubber, &TimeScrubber::stepChosen), live(scrubber, &TimeScrubber::liveChosen);
    connect(scrubber, &TimeScrubber::stepChosen, scrubber, [&](qint64 to) { scrubber->setShown(to); });
    connect(scrubber, &TimeScrubber::liveChosen, scrubber, [&] { scrubber->setShown(std::nullopt); });
    QTest::keyClick(scrubber, Qt::Key_Left);
    QCOMPARE(scrubber->shown(), 100);
    QTest::keyClick(scrubber, Qt::Key_Left);
    QCOMPARE(scrubber->shown(), 50);
    QTest::keyClick(scrubber, Qt::Key_Home);
    QCOMPARE(scrubber->shown(), 0);
    QTest::keyClick(scrubber, Qt::Key_Right);
    QCOMPARE(scrubber->shown(), 1);
    QTest::keyClick(scrubber, Qt::Key_End);
    QVERIFY(!scrubber->shown());

    const auto place = [&](std::int64_t at) {
      return QPoint(static_cast<int>(std::lround(scrubber->placeOf(at))), scrubber->height() / 2);
    };
    QTest::mouseClick(scrubber, Qt::LeftButton, {}, place(20));
    QCOMPARE(scrubber->shown(), 20);
    QTest::mouseClick(scrubber, Qt::LeftButton, {}, place(120));
    QVERIFY(!scrubber->shown());
    scrubber->setShown(5);
    QSignalSpy fork(scrubber, &TimeScrubber::continueChosen);
    for (QToolButton* button : scrubber->findChildren<QToolButton*>()) {
      QVERIFY(button->isVisible());
      QVERIFY(!button->toolTip().isEmpty());
      QVERIFY(scrubber->rect().contains(button->geometry()));
    }
    scrubber->findChildren<QToolButton*>().back()->click();
    QCOMPARE(fork.size(), 1);
  }
};

QTEST_MAIN(TimeScrubTest)
#include "time_scrub_test.moc"
