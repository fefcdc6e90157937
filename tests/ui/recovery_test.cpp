// What a killed program leaves: the real one is started, killed in the middle of a run, and its run
// recovered.
#include "engine/config/config_codec.h"
#include "engine/core/compute_pool.h"
#include "engine/run/run_journal.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/small_experiment.h"
#include "ui/models/config_model.h"
#include "ui/pages/recovery_offer.h"
#include "ui/presenters/run_presenter.h"
#include "ui/presenters/session_journal.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"

#include <QDateTime>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

constexpr std::int64_t kOldestMilliseconds = 10'000;

// The session of a program: everything that recovery needs of it.
struct Session {
  explicit Session(const std::filesystem::path& root, const ExperimentConfig& config)
      : model(config),
        run(std::make_shared<ComputePool>(2)),
        journal(run, root),
        banners(theme),
        offer(journal, model, run, banners) {
    QObject::connect(&model, &ConfigModel::configSettled, &run, [this](const ConfigUpdate& update) {
      run.applyConfig(update.after, {update.undoPosition, update.byHistory});
    });
    journal.begin();
  }
  void close(bool keep) {
    run.shutDown(std::chrono::seconds(20));
    journal.end(keep ? &model.config() : nullptr);
  }

  ThemeController theme;
  ConfigModel model;
  RunPresenter run;
  SessionJournal journal;
  BannerHost banners;
  RecoveryOffer offer;
};

}  // namespace

class RecoveryTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  std::filesystem::path picture() const { return folder_.file("picture.png"); }

 private Q_SLOTS:
  void initTestCase() { test::writeSmallPicture(picture()); }

  void aKilledProgramsRunIsOfferedAndGoesOn() {
    const std::filesystem::path root = folder_.file("data") / "kernelscope" / "recovery";
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    environment.insert("XDG_DATA_HOME", QString::fromStdString(folder_.file("data").string()));
    environment.insert("XDG_CONFIG_HOME", QString::fromStdString(folder_.file("config").string()));
    program.setProcessEnvironment(environment);
    ExperimentConfig config = test::smallExperiment(picture(), 10'000'000);
    config.seed = 4711;
    saveExperiment(config, folder_.file("long.json"));
    program.start(QCoreApplication::applicationDirPath() + "/kernelscope",
                  {QString::fromStdString(folder_.file("long.json").string())});
    QVERIFY(program.waitForStarted());
    QTest::qWait(14'000);  // several journal entries: the age is that of any moment
    QCOMPARE(program.state(), QProcess::Running);
    program.kill();  // SIGKILL
    const std::int64_t killedAt = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(program.waitForFinished());

    const std::vector<JournalSummary> left = abandonedJournals(root);
    QCOMPARE(left.size(), 1u);
    QVERIFY(left[0].step > 0);
    const std::int64_t age = killedAt - left[0].savedAt;
    qInfo("step %lld, saved %lld ms before the kill", static_cast<long long>(left[0].step),
          static_cast<long long>(age));
    QVERIFY(age <= kOldestMilliseconds);
    const JournalState state = loadJournal(left[0]);

    Session session(root, defaultExperiment());
    session.run.pause();
    QTRY_VERIFY(session.banners.current() != nullptr);
    const BannerMessage offered = *session.banners.current();
    QVERIFY2(offered.title.startsWith("Recover the run: step "), qPrintable(offered.title));
    offered.action();
    QTRY_VERIFY(session.run.snapshot(LaneId::A) && session.run.snapshot(LaneId::B));
    QCOMPARE(session.run.config().seed, 4711u);
    QCOMPARE(session.model.config().steps, 10'000'000);
    for (const LaneId lane : kLanes) {
      const std::size_t i = laneIndex(lane);
      QTRY_VERIFY(session.run.checkpoints()[i] != nullptr);
      QVERIFY(session.run.snapshot(lane)->step >= state.checkpoints[i]->step);
      const MetricHistory &now = session.run.snapshot(lane)->history, &then = state.checkpoints[i]->history;
      QVERIFY(now.size() >= then.size() && then.size() > 0);
      for (std::size_t row = 0; row < then.size(); ++row) QCOMPARE(now.value(row, 0), then.value(row, 0));
      QVERIFY(session.run.kept(lane)->at(state.checkpoints[i]->step)->parameters ==
              state.checkpoints[i]->parameters);
    }
    session.close(false);
    QVERIFY(abandonedJournals(root).empty());
  }

  void aSetUpThatWasNotSavedIsOfferedAtTheNextStart() {
    const std::filesystem::path root = folder_.file("unsaved");
    {
      Session session(root, test::smallExperiment(picture(), 100000));
      session.run.start(session.model.config());
      session.model.setValue("/seed", 31);
      QTRY_VERIFY(session.run.config().seed == 31 && session.run.snapshot(LaneId::A));
      session.close(true);
    }
    {
      Session session(root, defaultExperiment());
      QTRY_VERIFY(session.banners.current() != nullptr);
      const BannerMessage offered = *session.banners.current();
      QCOMPARE(offered.title, QString("The set-up of the last session was not saved."));
      offered.action();
      QTRY_COMPARE(session.model.config().seed, 31u);
      QTRY_VERIFY(session.run.snapshot(LaneId::A));
      session.close(false);
    }
    Session session(root, defaultExperiment());
    QTest::qWait(500);
    QVERIFY(session.banners.current() == nullptr);
    session.close(false);
  }

  void closingTheOfferDropsIt() {
    const std::filesystem::path root = folder_.file("dropped");
    {
      RunJournal journal(root);
      journal.write({test::smallExperiment(picture(), 10), {}, false});
    }
    Session session(root, defaultExperiment());
    QTRY_VERIFY(session.banners.current() != nullptr);
    session.banners.current()->dismissed();
    QTRY_VERIFY(abandonedJournals(root).empty());
    session.close(false);
  }
};

QTEST_MAIN(RecoveryTest)
#include "recovery_test.moc"
