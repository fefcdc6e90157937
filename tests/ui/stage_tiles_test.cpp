// The stage as a reader uses it: one probe, one seen part and one scale for all tiles; wipe, blink and A-B
// painted to the pixel; holding one picture in all tiles; points between the pixels.

#include "ui/panels/stage_tiles.h"

#include "ui/panels/comparison_view.h"
#include "ui/panels/stage_readout.h"
#include "ui/panels/tile_navigation.h"
#include "ui/panels/wipe_divider.h"
#include "ui/plots/field_tile.h"
#include "ui/plots/text_segments.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace kernelscope::ui {

namespace {

Field2d flat(const char* name, float sample, int size) {
  Field2d field{name, "", size, size, 1, {}};
  field.samples.assign(static_cast<std::size_t>(size) * static_cast<std::size_t>(size), sample);
  return field;
}

std::shared_ptr<const Observation> flatFields(float value, float laplacian, int size = 8) {
  auto observation = std::make_shared<Observation>();
  observation->fields = {flat("value", value, size), flat("laplacian", laplacian, size),
                         flat("error", value, size), flat("spectrum", -10 * value, size)};
  observation->fields.back().unit = "dB";
  return observation;
}

// Sample (row, column) is column / size: a ramp.
std::shared_ptr<const Observation> ramp(int size) {
  Field2d field = flat("value", 0, size);
  for (std::size_t i = 0; i < field.samples.size(); ++i)
    field.samples[i] = static_cast<float>(i % static_cast<std::size_t>(size)) / static_cast<float>(size);
  auto observation = std::make_shared<Observation>();
  observation->fields = {field};
  return observation;
}

TileContent laneContent(LaneId lane) {
  TileContent content;
  content.lane = lane;
  content.name = lane == LaneId::A ? QStringLiteral("FFL") : QStringLiteral("SNNK");
  return content;
}

int level(const QImage& picture, int x, int y) {
  return qRed(picture.pixel(x, y));
}

}  // namespace

