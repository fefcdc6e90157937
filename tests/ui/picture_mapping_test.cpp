// Colour maps, fields as pictures, scaling, limits.

#include "ui/plots/color_map.h"
#include "ui/plots/field_image.h"
#include "ui/plots/field_limits.h"
#include "ui/plots/image_scaling.h"
#include "ui/plots/tile_painter.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <set>

namespace kernelscope::ui {

namespace {

Field2d field(int height, int width, int channels, std::vector<float> samples) {
  Field2d result;
  result.height = height;
  result.width = width;
  result.channels = channels;
  result.samples = std::move(samples);
  return result;
}

const MissingColors kMissing{QColor(255, 0, 0), QColor(0, 255, 0)};

QImage grey(int width, int height, const std::vector<int>& levels) {
  QImage image(width, height, QImage::Format_RGB32);
  for (int i = 0; i < width * height; ++i)
    image.setPixel(i % width, i / width,
                   qRgb(levels[static_cast<std::size_t>(i)], levels[static_cast<std::size_t>(i)],
                        levels[static_cast<std::size_t>(i)]));
  return image;
}

}  // namespace

class PictureMappingTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyStopOfASeventeenStopMapIsMetExactly() {
    std::vector<QColor> stops;
    for (int i = 0; i < 17; ++i) stops.emplace_back((i * 37) % 256, (i * 91) % 256, 255 - i * 15);
    const ColorMap map(stops);
    for (int i = 0; i < 17; ++i) QCOMPARE(QColor(map.at(i / 16.0)), stops[static_cast<std::size_t>(i)]);
  }

  void coloursBetweenStopsAreLinearInSrgb() {
    const std::array stops = {QColor(0, 0, 0), QColor(100, 200, 40)};
    const ColorMap map(stops);
    QCOMPARE(QColor(map.at(0.5)), QColor(50, 100, 20));
    QCOMPARE(QColor(map.at(0.25)), QColor(25, 50, 10));
    QCOMPARE(map.at(-3), map.at(0));
    QCOMPARE(map.at(7), map.at(1));
  }

  void greySamplesBecomeTheirLevels() {
    const FieldImage image = renderField(field(1, 3, 1, {0.0F, 0.2F, 1.0F}), {0, 1}, ColorMap(), kMissing);
    QCOMPARE(image.image.size(), QSize(3, 1));
    QCOMPARE(QColor(image.image.pixel(0, 0)), QColor(0, 0, 0));
    QCOMPARE(QColor(image.image.pixel(1, 0)), QColor(51, 51, 51));
    QCOMPARE(QColor(image.image.pixel(2, 0)), QColor(255, 255, 255));
    QCOMPARE(image.clippedCells, std::int64_t{0});
  }

  void colourPicturesAreShownAsTheyAre() {
    const FieldImage image =
        renderField(field(2, 1, 3, {1.0F, 0.0F, 0.2F, 0.4F, 0.6F, 0.8F}), {0, 1}, ColorMap(), kMissing);
    QCOMPARE(QColor(image.image.pixel(0, 0)), QColor(255, 0, 51));
    QCOMPARE(QColor(image.image.pixel(0, 1)), QColor(102, 153, 204));
  }

  void cellsBeyondTheLimitsAreCounted() {
    const FieldImage image =
        renderField(field(1, 4, 1, {-2.0F, -1.0F, 1.0F, 1.5F}), {-1, 1}, ColorMap(), kMissing);
    QCOMPARE(image.clippedCells, std::int64_t{2});
    QCOMPARE(image.image.pixel(3, 0), image.image.pixel(2, 0));
  }

