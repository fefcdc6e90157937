// What the presenter does to a run: start, pause, step, change, continue, fail, end. Real lanes train a tiny
// picture; every wait is for a signal or a state, never for a time.
#include "ui/presenters/run_presenter.h"

#include "engine/core/compute_pool.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/small_experiment.h"

#include <QSignalSpy>
#include <QtTest>
#include <algorithm>

using namespace kernelscope;
using namespace kernelscope::ui;

class RunPresenterTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  std::shared_ptr<ComputePool> pool_ = std::make_shared<ComputePool>(2);

  std::filesystem::path picture() const { return folder_.file("picture.png"); }
  static std::vector<double> curve(const RunPresenter& run, LaneId lane) {
    std::vector<double> values;
    const MetricHistory& history = run.snapshot(lane)->history;
    const auto column = static_cast<std::size_t>(history.columnIndex("mse"));
    for (std::size_t row = 0; row < history.size(); ++row) values.push_back(history.value(row, column));
    return values;
  }
  // Both lanes are paused at one step and have handed it out.
  static bool holdsStill(const RunPresenter& run) {
    return std::ranges::all_of(kLanes, [&run](LaneId lane) {
      const auto& news = run.snapshot(lane);
      const auto& state = run.checkpoints()[laneIndex(lane)];
      return news && state && news->state == LaneState::Paused && news->step == state->step &&
             run.snapshot(LaneId::A)->step == news->step;
    });
  }
  static bool ended(const RunPresenter& run) { return run.phase() == RunPhase::Ended; }

 private Q_SLOTS:
  void initTestCase() {
    qRegisterMetaType<LaneId>();
    test::writeSmallPicture(picture());
  }

  void aRunUsesItsStepsAndEnds() {
    RunPresenter run(pool_);
    run.start(test::smallExperiment(picture(), 20));
    QTRY_VERIFY(ended(run));
    for (const LaneId lane : kLanes) {
      QCOMPARE(run.snapshot(lane)->state, LaneState::Finished);
      QCOMPARE(run.snapshot(lane)->step, 20);
      QCOMPARE(curve(run, lane).size(), 20u);
    }
    QVERIFY(run.canRunOn());
  }

  void pauseHoldsAndAStepIsOneStepOfBothLanes() {
    RunPresenter run(pool_);
    run.pause();
    run.start(test::smallExperiment(picture(), 100000));
    QTRY_VERIFY(run.snapshot(LaneId::A) && run.snapshot(LaneId::B));
    QCOMPARE(run.snapshot(LaneId::A)->step, 0);
    for (int wanted = 1; wanted <= 3; ++wanted) {
      run.singleStep();
      QTRY_COMPARE(run.snapshot(LaneId::A)->step, wanted);
      QTRY_COMPARE(run.snapshot(LaneId::B)->step, wanted);
      QCOMPARE(run.phase(), RunPhase::Paused);
    }
  }

  void resetRepeatsTheCurveExactly() {
    RunPresenter run(pool_);
    run.start(test::smallExperiment(picture(), 30));
    QTRY_VERIFY(ended(run));
    const std::vector<double> first = curve(run, LaneId::B);
    run.restart();
    QTRY_VERIFY(!ended(run));
    QTRY_VERIFY(ended(run));
    QCOMPARE(run.runNumber(), 2u);
    QVERIFY(curve(run, LaneId::B) == first);
  }

  void aChangeOfOneLaneLeavesTheOtherItsCurve() {
    RunPresenter run(pool_);
    ExperimentConfig config = test::smallExperiment(picture(), 40);
    run.start(config);
    QTRY_VERIFY(ended(run));
    const std::vector<double> a = curve(run, LaneId::A), b = curve(run, LaneId::B);
    for (LayerSpec& layer : config.lanes[1].layers) layer.features = 4;
    QSignalSpy started(&run, &RunPresenter::runStarted);
    run.applyConfig(config);
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(started.front().at(0).toBool(), false);
    QCOMPARE(started.front().at(1).toBool(), true);
    QTRY_VERIFY(ended(run));
    QVERIFY(curve(run, LaneId::A) == a);
    QCOMPARE(curve(run, LaneId::B).size(), 40u);
    QVERIFY(curve(run, LaneId::B) != b);
    QCOMPARE(run.runNumber(), 1u);
  }

  void aRestartOfOneLaneTakesLiveValuesToBoth() {
    RunPresenter run(pool_);
    ExperimentConfig config = test::smallExperiment(picture(), 40);
    run.start(config);
    QTRY_VERIFY(ended(run));
    for (LayerSpec& layer : config.lanes[1].layers) layer.features = 4;
    config.steps = 60;
    run.applyConfig(config);
    QTRY_VERIFY(ended(run) && run.snapshot(LaneId::B)->step == 60);
    QCOMPARE(run.snapshot(LaneId::A)->step, 60);
  }

  void undoOfARestartBringsTheRunBackAsItWas() {
    RunPresenter run(pool_);
    const ExperimentConfig first = test::smallExperiment(picture(), 100000);
    run.start(first);
    QTRY_VERIFY(run.snapshot(LaneId::A) && run.snapshot(LaneId::A)->step > 20);
    run.pause();
    QTRY_VERIFY(holdsStill(run));
    const auto before = run.checkpoints();
    const std::vector<double> a = curve(run, LaneId::A), b = curve(run, LaneId::B);

    ExperimentConfig second = first;
    for (LayerSpec& layer : second.lanes[1].layers) layer.features = 4;
    QSignalSpy started(&run, &RunPresenter::runStarted);
    run.forgetRunsFrom(1);
    run.applyConfig(second, {1, false});
    QTRY_COMPARE(started.size(), 1);
    run.play();
    QTRY_VERIFY(run.snapshot(LaneId::B) && run.snapshot(LaneId::B)->step > before[1]->step + 10);
    run.pause();
    QTRY_VERIFY(holdsStill(run));
    const auto later = run.checkpoints();

    run.applyConfig(first, {0, true});
    QTRY_COMPARE(started.size(), 2);
    QCOMPARE(started.back().at(0).toBool(), false);
    QCOMPARE(started.back().at(1).toBool(), false);
    // The lanes themselves have handed these out, they are not the ones that were kept.
    QTRY_VERIFY(run.checkpoints()[0] != before[0] && run.checkpoints()[1] != before[1]);
    QTRY_VERIFY(holdsStill(run));
    for (const LaneId lane : kLanes) {
      const std::size_t i = laneIndex(lane);
      QCOMPARE(run.snapshot(lane)->step, before[i]->step);
      QVERIFY(curve(run, lane) == (lane == LaneId::A ? a : b));
      QVERIFY(run.checkpoints()[i]->parameters == before[i]->parameters);
      QVERIFY(run.checkpoints()[i]->secondMoment == before[i]->secondMoment);
      QVERIFY(run.kept(lane)->entries().size() > 10);
    }

    run.applyConfig(second, {1, true});
    QTRY_COMPARE(started.size(), 3);
    QTRY_VERIFY(run.checkpoints()[1] != later[1] && holdsStill(run));
    QCOMPARE(run.snapshot(LaneId::B)->step, later[1]->step);
    QVERIFY(run.checkpoints()[1]->parameters == later[1]->parameters);
  }

  void undoOfANewSeedBringsBothLanesBackWhileTheyRun() {
    RunPresenter run(pool_);
    const ExperimentConfig first = test::smallExperiment(picture(), 30);
    run.start(first);
    QTRY_VERIFY(ended(run));
    const std::vector<double> a = curve(run, LaneId::A);
    ExperimentConfig second = first;
    second.seed = 99;
    run.applyConfig(second, {1, false});
    QTRY_VERIFY(!ended(run));
    run.applyConfig(first, {0, true});
    QTRY_VERIFY(ended(run) && run.config() == first);
    QVERIFY(curve(run, LaneId::A) == a);
    QCOMPARE(run.runNumber(), 1u);
    // An edit to the same values is no undo: it trains.
    run.applyConfig(second, {1, false});
    QTRY_VERIFY(ended(run) && run.config() == second);
    run.applyConfig(first, {2, false});
    QTRY_COMPARE(run.runNumber(), 4u);
  }

  void continuingFromAKeptStepEqualsTheUninterruptedRun() {
    RunPresenter run(pool_);
    run.start(test::smallExperiment(picture(), 200));
    QTRY_VERIFY(ended(run));
    const auto whole = run.checkpoints();
    const std::vector<double> b = curve(run, LaneId::B);
    QSignalSpy started(&run, &RunPresenter::runStarted);
    QVERIFY(run.continueFrom(40, 1));
    QTRY_COMPARE(started.size(), 1);
    QTRY_VERIFY(ended(run));
    QCOMPARE(run.runNumber(), 2u);
    for (std::size_t lane = 0; lane < 2; ++lane) {
      QVERIFY(run.checkpoints()[lane]->parameters == whole[lane]->parameters);
      QVERIFY(run.checkpoints()[lane]->firstMoment == whole[lane]->firstMoment);
    }
    QVERIFY(curve(run, LaneId::B) == b);
  }

  void undoAndRedoOfAForkGoBetweenBothRuns() {
    RunPresenter run(pool_);
    const ExperimentConfig config = test::smallExperiment(picture(), 120);
    run.start(config);
    QTRY_VERIFY(ended(run));
    const std::vector<double> whole = curve(run, LaneId::B);
    const auto last = run.checkpoints();
    run.setPace(1);  // the fork stays near its beginning
    QVERIFY(run.continueFrom(10, 1));
    QTRY_VERIFY(run.runNumber() == 2 && run.snapshot(LaneId::B) &&
                run.snapshot(LaneId::B)->state == LaneState::Running);
    QVERIFY(run.returnTo(config, 0));
    QTRY_VERIFY(ended(run));
    QCOMPARE(run.runNumber(), 1u);
    QVERIFY(curve(run, LaneId::B) == whole);
    for (std::size_t lane = 0; lane < 2; ++lane)
      QVERIFY(run.checkpoints()[lane]->parameters == last[lane]->parameters);
    QVERIFY(run.returnTo(config, 1));
    QTRY_VERIFY(run.runNumber() == 2 && !ended(run));
    QVERIFY(curve(run, LaneId::B).size() < 20);
    QVERIFY(!run.returnTo(config, 7));  // there never was one
    run.setPace(0);
    QTRY_VERIFY(ended(run));
    QVERIFY(curve(run, LaneId::B) == whole);
  }

  void aRunOfAnEarlierSessionGoesOn() {
    const ExperimentConfig config = test::smallExperiment(picture(), 50);
    RunPresenter whole(pool_);
    whole.start(config);
    QTRY_VERIFY(ended(whole));
    RunPresenter run(pool_);
    run.resume(config, {whole.kept(LaneId::A)->at(20), whole.kept(LaneId::B)->at(19)});
    run.applyConfig(config, {1, false});  // as the model says it a moment later
    QTRY_VERIFY(ended(run));
    QVERIFY(curve(run, LaneId::A) == curve(whole, LaneId::A));
    QVERIFY(run.checkpoints()[1]->parameters == whole.checkpoints()[1]->parameters);
  }

  void theSlowPaceHoldsTheLanesBack() {
    RunPresenter run(pool_);
    run.setPace(1);
    run.start(test::smallExperiment(picture(), 1000));
    QTRY_VERIFY(run.snapshot(LaneId::B) && run.snapshot(LaneId::B)->step == 1);
    QTest::qWait(300);
    QVERIFY(run.snapshot(LaneId::A)->step <= 2);
    run.setPace(0);
    QTRY_VERIFY(ended(run));
  }

  void moreStepsContinueFromTheEnd() {
    RunPresenter run(pool_);
    ExperimentConfig config = test::smallExperiment(picture(), 20);
    run.start(config);
    QTRY_VERIFY(ended(run));
    const std::vector<double> before = curve(run, LaneId::A);
    config.steps = 50;
    run.applyConfig(config);
    QTRY_VERIFY(ended(run) && run.snapshot(LaneId::A)->step == 50);
    const std::vector<double> after = curve(run, LaneId::A);
    QCOMPARE(after.size(), 50u);
    QVERIFY(std::equal(before.begin(), before.end(), after.begin()));

    ExperimentConfig whole = config;
    RunPresenter reference(pool_);
    reference.start(whole);
    QTRY_VERIFY(ended(reference));
    QVERIFY(curve(reference, LaneId::A) == after);
  }

  void aPictureThatCannotBeReadLeavesTheRunAlone() {
    RunPresenter run(pool_);
    const ExperimentConfig config = test::smallExperiment(picture(), 100000);
    run.start(config);
    QTRY_VERIFY(run.snapshot(LaneId::A));
    QSignalSpy failed(&run, &RunPresenter::loadFailed);
    ExperimentConfig wrong = config;
    wrong.image.source = folder_.file("missing.png").string();
    run.applyConfig(wrong);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().at(0).value<Problem>().detail.contains("missing.png"));
    QCOMPARE(failed.front().at(1).toBool(), true);
    QVERIFY(run.config() == config);
    const std::int64_t step = run.snapshot(LaneId::A)->step;
    QTRY_VERIFY(run.snapshot(LaneId::A)->step > step);
  }

  void preparingReadsFirstAndChangesNothing() {
    RunPresenter run(pool_);
    const ExperimentConfig config = test::smallExperiment(picture(), 100000);
    run.start(config);
    QTRY_VERIFY(run.snapshot(LaneId::A));
    ExperimentConfig other = config;
    test::writeSmallPicture(folder_.file("other.png"));
    other.image.source = folder_.file("other.png").string();
    bool ready = false;
    run.prepare(other, [&ready] { ready = true; });
    QTRY_VERIFY(ready);
    QVERIFY(run.config() == config);
  }

  void divergenceIsAnEndThatALowerRateRevives() {
    RunPresenter run(pool_);
    ExperimentConfig config = test::smallExperiment(picture(), 60);
    config.optimizer.learningRate = 1e3;
    run.start(config);
    QTRY_VERIFY(ended(run));
    QCOMPARE(run.snapshot(LaneId::A)->state, LaneState::Diverged);
    QVERIFY(run.snapshot(LaneId::A)->divergedAt <= 5);
    QVERIFY(!run.canRunOn());
    config.optimizer.learningRate = 1e-4;
    run.applyConfig(config);
    QTRY_VERIFY(!ended(run));
  }

  void viewsOfAFinishedRunAreStillServed() {
    RunPresenter run(pool_);
    run.start(test::smallExperiment(picture(), 10));
    QTRY_VERIFY(ended(run));
    run.setView(FieldView::Laplacian);
    QTRY_VERIFY(run.snapshot(LaneId::B)->observation->find("laplacian") != nullptr);
  }

  void shuttingDownEndsEveryThread() {
    RunPresenter run(pool_);
    run.start(test::smallExperiment(picture(), 100000));
    QTRY_VERIFY(run.snapshot(LaneId::A));
    run.restart();
    QVERIFY(run.shutDown(std::chrono::seconds(20)));
  }
};

QTEST_GUILESS_MAIN(RunPresenterTest)
#include "run_presenter_test.moc"