class StageTilesTest final : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ThemeController> theme_;

  std::unique_ptr<StageTiles> stage(float target, float a, float b) {
    auto tiles = std::make_unique<StageTiles>(*theme_);
    tiles->resize(758, 420);
    TileContent content;
    content.name = QStringLiteral("Target");
    tiles->setTarget(content, flatFields(target, 0));
    tiles->setLane(laneContent(LaneId::A), flatFields(a, 0));
    tiles->setLane(laneContent(LaneId::B), flatFields(b, 0));
    return tiles;
  }
  QString probeWords(StageTiles& tiles) { return segmentsText(tiles.figure(theme_->theme()).readout.probe); }
  static QPoint centre(FieldTile& tile, double x, double y) {
    const QRectF area = tile.area();
    return QPointF(area.left() + x * area.width(), area.top() + y * area.height()).toPoint();
  }

 private Q_SLOTS:
  void initTestCase() {
    registerResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme_ = std::make_unique<ThemeController>();
    theme_->setChoice(ThemeChoice::Light);
    theme_->install();
  }

  void allTilesShareTheLimits() {
    StageTiles tiles(*theme_);
    tiles.setView(FieldView::Laplacian);
    tiles.setTarget({}, flatFields(0.5F, 90));
    tiles.setLane(laneContent(LaneId::A), flatFields(0.5F, -700));
    QCOMPARE(tiles.limits().maximum, 800.0F);
    QCOMPARE(tiles.limits().minimum, -800.0F);
    tiles.setLane(laneContent(LaneId::A), flatFields(0.5F, -10));
    QCOMPARE(tiles.limits().maximum, 800.0F);
    tiles.fitLimits();
    QCOMPARE(tiles.limits().maximum, 100.0F);
  }

  void theSpectrumOfTheTargetDecidesItsScale() {
    StageTiles tiles(*theme_);
    tiles.setView(FieldView::Spectrum);
    tiles.setTarget({}, flatFields(3.5F, 0));  // -35 dB everywhere
    tiles.setLane(laneContent(LaneId::A), flatFields(12, 0));
    QCOMPARE(tiles.limits().maximum, -30.0F);
    QCOMPARE(tiles.limits().minimum, -50.0F);
    const StageFigure figure = tiles.figure(theme_->theme());
    QVERIFY(figure.readout.description.endsWith(QStringLiteral("dB, scale of the target")));
    QCOMPARE(figure.tiles[0].content.layersText, QStringLiteral("\u22124 to 3 cycles per picture"));
    tiles.setProbe({4, 4});
    QVERIFY(probeWords(tiles).startsWith(
        QStringLiteral("Probe (0, 0) cycles, target \u221235.0, A \u2212120.0")));
  }

  void theProbeIsOneForAllTilesAndReadsEachField() {
    StageTiles tiles(*theme_);
    tiles.setTarget({}, flatFields(0.62F, 0));
    tiles.setLane(laneContent(LaneId::A), flatFields(0.6F, 0));
    QSignalSpy moved(&tiles, &StageTiles::probeMoved);
    tiles.setProbe({3, 5});
    QTest::keyClick(&tiles.tile(1), Qt::Key_Right);
    QTest::keyClick(&tiles.tile(1), Qt::Key_Up);
    QCOMPARE(*tiles.probe(), QPoint(4, 4));
    QCOMPARE(moved.count(), 3);
    for (const std::size_t place : {std::size_t{0}, std::size_t{1}, std::size_t{2}})
      QCOMPARE(*tiles.tile(place).view().probe, QPointF(4.5 / 8, 4.5 / 8));
    QCOMPARE(probeWords(tiles), QStringLiteral("Probe (4, 4), target 0.62, A 0.60, B \u2013"));
    QTest::keyClick(&tiles.tile(0), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(*tiles.probe(), QPoint(0, 4));
  }

  void theMousePointsAtTheSampleUnderItAndAClickPinsIt() {
    auto tiles = stage(0.5F, 0.4F, 0.3F);
    tiles->show();
    FieldTile& tile = tiles->tile(0);
    QTest::mouseMove(&tile, centre(tile, 6.5 / 8, 2.5 / 8));
    QTRY_COMPARE(*tiles->probe(), QPoint(6, 2));
    QTest::mouseClick(&tile, Qt::LeftButton, {}, centre(tile, 1.5 / 8, 1.5 / 8));
    QCOMPARE(*tiles->probe(), QPoint(1, 1));
    QVERIFY(probeWords(*tiles).startsWith(QStringLiteral("Pinned (1, 1)")));
    QTest::mouseMove(&tile, centre(tile, 5.5 / 8, 5.5 / 8));
    QTest::qWait(10);
    QCOMPARE(*tiles->probe(), QPoint(1, 1));
    QTest::mouseClick(&tile, Qt::LeftButton, {}, centre(tile, 1.5 / 8, 1.5 / 8));
    QVERIFY(!tiles->navigation().pinned());
  }

  void costBarsAreRelativeToTheLargerLane() {
    StageTiles tiles(*theme_);
    tiles.setCosts(LaneId::A, 40000, 10.0);
    tiles.setCosts(LaneId::B, 10000, 20.0);
    const StageFigure figure = tiles.figure(theme_->theme());
    QCOMPARE(*figure.tiles[1].rows[0].share, 1.0);
    QCOMPARE(*figure.tiles[2].rows[0].share, 0.25);
    QCOMPARE(*figure.tiles[1].rows[1].share, 0.5);
    QCOMPARE(figure.tiles[2].rows[0].text, QStringLiteral("10,000"));
  }

  void aFieldThatIsNotThereLeavesTheTileEmpty() {
    StageTiles tiles(*theme_);
    tiles.setTarget({}, flatFields(0.5F, 0));
    tiles.setView(FieldView::Gradient);
    QVERIFY(tiles.figure(theme_->theme()).tiles[0].samples.isNull());
  }

  void besideTheErrorsTheTargetIsThePictureAndSaysSo() {
    auto tiles = stage(0.5F, 40, 50);
    tiles->setView(FieldView::Error);
    const StageFigure figure = tiles->figure(theme_->theme());
    QCOMPARE(level(figure.tiles[0].samples, 3, 3), 128);
    QVERIFY(figure.tiles[0].content.plateText.contains(QStringLiteral("picture itself")));
    QVERIFY(figure.readout.description.contains(QStringLiteral("one scale for A and B")));
  }

  void tilesSpeakToScreenReaders() {
    StageTiles tiles(*theme_);
    TileContent content = laneContent(LaneId::B);
    content.metricText = QStringLiteral("28.8");
    content.metricUnit = QStringLiteral("dB");
    tiles.setLane(content, flatFields(0.5F, 0));
    QVERIFY(tiles.tile(2).accessibleName().contains(QStringLiteral("B")));
    QVERIFY(tiles.tile(2).accessibleDescription().contains(QStringLiteral("28.8 dB")));
    QVERIFY(tiles.tile(2).accessibleDescription().contains(QStringLiteral("8 by 8")));
  }

  void theWheelEnlargesAllTilesAboutThePointer() {
    auto tiles = stage(0.5F, 0.4F, 0.3F);
    tiles->show();
    FieldTile& tile = tiles->tile(2);
    const QPoint pointer = centre(tile, 0.75, 0.25);
    const QPointF before = pictureAt(tile.view().window, tile.area(), pointer);
    QWheelEvent wheel(pointer, tile.mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&tile, &wheel);
    QVERIFY(tile.view().window.zoom > 1.5);
    const QPointF after = pictureAt(tile.view().window, tile.area(), pointer);
    QVERIFY((before - after).manhattanLength() < 1e-9);
    for (const std::size_t place : {std::size_t{0}, std::size_t{1}})
      QCOMPARE(tiles->tile(place).view().window, tile.view().window);
    QTest::mouseDClick(&tiles->tile(1), Qt::LeftButton, {}, centre(tiles->tile(1), 0.5, 0.5));
    QVERIFY(tile.view().window.isWhole());
  }

  void draggingMovesTheSeenPartAndPinsNothing() {
    auto tiles = stage(0.5F, 0.4F, 0.3F);
    tiles->show();
    tiles->navigation().setWindow({0.25, 0.25, 2});
    FieldTile& tile = tiles->tile(1);
    QTest::mousePress(&tile, Qt::LeftButton, {}, centre(tile, 0.5, 0.5));
    QTest::mouseMove(&tile, centre(tile, 0.6, 0.5));
    QTest::mouseMove(&tile, centre(tile, 0.7, 0.5));
    QTest::mouseRelease(&tile, Qt::LeftButton, {}, centre(tile, 0.7, 0.5));
    // A fifth of the tile is a tenth of the picture at this size.
    QVERIFY(std::abs(tiles->navigation().window().left - 0.15) < 0.01);
    QCOMPARE(tiles->navigation().window().top, 0.25);
    QVERIFY(!tiles->navigation().pinned());
  }

  void keysEnlargeMoveAndFollowTheProbe() {
    auto tiles = stage(0.5F, 0.4F, 0.3F);
    tiles->setProbe({1, 1});
    QTest::keyClick(&tiles->tile(1), Qt::Key_Plus);
    QTest::keyClick(&tiles->tile(1), Qt::Key_Plus);
    const PictureWindow near = tiles->navigation().window();
    QVERIFY(near.zoom > 1.9);
    QVERIFY(near.part().contains(QPointF(1.5 / 8, 1.5 / 8)));
    for (int i = 0; i < 6; ++i) QTest::keyClick(&tiles->tile(1), Qt::Key_Right);
    QCOMPARE(*tiles->probe(), QPoint(7, 1));
    QVERIFY(tiles->navigation().window().part().contains(QPointF(7.5 / 8, 1.5 / 8)));
    const double left = tiles->navigation().window().left;
    QTest::keyClick(&tiles->tile(1), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(std::abs(left - tiles->navigation().window().left - 1 / (8 * near.zoom)) < 1e-9);
    QCOMPARE(*tiles->probe(), QPoint(7, 1));
    tiles->fitPicture();
    QVERIFY(tiles->navigation().window().isWhole());
    QTest::keyClick(&tiles->tile(1), Qt::Key_Minus);
    QVERIFY(tiles->navigation().window().isWhole());
  }

  // Left of the line every pixel is A's, right of it B's, whatever the place of the line.
  void aWipeIsExactToThePixel() {
    auto tiles = stage(0, 0.2F, 1);
    tiles->setMode(StageMode::Wipe);
    for (const double place : {0.0, 0.25, 0.5, 1.0}) {
      tiles->setDivider(place);
      TileView view = *tiles->figure(theme_->theme()).compared;
      view.probe.reset();
      QImage image(200, 200, QImage::Format_RGB32);
      image.fill(Qt::red);
      QPainter painter(&image);
      paintPicture(painter, {0, 0, 200, 200}, view, theme_->theme(), {});
      painter.end();
      const int line = static_cast<int>(200 * place), y = 150;  // below the letters and the handle
      for (int x = 0; x < 200; ++x) {
        if (std::abs(x - line) > 2) QCOMPARE(level(image, x, y), x < line ? 51 : 255);
      }
      const QColor onLine = image.pixelColor(std::clamp(line, 1, 198), y);
      QVERIFY(place == 0.0 || place == 1.0 || onLine == QColor(Qt::white) || onLine == QColor(Qt::black));
    }
  }

  void theDividerIsDraggedAndMovedByKeys() {
    auto tiles = stage(0, 0.2F, 1);
    tiles->setMode(StageMode::Wipe);
    tiles->show();
    auto* handle = tiles->findChild<WipeDivider*>();
    QVERIFY(handle->isVisible());
    QTest::keyClick(handle, Qt::Key_Left);
    QCOMPARE(tiles->divider(), 0.49);
    QTest::keyClick(handle, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(tiles->divider(), 0.59);
    FieldTile& tile = tiles->tile(1);
    QTest::mousePress(handle, Qt::LeftButton);
    QTest::mouseMove(handle, handle->mapFrom(&tile, centre(tile, 0.25, 0.5)));
    QTRY_VERIFY(std::abs(tiles->divider() - 0.25) < 0.01);
    QTest::mouseRelease(handle, Qt::LeftButton);
    QVERIFY(handle->accessibleDescription().contains(QStringLiteral("25")));
    tiles->setMode(StageMode::Tiles);
    QVERIFY(!handle->isVisible());
  }

  void blinkShowsOneLaneAtATimeWithItsLetter() {
    auto tiles = stage(0, 0.2F, 1);
    tiles->setMode(StageMode::Blink);
    TileView first = *tiles->figure(theme_->theme()).compared;
    QCOMPARE(*first.content.lane, LaneId::A);
    QVERIFY(first.content.plateText.startsWith(QStringLiteral("A, changes every second")));
    for (const int corner : {0, 7}) QCOMPARE(level(first.samples, corner, corner), 51);
    QTRY_COMPARE_WITH_TIMEOUT(tiles->blinkLane(), LaneId::B, 3 * kBlinkMilliseconds);
    const TileView second = *tiles->figure(theme_->theme()).compared;
    QCOMPARE(*second.content.lane, LaneId::B);
    QVERIFY(second.content.plateText.startsWith(QStringLiteral("B")));
    for (const int corner : {0, 7}) QCOMPARE(level(second.samples, corner, corner), 255);
  }

  void withReducedMotionBlinkNeedsAClickForEachChange() {
    theme_->setReducedMotion(true);
    auto tiles = stage(0, 0.2F, 1);
    tiles->setMode(StageMode::Blink);
    tiles->show();
    QVERIFY(tiles->figure(theme_->theme()).compared->content.plateText.contains(QStringLiteral("click")));
    QTest::qWait(kBlinkMilliseconds + 200);
    QCOMPARE(tiles->blinkLane(), LaneId::A);
    QTest::mouseClick(&tiles->tile(1), Qt::LeftButton, {}, centre(tiles->tile(1), 0.5, 0.5));
    QCOMPARE(tiles->blinkLane(), LaneId::B);
    QTest::keyClick(&tiles->tile(1), Qt::Key_Return);
    QCOMPARE(tiles->blinkLane(), LaneId::A);
    QVERIFY(!tiles->navigation().pinned());
    theme_->setReducedMotion(false);
  }

  // 0.75 - 0.5 = 0.25 everywhere, on a scale of its own that is symmetric about zero.
  void theDifferenceIsSignedAndHasItsOwnScale() {
    auto tiles = stage(0, 0.75F, 0.5F);
    tiles->setMode(StageMode::Difference);
    const StageFigure figure = tiles->figure(theme_->theme());
    QCOMPARE(figure.readout.lower, QStringLiteral("\u22120.3"));
    QCOMPARE(figure.readout.upper, QStringLiteral("0.3"));
    QVERIFY(figure.readout.description.startsWith(QStringLiteral("A \u2212 B, grey value")));
    QCOMPARE(figure.compared->content.metricText, QStringLiteral("0.25"));
    const ColorMap map(theme_->theme().colourMap(theme_->theme().lanesMap()));
    QCOMPARE(QColor(figure.compared->samples.pixel(2, 5)), QColor(map.at((0.25 + 0.3F) / (2 * 0.3F))));
    QVERIFY(probeWords(*tiles).endsWith(QStringLiteral("A \u2212 B 0.25")));
    tiles->setLane(laneContent(LaneId::B), flatFields(0.75F, 0));
    const StageFigure equal = tiles->figure(theme_->theme());
    QCOMPARE(QColor(equal.compared->samples.pixel(0, 0)), QColor(map.at(0.5)));
    QCOMPARE(equal.compared->content.metricText, QStringLiteral("0"));
  }

  void holdingShowsOnePictureInEveryTile() {
    auto tiles = stage(0, 0.2F, 1);
    for (const StageMode mode : {StageMode::Tiles, StageMode::Wipe, StageMode::Difference}) {
      tiles->setMode(mode);
      tiles->setHeld(StageSource::LaneB);
      for (const std::size_t place : {std::size_t{0}, std::size_t{1}}) {
        QCOMPARE(*tiles->tile(place).view().content.lane, LaneId::B);
        QCOMPARE(level(tiles->tile(place).view().samples, 4, 4), 255);
        QVERIFY(!tiles->tile(place).view().wipe);
      }
      tiles->setHeld(StageSource::Target);
      QVERIFY(!tiles->tile(1).view().content.lane);
      QCOMPARE(level(tiles->tile(1).view().samples, 4, 4), 0);
      tiles->setHeld(std::nullopt);
      QCOMPARE(level(tiles->tile(0).view().samples, 4, 4), 0);
    }
  }

  // Four points for each of the 8 pixels: the probe keeps its place, and its position is a fraction of a
  // pixel.
  void betweenPixelsTheProbeIsExact() {
    auto tiles = stage(0.5F, 0.4F, 0.3F);
    tiles->setProbe({3, 5});
    tiles->setQueryWanted(4);
    tiles->setLane(laneContent(LaneId::A), ramp(32));
    QCOMPARE(*tiles->probe(), QPoint(3, 5));
    const QPoint sample = *tiles->navigation().probeSample();
    QVERIFY(sample.x() / 4 == 3 && sample.y() / 4 == 5);
    QTest::keyClick(&tiles->tile(1), Qt::Key_Left);
    QTest::keyClick(&tiles->tile(1), Qt::Key_Left);
    QTest::keyClick(&tiles->tile(1), Qt::Key_Left);
    const int column = sample.x() - 3;
    QCOMPARE(tiles->navigation().probePosition()->x(), (column + 0.5) / 4 - 0.5);
    const StageFigure figure = tiles->figure(theme_->theme());
    QVERIFY(figure.readout.description.contains(QStringLiteral("4× between pixels")));
    QVERIFY(figure.tiles[0].content.plateText.contains(QStringLiteral("nothing between")));
    QVERIFY(
        segmentsText(figure.readout.probe).contains(QStringLiteral("A %1").arg(column / 32.0, 0, 'f', 2)));
    QCOMPARE(figure.tiles[0].samples.width(), 8);
    QCOMPARE(figure.tiles[1].samples.width(), 32);
    tiles->setLane(laneContent(LaneId::A), flatFields(0.4F, 0));
    tiles->setQueryWanted(1);
    QCOMPARE(*tiles->navigation().probePosition(), QPointF(column / 4, 5));
  }

  void comparedTilesAreLargerThanThreeSideBySide() {
    StageTiles tiles(*theme_);
    const int three = tiles.preferredHeight(758);
    tiles.setMode(StageMode::Wipe);
    QVERIFY(tiles.preferredHeight(758) > three + 100);
  }
};

}  // namespace kernelscope::ui

QTEST_MAIN(kernelscope::ui::StageTilesTest)
#include "stage_tiles_test.moc"
