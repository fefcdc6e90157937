// Where tiles and their words lie, in usual and in low windows.
#include "ui/panels/stage_figure.h"
#include "ui/plots/tile_painter.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QtTest>
#include <memory>

using namespace kernelscope::ui;

class StageGeometryTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ThemeController> theme_;
  const Theme& theme() const { return theme_->theme(); }

  // Tiles lie inside the area side by side, and above the readout.
  static void requireRoom(const StageGeometry& geometry, std::size_t count, const QRectF& area) {
    for (std::size_t i = 0; i < count; ++i) {
      QVERIFY(area.contains(geometry.tiles[i]));
      QVERIFY(geometry.tiles[i].bottom() <= geometry.readout.top());
      if (i > 0) QVERIFY(geometry.tiles[i].left() > geometry.tiles[i - 1].right());
    }
    QVERIFY(area.contains(geometry.readout));
  }

 private Q_SLOTS:
  void initTestCase() {
    registerResources();
    theme_ = std::make_unique<ThemeController>();
    theme_->setChoice(ThemeChoice::Light);
    theme_->install();
  }

  void usuallyTheWordsStandAboveAndBelowThePicture() {
    const QRectF area(12, 0, 734, 358);  // the stage at 1366 x 768
    const StageGeometry geometry = stageGeometry(theme(), area);
    requireRoom(geometry, 3, area);
    const TileGeometry tile = tileGeometry(theme(), geometry.tiles[1]);
    QVERIFY(!tile.beside);
    QCOMPARE(tile.picture.width(), geometry.tiles[1].width());
    QVERIFY(tile.header.bottom() <= tile.picture.top() && tile.picture.bottom() <= tile.rows.top());
  }

  void inALowStageTheyStandBesideALargerPicture_data() {
    QTest::addColumn<QRectF>("area");
    QTest::addColumn<int>("count");
    QTest::newRow("three tiles") << QRectF(12, 0, 945, 266) << 3;
    QTest::newRow("two tiles") << QRectF(12, 0, 945, 266) << 2;
    QTest::newRow("under a banner") << QRectF(12, 0, 945, 214) << 3;
    QTest::newRow("at 960 x 540") << QRectF(12, 0, 812, 193) << 3;
  }
  void inALowStageTheyStandBesideALargerPicture() {
    QFETCH(QRectF, area);
    QFETCH(int, count);
    const auto tiles = static_cast<std::size_t>(count);
    const StageGeometry geometry = stageGeometry(theme(), area, tiles);
    requireRoom(geometry, tiles, area);
    const double stacked =
        area.height() - theme().height(Height::Readout) - tileExtraHeight(theme());  // the side it would have
    for (std::size_t i = 0; i < tiles; ++i) {
      const TileGeometry tile = tileGeometry(theme(), geometry.tiles[i]);
      QVERIFY(tile.beside);
      QVERIFY(tile.picture.width() > 1.15 * stacked);
      QCOMPARE(tile.picture.width(), tile.picture.height());
      QVERIFY(geometry.tiles[i].contains(tile.picture) && geometry.tiles[i].contains(tile.header));
      QVERIFY(tile.header.left() > tile.picture.right());
    }
  }
};

QTEST_MAIN(StageGeometryTest)
#include "stage_geometry_test.moc"
