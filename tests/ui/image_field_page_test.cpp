// The page in its window: commands reach the run, edits restart what they must, files go in and out, and
// what cannot be used is said without changing anything. Tiny lanes train for real.
#include "ui/pages/image_field_page.h"

#include "engine/config/config_codec.h"
#include "engine/core/file_io.h"
#include "tests/ui/window_program.h"
#include "ui/pages/experiment_files.h"
#include "ui/panels/crop_band.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/summary_card.h"
#include "ui/plots/field_tile.h"
#include "ui/widgets/segment_bar.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTabBar>
#include <QUndoStack>
#include <QtTest>
#include <algorithm>
#include <memory>

using namespace kernelscope;
using namespace kernelscope::ui;

using test::WindowProgram;

class ImageFieldPageTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  ThemeController theme_;

  std::unique_ptr<WindowProgram> program(std::int64_t steps) {
    return std::make_unique<WindowProgram>(theme_, folder_.path(), steps);
  }
  static void chooseFile(WindowProgram& shown, const QString& path) {
    auto* dialog = shown.window().findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
  }

 private Q_SLOTS:
  void initTestCase() { theme_.install(); }

  void aRunEndsWithTheSummaryAndCanRunOn() {
    auto shown = program(20);
    QTRY_VERIFY(shown->ended());
    auto* card = shown->window().findChild<SummaryCard*>();
    QTRY_VERIFY(card->isVisible());
    QVERIFY(!shown->possible(command::kStep));
    shown->trigger(command::kPlayPause);
    QTRY_VERIFY(shown->ended() && shown->presenter().snapshot(LaneId::A)->step == 40);
    QCOMPARE(shown->model().config().steps, 40);
  }

  void pauseAndStepFromTheCommands() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::A));
    shown->trigger(command::kPlayPause);
    QCOMPARE(shown->presenter().phase(), RunPhase::Paused);
    shown->trigger(command::kReset);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::B) && shown->presenter().snapshot(LaneId::B)->step == 0);
    shown->trigger(command::kStep);
    QTRY_COMPARE(shown->presenter().snapshot(LaneId::B)->step, 1);
  }

  void anEditOfLaneBAndItsUndoReachTheRun() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::A));
    shown->model().setValue("/lanes/B/layers/*/features", 4);
    QTRY_COMPARE(shown->presenter().config().lanes[1].layers[2].features, 4);
    shown->trigger(command::kUndo);
    QTRY_COMPARE(shown->presenter().config().lanes[1].layers[2].features, 8);
    QCOMPARE(shown->presenter().runNumber(), 1u);
  }

  void aWrongValueLeavesTheRunAndSaysSo() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::A));
    shown->model().setValue("/optimizer/learning_rate", -1.0);
    QVERIFY(shown->banner().contains(QStringLiteral("cannot be used")));
    shown->trigger(command::kUndo);
    QVERIFY(shown->banner().isEmpty());
    QCOMPARE(shown->presenter().runNumber(), 1u);
  }

  void networksThatCannotBeMadeAreSaidAtTheirFieldAndTheRunGoesOn() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::A));
    shown->model().setValue("/lanes/B/layers/2/radial", "exact");
    QTRY_COMPARE(shown->presenter().config().lanes[1].layers[2].radial, std::string("exact"));
    shown->model().setValue("/lanes/B/layers/2/sigma", 40.0);
    QTRY_VERIFY(shown->banner().contains(QStringLiteral("cannot be made")));
    QCOMPARE(shown->model().findings().size(), std::size_t{1});
    QCOMPARE(shown->model().findings().front().path, std::string("/lanes/B/layers/2/sigma"));
    QVERIFY(shown->presenter().config().lanes[1].layers[2].sigma != 40.0);
    QVERIFY(shown->presenter().phase() == RunPhase::Running);
    shown->trigger(command::kUndo);
    QTRY_VERIFY(shown->banner().isEmpty());
  }

  void whatIsNoPictureIsSaidAndChangesNothing() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::A));
    writeFileAtomically(folder_.file("text.png"), "hello");
    const ExperimentConfig before = shown->model().config();
    shown->page().files().openPath(QString::fromStdString(folder_.file("text.png").string()));
    QTRY_VERIFY(shown->banner().contains(QStringLiteral("text.png")));
    QVERIFY(shown->model().config() == before);
    QVERIFY(shown->presenter().config() == before);
    shown->page().files().openPath(QString::fromStdString(folder_.file("missing.json").string()));
    QTRY_VERIFY(shown->banner().contains(QStringLiteral("missing.json")));
    QVERIFY(shown->model().config() == before);
  }

  void aPictureTypedIntoTheSetUpThatIsNoneIsTakenBack() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::A));
    const ExperimentConfig before = shown->model().config();
    shown->model().setValue("/image/source", folder_.file("nowhere.png").string());
    QTRY_VERIFY(shown->banner().contains(QStringLiteral("nowhere.png")));
    QCOMPARE(shown->model().config().image.source, before.image.source);
  }

  void aPictureThatIsOpenedIsTrainedOn() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::A));
    test::writeSmallPicture(folder_.file("other.png"));
    const QString path = QString::fromStdString(folder_.file("other.png").string());
    shown->page().files().openPath(path);
    QTRY_COMPARE(QString::fromStdString(shown->presenter().config().image.source), path);
    QVERIFY(shown->window().isWindowModified());
  }

  void savingGivesAFileThatOpensAgain() {
    auto shown = program(100000);
    shown->model().setValue("/seed", 11);
    shown->trigger(command::kSaveAs);
    const std::filesystem::path file = folder_.file("mine.json");
    chooseFile(*shown, QString::fromStdString(file.string()));
    QCOMPARE(loadExperiment(file).seed, 11u);
    QVERIFY(!shown->window().isWindowModified());
    QVERIFY(shown->window().windowTitle().contains(QStringLiteral("mine.json")));
    shown->model().setValue("/seed", 12);
    shown->page().files().openPath(QString::fromStdString(file.string()));
    QTRY_COMPARE(shown->model().config().seed, 11u);
  }

  void anUnwritablePlaceIsSaid() {
    auto shown = program(100000);
    shown->trigger(command::kSaveAs);
    chooseFile(*shown, QString::fromStdString((folder_.path() / "none" / "a.json").string()));
    QVERIFY(shown->banner().contains(QStringLiteral("a.json could not be saved")));
  }

  void keysHoldOnePictureButNotWhileSomebodyTypes() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->started());
    StageTiles& tiles = shown->page().stage().tiles();
    tiles.tile(0).setFocus();
    QTest::keyPress(&shown->window(), Qt::Key_2);
    QCOMPARE(tiles.held(), std::optional(StageSource::LaneB));
    for (const std::size_t place : {std::size_t{0}, std::size_t{1}, std::size_t{2}})
      QCOMPARE(tiles.tile(place).view().content.name, QStringLiteral("SNNK"));
    QTest::keyPress(&shown->window(), Qt::Key_1);
    QCOMPARE(tiles.held(), std::optional(StageSource::LaneA));
    QTest::keyRelease(&shown->window(), Qt::Key_2);
    QCOMPARE(tiles.held(), std::optional(StageSource::LaneA));
    QTest::keyRelease(&shown->window(), Qt::Key_1);
    QVERIFY(!tiles.held());
    QTest::keyPress(&shown->window(), Qt::Key_3);
    QCOMPARE(tiles.held(), std::optional(StageSource::Target));
    QTest::keyRelease(&shown->window(), Qt::Key_3);
    auto* field = shown->window().findChild<QLineEdit*>();
    field->setFocus();
    QTRY_VERIFY(field->hasFocus());
    const QString before = field->text();
    QTest::keyClick(field, Qt::Key_D);
    QTest::keyPress(field, Qt::Key_1);
    QVERIFY(!tiles.held());
    QCOMPARE(tiles.mode(), StageMode::Tiles);
    QTest::keyRelease(field, Qt::Key_1);
    QVERIFY(field->text() != before);
  }

  void aTileCopiesWhatItsProbeReads() {
    auto shown = program(5);
    QTRY_VERIFY(shown->ended());
    FieldTile& tile = shown->page().stage().tiles().tile(1);
    shown->page().stage().tiles().setProbe({3, 4});
    const auto actions = tile.actions();
    const auto copy = std::ranges::find(actions, QStringLiteral("Copy value"), &QAction::text);
    QVERIFY(copy != actions.end());
    (*copy)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Probe (3, 4), target ")));
  }

  void theDifferenceKeyGoesThereAndBack() {
    auto shown = program(100000);
    StageTiles& tiles = shown->page().stage().tiles();
    shown->trigger(command::kStageWipe);
    QCOMPARE(tiles.mode(), StageMode::Wipe);
    shown->trigger(command::kDifference);
    QCOMPARE(tiles.mode(), StageMode::Difference);
    QCOMPARE(shown->window().findChild<SegmentBar*>()->isVisible(), true);
    shown->trigger(command::kDifference);
    QCOMPARE(tiles.mode(), StageMode::Wipe);
    QVERIFY(shown->window().commands().action(QString::fromLatin1(command::kStageWipe))->isChecked());
    shown->trigger(command::kStageTiles);
    QCOMPARE(tiles.mode(), StageMode::Tiles);
  }

  // 12 x 10 pixels: twice as many points each way, for the lanes only, and none for the errors.
  void pointsBetweenPixelsReachTheTiles() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->started());
    StageTiles& tiles = shown->page().stage().tiles();
    shown->trigger(command::kQueryTwice);
    QTRY_COMPARE(tiles.tile(1).view().samples.size(), QSize(24, 20));
    QTRY_COMPARE(tiles.tile(2).view().samples.size(), QSize(24, 20));
    QCOMPARE(tiles.tile(0).view().samples.size(), QSize(12, 10));
    auto* tabs = shown->page().widget()->findChild<QTabBar*>();
    tabs->setCurrentIndex(3);
    QTRY_COMPARE(tiles.tile(1).view().samples.size(), QSize(12, 10));
    QVERIFY(!shown->possible(command::kQueryFourTimes));
    tabs->setCurrentIndex(2);
    QTRY_COMPARE(tiles.tile(2).view().samples.size(), QSize(24, 20));
    shown->trigger(command::kQueryPixels);
    QTRY_COMPARE(tiles.tile(2).view().samples.size(), QSize(12, 10));
  }

  void aRectangleIsCutOutAndUndone() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->started());
    FieldTile& tile = shown->page().stage().tiles().tile(0);
    shown->trigger(command::kCrop);
    auto* band = tile.findChild<CropBand*>();
    QVERIFY(band != nullptr);
    const QRectF area(band->rect());
    const auto at = [&](double column, double row) {
      return QPointF(column / 12 * area.width(), row / 10 * area.height()).toPoint();
    };
    QTest::mousePress(band, Qt::LeftButton, {}, at(2.5, 1.5));
    QTest::mouseMove(band, at(5, 4));
    QTest::mouseMove(band, at(8.5, 6.5));
    QTest::mouseRelease(band, Qt::LeftButton, {}, at(8.5, 6.5));
    QCOMPARE(band->inFile(), QRect(2, 1, 7, 6));
    QTest::keyClick(band, Qt::Key_Right);
    QTest::keyClick(band, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(band->inFile(), QRect(3, 1, 7, 5));
    QTest::keyClick(band, Qt::Key_Return);
    QTRY_COMPARE(shown->presenter().data().dataset->width(), 7);
    QCOMPARE(shown->presenter().data().dataset->height(), 5);
    QVERIFY(shown->model().config().image.crop.has_value());
    QVERIFY(shown->possible(command::kWholePicture));
    // A rectangle of the rectangle is told in pixels of the file.
    shown->trigger(command::kCrop);
    band = tile.findChild<CropBand*>();
    QTest::keyClick(band, Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(band, Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(band->inFile().topLeft(), QPoint(3, 1));
    QTest::keyClick(band, Qt::Key_Escape);
    QTRY_VERIFY(tile.findChild<CropBand*>() == nullptr);
    shown->trigger(command::kUndo);
    QTRY_COMPARE(shown->presenter().data().dataset->width(), 12);
    QVERIFY(!shown->model().config().image.crop);
    QVERIFY(!shown->possible(command::kWholePicture));
  }

  void aShrunkPictureGivesTheSmallestRectangleThatHoldsTheChoice() {
    QCOMPARE(rectangleInFile({10, 20, 30, 40}, {512, 512}, {0, 0, 1024, 1024}), QRect(20, 40, 60, 80));
    QCOMPARE(rectangleInFile({1, 1, 1, 1}, {3, 3}, {100, 200, 10, 10}), QRect(103, 203, 4, 4));
    QCOMPARE(rectangleInFile({0, 0, 3, 3}, {3, 3}, {100, 200, 10, 10}), QRect(100, 200, 10, 10));
  }

  void tilesNeverGoBlankWhenTheViewChanges() {
    auto shown = program(100000);
    QTRY_VERIFY(shown->presenter().snapshot(LaneId::A) && shown->presenter().snapshot(LaneId::B));
    auto* tabs = shown->page().widget()->findChild<QTabBar*>();
    for (const int tab : {2, 1, 3, 4, 0}) {
      tabs->setCurrentIndex(tab);
      const auto view = static_cast<FieldView>(tab);
      QTRY_COMPARE(shown->page().stage().tiles().view(), view);
      const StageFigure figure = shown->page().stage().tiles().figure(theme_.theme());
      for (const TileView& tile : figure.tiles) QVERIFY(!tile.samples.isNull());
    }
  }
};

QTEST_MAIN(ImageFieldPageTest)
#include "image_field_page_test.moc"
