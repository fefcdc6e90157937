// The clock on the real page: going back and forth in time by keys, forks, races in words, undo from the
// form. With KERNELSCOPE_PICTURES=FOLDER it leaves pictures of the window for the eye.
#include "tests/ui/window_program.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/time_scrubber.h"
#include "ui/plots/field_tile.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/speed_control.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/transport_bar.h"

#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

class ClockPageTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  ThemeController theme_;

  static TileContent laneA(test::WindowProgram& program) {
    return program.page().stage().tiles().findChildren<FieldTile*>().at(1)->view().content;
  }
  static QString raceWords(test::WindowProgram& program) {
    for (const ThemedLabel* label : program.window().findChildren<ThemedLabel*>()) {
      if (label->text().startsWith(QStringLiteral("Race:"))) return label->text();
    }
    return {};
  }
  static QToolButton* button(test::WindowProgram& program, const QString& text) {
    for (QToolButton* one : program.page().stage().scrubber().findChildren<QToolButton*>()) {
      if (one->text() == text) return one;
    }
    return nullptr;
  }
  static void picture(test::WindowProgram& program, const char* name) {
    const QString folder = qEnvironmentVariable("KERNELSCOPE_PICTURES");
    if (!folder.isEmpty()) program.window().grab().save(folder + QLatin1Char('/') + name);
  }

 private Q_SLOTS:
  void initTestCase() { theme_.install(); }

  void thePastIsShownByKeysAndLeftWithEsc() {
    for (const ThemeChoice look : {ThemeChoice::Light, ThemeChoice::Dark}) {
      test::WindowProgram program(theme_, folder_.path(), 300);
      theme_.setChoice(look);
      QTRY_VERIFY(program.ended());
      TimeScrubber& scrubber = program.page().stage().scrubber();
      QTRY_COMPARE(scrubber.steps().back(), 300);
      const QString final = laneA(program).metricText;
      scrubber.setFocus();
      for (int i = 0; i < 40; ++i) QTest::keyClick(&scrubber, Qt::Key_Left);
      QVERIFY(scrubber.shown().has_value());
      const std::int64_t step = *scrubber.shown();
      QTRY_COMPARE(laneA(program).plateText, QStringLiteral("Step %1").arg(step));
      const MetricHistory& record = program.presenter().snapshot(LaneId::A)->history;
      const double psnr = record.value(static_cast<std::size_t>(step) - 1,
                                       static_cast<std::size_t>(record.columnIndex("psnr_db")));
      QCOMPARE(laneA(program).metricText.toDouble(), std::round(psnr * 10) / 10);
      QVERIFY(button(program, "Continue from here")->isVisible());
      picture(program, look == ThemeChoice::Light ? "scrubbed-light.png" : "scrubbed-dark.png");
      QTest::keyClick(&program.window(), Qt::Key_Escape);
      QVERIFY(!scrubber.shown());
      QCOMPARE(laneA(program).plateText, QString());
      QCOMPARE(laneA(program).metricText, final);
    }
    theme_.setChoice(ThemeChoice::Light);
  }

  void anotherViewOfThePastIsShown() {
    test::WindowProgram program(theme_, folder_.path(), 100);
    QTRY_VERIFY(program.ended());
    program.page().stage().scrubber().stepChosen(20);
    QTRY_VERIFY(laneA(program).plateText.startsWith("Step"));
    program.page().widget()->findChild<QTabBar*>()->setCurrentIndex(2);
    QTRY_COMPARE(program.page().stage().tiles().view(), FieldView::Laplacian);
    QVERIFY(laneA(program).plateText.startsWith("Step"));
    QTest::keyClick(&program.window(), Qt::Key_Escape);
    QTRY_COMPARE(laneA(program).plateText, QString());
    QCOMPARE(program.page().stage().tiles().view(), FieldView::Laplacian);
  }

  void continueFromHereStartsARunThatIsCutThere() {
    test::WindowProgram program(theme_, folder_.path(), 150);
    QTRY_VERIFY(program.ended());
    QTRY_COMPARE(program.page().stage().scrubber().steps().back(), 150);
    TimeScrubber& scrubber = program.page().stage().scrubber();
    scrubber.stepChosen(10);
    QTRY_VERIFY(laneA(program).plateText.startsWith("Step"));
    program.window().transport().speed().changeBy(-8);  // one step a second
    button(program, "Continue from here")->click();
    QTRY_COMPARE(program.presenter().runNumber(), 2u);
    QVERIFY(!scrubber.shown());
    QTRY_VERIFY(program.presenter().snapshot(LaneId::A) &&
                program.presenter().snapshot(LaneId::A)->state == LaneState::Running);
    QVERIFY(program.presenter().snapshot(LaneId::A)->history.size() < 20);
    program.window().transport().speed().reset();
    QTRY_VERIFY(program.ended());
  }

  void undoAfterAForkBringsTheEarlierRunBack() {
    test::WindowProgram program(theme_, folder_.path(), 150);
    QTRY_VERIFY(program.ended());
    QTRY_COMPARE(program.page().stage().scrubber().steps().back(), 150);
    const auto before = program.presenter().snapshot(LaneId::A);
    QVERIFY(!program.possible(command::kUndo));
    program.page().stage().scrubber().stepChosen(10);
    QTRY_VERIFY(laneA(program).plateText.startsWith("Step"));
    button(program, "Continue from here")->click();
    QTRY_COMPARE(program.presenter().runNumber(), 2u);
    QVERIFY(!program.model().modified());  // nothing to save
    program.model().setValue("/lanes/B/layers/*/features", 4);
    QTRY_VERIFY(program.presenter().config().lanes[1].layers[2].features == 4);
    // Twice at once: past the edit and past the fork.
    program.trigger(command::kUndo);
    program.trigger(command::kUndo);
    QTRY_VERIFY(program.ended() && program.presenter().runNumber() == 1u);
    QCOMPARE(program.presenter().snapshot(LaneId::A)->seconds, before->seconds);
    QCOMPARE(program.presenter().config().lanes[1].layers[2].features, 8);
    QVERIFY(!program.possible(command::kUndo));
    program.trigger(command::kRedo);
    QTRY_COMPARE(program.presenter().runNumber(), 2u);
    QTRY_VERIFY(program.ended());
    QCOMPARE(program.presenter().snapshot(LaneId::A)->step, 150);
    QVERIFY2(program.banner().isEmpty(), qPrintable(program.banner()));
  }

  void undoInTheFormBringsTheFinishedRunBackWithoutTraining() {
    test::WindowProgram program(theme_, folder_.path(), 120);
    QTRY_VERIFY(program.ended());
    const auto before = program.presenter().snapshot(LaneId::B);
    program.model().setValue("/lanes/B/layers/*/features", 4);
    QTRY_VERIFY(program.ended() && program.presenter().config().lanes[1].layers[2].features == 4);
    program.model().undoStack().undo();
    QTRY_VERIFY(program.ended() && program.presenter().snapshot(LaneId::B) != before &&
                program.presenter().config().lanes[1].layers[2].features == 8);
    const auto after = program.presenter().snapshot(LaneId::B);
    QCOMPARE(after->step, before->step);
    QCOMPARE(after->seconds, before->seconds);  // not one step was trained again
    QVERIFY(after->finalMetrics == before->finalMetrics);
  }

  void theRaceStandsOverTheStageAndChangesInTheTransportBar() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    QTRY_VERIFY(program.ended());
    QCOMPARE(raceWords(program), QString("Race: equal steps"));
    SegmentBar& race = program.window().transport().race();
    race.findChildren<QToolButton*>().at(1)->click();
    QCOMPARE(program.model().config().race, std::string("time"));
    QCOMPARE(raceWords(program), QString("Race: equal time"));
    picture(program, "race-time.png");
    program.model().undoStack().undo();
    QCOMPARE(race.currentIndex(), 0);
    QCOMPARE(raceWords(program), QString("Race: equal steps"));
  }

  void aSizeRaceThatIsNotPossibleSaysWhy() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    QTRY_VERIFY(program.ended());
    program.model().setValue("/lanes/A/layers/0/width", 2);
    program.window().transport().race().findChildren<QToolButton*>().at(2)->click();
    QVERIFY(!program.model().valid());
    QVERIFY(program.page().banners().current() != nullptr);
    QVERIFY(program.page().banners().current()->detail.contains("size race is not possible"));
  }
};

QTEST_MAIN(ClockPageTest)
#include "clock_page_test.moc"
