// What part of a picture is seen, and the way from the screen into the picture and back.

#include "ui/plots/picture_window.h"

#include <QTest>
#include <cmath>

namespace kernelscope::ui {

namespace {

const QRectF kArea(12, 40, 300, 200);

bool close(const QPointF& a, const QPointF& b) {
  return std::abs(a.x() - b.x()) < 1e-12 && std::abs(a.y() - b.y()) < 1e-12;
}

}  // namespace

class PictureWindowTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theWholePictureFillsTheArea() {
    const PictureWindow whole;
    QVERIFY(close(pictureAt(whole, kArea, kArea.topLeft()), {0, 0}));
    QVERIFY(close(pictureAt(whole, kArea, {312, 240}), {1, 1}));
    QVERIFY(close(pictureAt(whole, kArea, {162, 90}), {0.5, 0.25}));
  }

  void wayInAndWayBackMeet() {
    for (const PictureWindow& window :
         {PictureWindow(), PictureWindow{0.25, 0.5, 2}, PictureWindow{0.8, 0.1, 7.5}}) {
      for (const QPointF& place : {QPointF(12, 40), QPointF(100.5, 77.25), QPointF(312, 240)})
        QVERIFY(close(placeOf(window, kArea, pictureAt(window, kArea, place)), place));
    }
  }

  // Enlarged twice about its middle, a picture shows the quarter from 1/4 to 3/4.
  void enlargingAboutTheMiddleShowsTheMiddle() {
    const PictureWindow window = zoomedAt({}, {0.5, 0.5}, 2, 32);
    QCOMPARE(window, (PictureWindow{0.25, 0.25, 2}));
    QCOMPARE(window.part(), QRectF(0.25, 0.25, 0.5, 0.5));
  }

  void thePlaceUnderThePointerStaysThere() {
    PictureWindow window;
    const QPointF pointer(90, 150);
    const QPointF anchor = pictureAt(window, kArea, pointer);
    for (const double factor : {1.25, 1.25, 3.0, 0.5, 1.7}) {
      window = zoomedAt(window, anchor, factor, 32);
      QVERIFY(close(placeOf(window, kArea, anchor), pointer));
    }
    QVERIFY(window.zoom > 3);
  }

  void enlargingAndBackIsTheWholeAgain() {
    PictureWindow window = zoomedAt({}, {0.9, 0.2}, 4, 32);
    window = zoomedAt(window, {0.9, 0.2}, 0.25, 32);
    QVERIFY(std::abs(window.left) < 1e-12 && std::abs(window.top) < 1e-12);
    QCOMPARE(window.zoom, 1.0);
    QCOMPARE(zoomedAt({}, {0.5, 0.5}, 0.1, 32), PictureWindow());
  }

  void fourSamplesAreTheMostThatEnlargingLeaves() {
    QCOMPARE(largestZoom({128, 64}), 32.0);
    QCOMPARE(largestZoom({3, 2}), 1.0);
    QCOMPARE(zoomedAt({}, {0.5, 0.5}, 1000, largestZoom({128, 64})).zoom, 32.0);
  }

  void thePictureIsNeverPushedOutOfSight() {
    const PictureWindow window{0.25, 0.25, 2};
    QCOMPARE(movedBy(window, {10, -10}), (PictureWindow{0.5, 0, 2}));
    QCOMPARE(movedBy({}, {0.3, 0.3}), PictureWindow());
    // About a corner of the picture, enlarging does not show what lies outside it.
    QCOMPARE(zoomedAt({0.5, 0.5, 2}, {0.5, 0.5}, 0.6, 32).left + 1 / 1.2, 1.0);
  }

  void aPlaceOutOfSightIsBroughtIntoIt() {
    const PictureWindow window{0.25, 0.25, 4};
    QCOMPARE(showing(window, {0.3, 0.4}), window);
    const PictureWindow moved = showing(window, {0.9, 0.3});
    QVERIFY(moved.part().contains(QPointF(0.9, 0.3)));
    QCOMPARE(moved.top, window.top);
    QVERIFY(showing(window, {0, 0}).part().contains(QPointF(0, 0)));
  }
};

}  // namespace kernelscope::ui

QTEST_GUILESS_MAIN(kernelscope::ui::PictureWindowTest)
#include "picture_window_test.moc"
