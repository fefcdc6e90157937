// Files of figures hold what they should: text of at least 7 pt, curves as vectors, whole cells, limits with
// their units, print colours while the window is dark, the resolution asked for.
#include "ui/pages/figure_encoder.h"

#include "tests/support/temporary_folder.h"
#include "tests/ui/synthetic_run.h"
#include "ui/panels/chart_strip.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QProcess>
#include <QStandardPaths>
#include <QXmlStreamReader>
#include <QtTest>
#include <thread>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

constexpr int kSamples = 32;

struct SvgContent {
  double smallestTextPt = 1e9;
  QStringList texts;
  QStringList strokedLines;  // stroke colours of polylines and paths of many points
  QList<QImage> pictures;
  int unsharpPictures = 0;
  QString width;
};

QImage embedded(const QXmlStreamAttributes& attributes) {
  const QString data = attributes.value(QStringLiteral("xlink:href")).toString();
  QImage image;
  image.loadFromData(QByteArray::fromBase64(data.section(QLatin1Char(','), 1).toLatin1()), "PNG");
  return image;
}

SvgContent contentOf(const QByteArray& svg) {
  SvgContent content;
  QXmlStreamReader reader(svg);
  reader.setNamespaceProcessing(false);
  QStringList strokes;
  while (!reader.atEnd()) {
    reader.readNext();
    if (reader.isEndElement() && reader.name() == QLatin1String("g")) strokes.removeLast();
    if (!reader.isStartElement()) continue;
    const QXmlStreamAttributes attributes = reader.attributes();
    const QStringView name = reader.name();
    if (name == QLatin1String("svg")) content.width = attributes.value(QStringLiteral("width")).toString();
    if (name == QLatin1String("g")) strokes << attributes.value(QStringLiteral("stroke")).toString();
    if (name == QLatin1String("text")) {
      content.smallestTextPt = std::min(content.smallestTextPt,
                                        attributes.value(QStringLiteral("font-size")).toDouble() * 72 / 96);
      content.texts << reader.readElementText().trimmed();
    } else if (name == QLatin1String("polyline") || name == QLatin1String("path")) {
      const QString points =
          attributes.value(name == QLatin1String("path") ? QStringLiteral("d") : QStringLiteral("points"))
              .toString();
      if (points.size() > 1000) content.strokedLines << strokes.last();
    } else if (name == QLatin1String("image")) {
      content.pictures << embedded(attributes);
      content.unsharpPictures +=
          !attributes.value(QStringLiteral("style")).contains(QLatin1String("pixelated"));
    }
  }
  if (reader.hasError()) qWarning() << reader.errorString();
  return content;
}

// Every cell of `side` x `side` pixels has one colour.
bool holdsWholeCells(const QImage& image, int side) {
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      if (image.pixel(x, y) != image.pixel(x / side * side, y / side * side)) return false;
    }
  }
  return true;
}

}  // namespace

class FigureEncoderTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<ThemeController> theme_;
  std::unique_ptr<StageColumn> stage_;

  FieldFigures figures() {
    auto news = std::make_shared<TrainingSnapshot>();
    news->step = 400;
    return figuresOf(*stage_, defaultExperiment(), {news, news}, theme_->exportTheme());
  }
  SvgContent svg(FigurePart part, double width = 170) {
    return contentOf(encodeSheet(figures(), {part, FigureFormat::Svg, width, 300}));
  }

 private Q_SLOTS:
  void initTestCase() {
    registerResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme_ = std::make_unique<ThemeController>();
    theme_->setChoice(ThemeChoice::Dark);
    theme_->install();
    stage_ = std::make_unique<StageColumn>(*theme_);
    StageTiles& tiles = stage_->tiles();
    TileContent target;
    target.name = QStringLiteral("Target");
    target.layersText = QStringLiteral("camera 32 × 32");
    tiles.setTarget(target, testing::syntheticFields(kSamples, 0, 0));
    for (const LaneId lane : kLanes) {
      TileContent content;
      content.lane = lane;
      content.name = QStringLiteral("net");
      content.metricText = QStringLiteral("28.8");
      content.metricUnit = QStringLiteral("dB");
      tiles.setLane(content, testing::syntheticFields(kSamples, 1, 0.02));
      stage_->chart().setHistory(lane, testing::syntheticHistory(lane, 400));
    }
    tiles.setView(FieldView::Laplacian);
    tiles.setProbe({5, 5});
  }
  void cleanupTestCase() {
    stage_.reset();
    theme_.reset();
  }

  void theCaptionNamesThePictureInEveryView() {
    for (const FieldView view : {FieldView::Spectrum, FieldView::Laplacian}) {
      stage_->tiles().setView(view);
      const QString details = figures().caption.details;
      QVERIFY2(details.startsWith(QStringLiteral("camera 32 × 32, seed 7")), qPrintable(details));
    }
  }

  void aSmallPreviewShowsTheWholeFigure() {
    FigureSheet sheet{FigurePart::Page, FigureFormat::Png, 170, 192};
    const QImage large = drawSheet(figures(), sheet);
    sheet.dotsPerInch = 48;
    const QImage small = drawSheet(figures(), sheet);
    QVERIFY(std::abs(4 * small.width() - large.width()) <= 4);
    const QImage expected = large.scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double difference = 0;
    for (int y = 0; y < small.height(); ++y) {
      for (int x = 0; x < small.width(); ++x)
        difference += std::abs(qGray(small.pixel(x, y)) - qGray(expected.pixel(x, y)));
    }
    QVERIFY(difference / (small.width() * small.height()) < 8);
  }

  void noTextIsUnderSevenPoints_data() {
    QTest::addColumn<int>("part");
    QTest::addColumn<double>("width");
    for (const FigurePart part : kFigureParts) {
      for (const double width : {smallestWidthMillimetres(part), 170.0})
        QTest::addRow("%d at %.0f mm", static_cast<int>(part), width) << static_cast<int>(part) << width;
    }
  }
  void noTextIsUnderSevenPoints() {
    QFETCH(int, part);
    QFETCH(double, width);
    const SvgContent content = svg(static_cast<FigurePart>(part), width);
    QVERIFY(content.texts.size() > 5);
    QVERIFY2(content.smallestTextPt >= 7, qPrintable(QString::number(content.smallestTextPt)));
    QVERIFY2(content.width.startsWith(QString::number(static_cast<int>(width))), qPrintable(content.width));
  }

  void curvesStayLinesInTheColoursOfTheLanes() {
    const SvgContent content = svg(FigurePart::Chart);
    const Theme print = theme_->exportTheme();
    for (const LaneId lane : kLanes) QVERIFY(content.strokedLines.contains(print.lane(lane).name()));
    QVERIFY(content.pictures.isEmpty());
    QVERIFY(content.texts.contains(QStringLiteral("A train")));
    QVERIFY(content.texts.contains(QStringLiteral("PSNR, dB")));
  }

  void picturesAreWholeCellsThatNoViewerMayBlur() {
    const SvgContent content = svg(FigurePart::Tiles);
    QCOMPARE(content.unsharpPictures, 0);
    int tiles = 0;
    for (const QImage& picture : content.pictures) {
      if (picture.height() < kSamples) continue;  // the colour bar
      ++tiles;
      QCOMPARE(picture.width() % kSamples, 0);
      QVERIFY(holdsWholeCells(picture, picture.width() / kSamples));
    }
    QCOMPARE(tiles, 3);
  }

  void aSingleTileHasTitleStepColourBarAndLimits() {
    const FieldFigures drawn = figures();
    const SvgContent content = svg(FigurePart::LaneB);
    const QString all = content.texts.join(QLatin1Char('|'));
    for (const QString& wanted :
         {drawn.stage.readout.lower, drawn.stage.readout.upper, QStringLiteral("Laplacian"),
          QStringLiteral("step 400 of 1,000"), QStringLiteral("seed 7"), QStringLiteral("28.8")}) {
      QVERIFY2(all.contains(wanted), qPrintable(wanted + QStringLiteral(" in ") + all));
    }
    QCOMPARE(content.pictures.size(), 2);  // the tile and the bar
    QVERIFY(!all.contains(QStringLiteral("Probe")));
    for (const TileView& tile : drawn.stage.tiles) QVERIFY(!tile.probe);
  }

  void paperIsWhiteWhileTheWindowIsDark() {
    QVERIFY(theme_->theme().isDark());
    for (const FigurePart part : kFigureParts) {
      const QImage image = drawSheet(figures(), {part, FigureFormat::Png, 150, 96});
      QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
      QCOMPARE(image.pixelColor(image.width() - 1, image.height() - 1), QColor(Qt::white));
    }
  }

  void aPngHasTheSizeAndTheResolutionAskedFor() {
    for (const int dots : {96, 300, 600}) {
      const FigureSheet sheet{FigurePart::Chart, FigureFormat::Png, 127, dots};  // 5 inches
      QImage image;
      QVERIFY(image.loadFromData(encodeSheet(figures(), sheet), "PNG"));
      QCOMPARE(image.width(), 5 * dots);
      QCOMPARE(image.dotsPerMeterX(), qRound(dots / 0.0254));
      QCOMPARE(image.dotsPerMeterY(), qRound(dots / 0.0254));
      QCOMPARE(image.size(), sheetPixels(figures(), sheet));
    }
  }

  void aPdfHoldsLosslessPicturesWithoutInterpolation() {
    const QByteArray pdf = encodeSheet(figures(), {FigurePart::Page, FigureFormat::Pdf, 170, 300});
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(pdf.contains("/Subtype /Image"));
    QVERIFY(!pdf.contains("DCTDecode"));  // no JPEG
    QVERIFY(!pdf.contains("/Interpolate true"));
    QVERIFY(pdf.contains("/FontFile2") || pdf.contains("/FontFile3"));  // text stays text
  }

  void aPdfOpensAtItsSize() {
    const QString viewer = QStandardPaths::findExecutable(QStringLiteral("pdftoppm"));
    if (viewer.isEmpty()) QSKIP("pdftoppm is not installed");
    const test::TemporaryFolder folder;
    const FigureSheet sheet{FigurePart::LaneA, FigureFormat::Pdf, 100, 300};
    writeBytes(encodeSheet(figures(), sheet), folder.file("tile.pdf"));
    const QString base = QString::fromStdString(folder.file("tile").string());
    QCOMPARE(QProcess::execute(viewer, {"-png", "-singlefile", "-r", "254", base + ".pdf", base}), 0);
    const QImage page(base + ".png");
    QVERIFY2(std::abs(page.width() - 1000) <= 10, qPrintable(QString::number(page.width())));
    // A cell of lane A's picture: one colour over its whole area.
    const QSizeF paper = sheetMillimetres(figures(), sheet);
    QVERIFY(std::abs(page.height() - paper.height() * 10) <= 10);
  }

  void anotherThreadDrawsTheSameFigure() {
    const FieldFigures value = figures();
    for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg}) {
      const FigureSheet sheet{FigurePart::Page, format, 170, 150};
      const QByteArray here = encodeSheet(value, sheet);
      QByteArray there;
      std::thread([&] { there = encodeSheet(value, sheet); }).join();
      QVERIFY(here == there);
    }
  }

  void aFigureKeepsWhatItShowedWhenTheRunGoesOn() {
    const FieldFigures before = figures();
    const FigureSheet sheet{FigurePart::Page, FigureFormat::Svg, 170, 150};
    const QByteArray first = encodeSheet(before, sheet);
    stage_->chart().setHistory(LaneId::A, testing::syntheticHistory(LaneId::A, 700));
    QVERIFY(encodeSheet(before, sheet) == first);
    QVERIFY(encodeSheet(figures(), sheet) != first);
    stage_->chart().setHistory(LaneId::A, testing::syntheticHistory(LaneId::A, 400));
  }
};

QTEST_MAIN(FigureEncoderTest)
#include "figure_encoder_test.moc"