  void missingSamplesAreStripedInTheirOwnColours() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const FieldImage image =
        renderField(field(4, 4, 1, std::vector<float>(16, nan)), {0, 1}, ColorMap(), kMissing);
    QCOMPARE(image.missingCells, std::int64_t{16});
    int stripes = 0;
    for (int i = 0; i < 16; ++i) {
      const QColor colour(image.image.pixel(i % 4, i / 4));
      QVERIFY(colour == kMissing.stripe || colour == kMissing.ground);
      stripes += colour == kMissing.stripe;
    }
    QVERIFY(stripes > 4 && stripes < 12);
  }

  void magnifiedByThreeKeepsWholeCells() {
    const QImage scaled = scalePicture(grey(2, 2, {10, 200, 30, 250}), {7, 6});
    std::set<int> levels;
    for (int y = 0; y < 6; ++y) {
      for (int x = 0; x < 7; ++x) levels.insert(qRed(scaled.pixel(x, y)));
    }
    QCOMPARE(levels, (std::set<int>{10, 30, 200, 250}));
  }

  void halvingAveragesFourSamples() {
    const QImage scaled = scalePicture(grey(4, 2, {0, 100, 20, 20, 200, 60, 20, 20}), {2, 1});
    QCOMPARE(qRed(scaled.pixel(0, 0)), 90);
    QCOMPARE(qRed(scaled.pixel(1, 0)), 20);
  }

  // Every sample has the same weight in the whole, so the mean is kept whatever the ratio.
  void areaWeightingKeepsTheMean() {
    std::vector<int> levels;
    double mean = 0;
    for (int i = 0; i < 13 * 13; ++i) levels.push_back((i * 53) % 256);
    for (const int level : levels) mean += level / 169.0;
    for (const int size : {5, 13, 20, 31}) {
      const QImage scaled = scalePicture(grey(13, 13, levels), {size, size});
      double sum = 0;
      for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) sum += qRed(scaled.pixel(x, y));
      }
      QVERIFY2(std::abs(sum / (size * size) - mean) < 0.5, qPrintable(QString::number(size)));
    }
  }

  // Three samples on four pixels: the second pixel is 1/3 of the first sample and 2/3 of the second.
  void magnifiedByLessThanThreeWeighsByCoveredArea() {
    const QImage scaled = scalePicture(grey(3, 1, {0, 90, 180}), {4, 1});
    QCOMPARE(qRed(scaled.pixel(0, 0)), 0);
    QCOMPARE(qRed(scaled.pixel(1, 0)), 60);
    QCOMPARE(qRed(scaled.pixel(2, 0)), 120);
    QCOMPARE(qRed(scaled.pixel(3, 0)), 180);
  }

  void limitsGrowAtOnceAndShrinkOnlyOnRequest() {
    GrowingLimits limits(FieldSign::Signed);
    limits.include(field(1, 2, 1, {-3.5F, 1.0F}));
    QCOMPARE(limits.range().maximum, 4.0F);
    QCOMPARE(limits.range().minimum, -4.0F);
    limits.include(field(1, 1, 1, {120.0F}));
    QCOMPARE(limits.range().maximum, 150.0F);
    limits.include(field(1, 1, 1, {0.1F}));
    QCOMPARE(limits.range().maximum, 150.0F);
    limits.reset();
    limits.include(field(1, 1, 1, {0.1F}));
    QCOMPARE(limits.range().maximum, 0.1F);
  }

  void pictureLimitsAreZeroToOneWhateverIsShown() {
    GrowingLimits limits(FieldSign::Picture);
    limits.include(field(1, 2, 1, {-3.5F, 7.0F}));
    QCOMPARE(limits.range().minimum, 0.0F);
    QCOMPARE(limits.range().maximum, 1.0F);
  }

  void unsignedLimitsBeginAtZero() {
    GrowingLimits limits(FieldSign::Unsigned);
    limits.include(field(1, 1, 1, {0.28F}));
    QCOMPARE(limits.range().minimum, 0.0F);
    QCOMPARE(limits.range().maximum, 0.3F);
  }

  // Nearest neighbour of the part: sample 2 of row 1 and its neighbours at the right and below.
  void aPartIsEnlargedInWholeCells() {
    const QImage picture = grey(4, 3, {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23});
    const QImage scaled = scalePicture(picture, QRectF(2, 1, 2, 2), {8, 8});
    for (int y = 0; y < 8; ++y) {
      for (int x = 0; x < 8; ++x) QCOMPARE(qRed(scaled.pixel(x, y)), 10 * (1 + y / 4) + 2 + x / 4);
    }
    // From the middle of one sample to the middle of the next, each has half of the pixels.
    const QImage halves = scalePicture(picture, QRectF(0.5, 0, 1, 1), {6, 4});
    for (int x = 0; x < 6; ++x) QCOMPARE(qRed(halves.pixel(x, 0)), x < 3 ? 0 : 1);
  }

  // Samples 1 to 3 of four on three pixels at one each; a pixel on the border of two samples is their mean.
  void aPartThatIsNotEnlargedIsWeighedByArea() {
    const QImage picture = grey(4, 1, {0, 100, 200, 40});
    const QImage whole = scalePicture(picture, QRectF(1, 0, 3, 1), {3, 1});
    QCOMPARE(qRed(whole.pixel(0, 0)), 100);
    QCOMPARE(qRed(whole.pixel(2, 0)), 40);
    const QImage shifted = scalePicture(picture, QRectF(0.5, 0, 3, 1), {3, 1});
    QCOMPARE(qRed(shifted.pixel(0, 0)), 50);
    QCOMPARE(qRed(shifted.pixel(1, 0)), 150);
    QCOMPARE(qRed(shifted.pixel(2, 0)), 120);
  }

  void decibelsLieBetweenTensAndLeaveOutTheExtremes() {
    std::vector<float> levels;
    for (int i = 0; i < 1000; ++i) levels.push_back(-63.0F + static_cast<float>(i) * 0.04F);  // -63 to -23.04
    levels.push_back(-3);    // the mean of a picture: one bin far above all others
    levels.push_back(-160);  // and a silent one
    GrowingLimits limits(FieldSign::Decibels);
    QCOMPARE(limits.range().minimum, -100.0F);
    limits.include(field(1, 1002, 1, levels));
    QCOMPARE(limits.range().minimum, -70.0F);
    QCOMPARE(limits.range().maximum, -20.0F);
    limits.include(field(1, 2, 1, {-85, -84}));
    QCOMPARE(limits.range().minimum, -100.0F);  // at least 20 dB below its own upper limit
    QCOMPARE(limits.range().maximum, -20.0F);
    limits.reset();
    limits.include(field(1, 2, 1, {-5, -4}));
    QCOMPARE(limits.range().maximum, 0.0F);
    QCOMPARE(limits.range().minimum, -20.0F);
  }

  void limitsRoundUpToReadableNumbers() {
    QCOMPARE(roundLimitUp(0.31), 0.4);
    QCOMPARE(roundLimitUp(1200), 1500.0);
    QCOMPARE(roundLimitUp(9.1), 10.0);
    QCOMPARE(roundLimitUp(2), 2.0);
    QCOMPARE(roundLimitUp(0), 1.0);
  }

  void pictureAreaKeepsTheAspectOnWholeDevicePixels() {
    const QRectF area = pictureArea({0, 42, 236, 236}, {256, 128}, 1.5);
    QCOMPARE(area.width() * 1.5, 350.0);  // 354 device pixels less a 2-pixel frame on each side
    QCOMPARE(area.height() * 1.5, 175.0);
    QCOMPARE(area.left() * 1.5, 2.0);
    QVERIFY(std::abs(area.center().y() - 160) < 1);
  }
};

}  // namespace kernelscope::ui

QTEST_GUILESS_MAIN(kernelscope::ui::PictureMappingTest)
#include "picture_mapping_test.moc"
