// The sentences and marks of a run's news.
#include "ui/pages/run_words.h"

#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

class RunWordsTest : public QObject {
  Q_OBJECT

 private:
  static std::shared_ptr<TrainingSnapshot> news(LaneId lane, LaneState state, std::int64_t step) {
    auto snapshot = std::make_shared<TrainingSnapshot>();
    snapshot->lane = lane;
    snapshot->state = state;
    snapshot->step = step;
    snapshot->cost.trainableParameters = 33537;
    snapshot->millisecondsPerStep = 10.2;
    snapshot->history = MetricHistory({"mse", "psnr_db", "heldout_psnr_db"});
    const double values[] = {0.1, 28.84, 23.55};
    snapshot->history.append(step, 1, values);
    return snapshot;
  }

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void aTileShowsTrainAndHeldOut() {
    const auto told = news(LaneId::A, LaneState::Running, 100);
    const TileContent content = laneContent(defaultExperiment(), LaneId::A, told.get(), false);
    QCOMPARE(content.name, QStringLiteral("FFL"));
    QCOMPARE(content.metricText, QStringLiteral("28.8"));
    QCOMPARE(content.heldOutText, QStringLiteral("held-out 23.6"));
    QCOMPARE(content.plate, PlateKind::None);
  }

  void theTargetSaysWhatTheLanesSeeOfIt() {
    ExperimentConfig config = defaultExperiment();
    Picture picture;
    picture.height = 2;
    picture.width = 3;
    picture.samples.assign(6, 0.5F);
    const ImageDataset data(std::move(picture), config.image, 7);
    QCOMPARE(targetContent(config, data).layersText, QStringLiteral("camera 3 × 2"));
    config.supervise = "gradient";
    QCOMPARE(targetContent(config, data).layersText, QStringLiteral("camera 3 × 2, gradients only"));
    config.supervise = "laplacian";
    QCOMPARE(targetContent(config, data).layersText, QStringLiteral("camera 3 × 2, Laplacian only"));
  }

  void figuresOfTheKeptStateComeBeforeTheRecord() {
    const auto told = news(LaneId::A, LaneState::Finished, 100);
    told->finalMetrics = {{"psnr_db", 31.0}};
    QCOMPARE(newestMetric(*told, "psnr_db"), 31.0);
    QCOMPARE(newestMetric(*told, "heldout_psnr_db"), 23.55);
    QVERIFY(std::isnan(newestMetric(*told, "ssim")));
  }

  void aDivergedLaneKeepsItsLastGoodState() {
    const auto b = news(LaneId::B, LaneState::Diverged, 191);
    b->divergedAt = 191;
    b->message = "its loss is not finite any more";
    const auto a = news(LaneId::A, LaneState::Running, 240);
    const TileContent content = laneContent(defaultExperiment(), LaneId::B, b.get(), false);
    QCOMPARE(content.plateText, QStringLiteral("Last good state, step 190"));
    QVERIFY(deservesBanner(*b));
    const BannerMessage banner = laneBanner(*b, a.get());
    QCOMPARE(banner.title, QStringLiteral("Lane B stopped at step 191: its loss became infinite."));
    QVERIFY(banner.detail.startsWith(QStringLiteral("Lane A goes on. Curves and weights up to step 190")));
    QCOMPARE(laneStatus(*b).words, QStringLiteral("B diverged at 191"));
    const RunStatus status = runStatus(RunPhase::Running, defaultExperiment(), {a, b}, 18.0);
    QCOMPARE(status.words, QStringLiteral("A running"));
    QCOMPARE(status.step, 240);
  }

  void aLaneThatStandsAloneIsNotSaidToGoOn() {
    const auto b = news(LaneId::B, LaneState::Diverged, 3);
    b->divergedAt = 3;
    const auto a = news(LaneId::A, LaneState::Diverged, 3);
    QVERIFY(!laneBanner(*b, a.get()).detail.contains(QStringLiteral("goes on")));
    QVERIFY(!laneBanner(*b, nullptr).detail.contains(QStringLiteral("goes on")));
  }

  void aCatchingUpLaneSaysHowFarItIs() {
    const auto told = news(LaneId::B, LaneState::Running, 1200);
    QCOMPARE(laneContent(defaultExperiment(), LaneId::B, told.get(), true).plateText,
             QStringLiteral("Catching up, step 1,200"));
  }

  void theSummaryHasTheMeasuredFigures() {
    const auto a = news(LaneId::A, LaneState::Finished, 1000);
    a->seconds = 10.5;
    const RunResult result = runResult(defaultExperiment(), {a, nullptr}, 3, QStringLiteral("CPU"));
    QCOMPARE(result.runNumber, 3u);
    QCOMPARE(result.lane(LaneId::A).trainPsnrDb, 28.84);
    QCOMPARE(result.lane(LaneId::A).steps, 1000);
    QVERIFY(std::isnan(result.lane(LaneId::B).trainPsnrDb));
  }
};

QTEST_GUILESS_MAIN(RunWordsTest)
#include "run_words_test.moc"
