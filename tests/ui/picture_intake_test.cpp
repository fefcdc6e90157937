// What comes in by drag, by paste and from the list of recent files: said before, done after, refused with a
// reason.

#include "ui/pages/picture_intake.h"

#include "engine/core/file_io.h"
#include "tests/ui/window_program.h"
#include "ui/application_settings.h"
#include "ui/pages/drop_plan.h"
#include "ui/pages/pasted_pictures.h"
#include "ui/recent_files_menu.h"
#include "ui/widgets/drop_overlay.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QWindow>
#include <QtTest>
#include <memory>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

std::unique_ptr<QMimeData> files(const QStringList& paths) {
  auto data = std::make_unique<QMimeData>();
  QList<QUrl> urls;
  for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
  data->setUrls(urls);
  return data;
}

QImage chequered() {
  QImage image(14, 12, QImage::Format_RGB32);
  for (int y = 0; y < 12; ++y) {
    for (int x = 0; x < 14; ++x) image.setPixel(x, y, (x + y) % 2 ? qRgb(40, 40, 40) : qRgb(200, 200, 200));
  }
  return image;
}

}  // namespace

class PictureIntakeTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  ThemeController theme_;

  QString file(const char* name, const std::string& content) {
    writeFileAtomically(folder_.file(name), content);
    return QString::fromStdString(folder_.file(name).string());
  }
  std::unique_ptr<test::WindowProgram> program() {
    return std::make_unique<test::WindowProgram>(theme_, folder_.path(), 100000);
  }
  QString picture(const char* name) {
    test::writeSmallPicture(folder_.file(name));
    return QString::fromStdString(folder_.file(name).string());
  }

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    theme_.install();
  }

  void thePlanNamesWhatWouldBeDone() {
    const DropPlan experiment = planDrop(*files({file("mine.JSON", "{}")}));
    QCOMPARE(experiment.kind, DropKind::Experiment);
    QCOMPARE(experiment.words, QStringLiteral("Open as experiment"));
    QCOMPARE(experiment.detail, QStringLiteral("mine.JSON"));
    const DropPlan shown = planDrop(*files({picture("cat.png")}));
    QCOMPARE(shown.kind, DropKind::Picture);
    QCOMPARE(shown.words, QStringLiteral("Use as picture"));
    QMimeData image;
    image.setImageData(chequered());
    const DropPlan bare = planDrop(image);
    QCOMPARE(bare.kind, DropKind::PictureData);
    QCOMPARE(bare.detail, QStringLiteral("14 × 12\u00A0px"));
  }

  void theNameDoesNotMakeAPicture() {
    const QString text = file("letter.png", "Dear reader");
    QCOMPARE(planDrop(*files({text})).kind, DropKind::Refused);
    const QString odd = picture("no-suffix");
    QCOMPARE(planDrop(*files({odd})).kind, DropKind::Picture);
  }

  void whatCannotBeUsedIsSaidWithItsReason_data() {
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("reason");
    const QString one = picture("one.png");
    QTest::newRow("two files") << QStringList{one, one} << QStringLiteral("2 files at once");
    QTest::newRow("folder") << QStringList{QString::fromStdString(folder_.path().string())}
                            << QStringLiteral("a folder");
    QTest::newRow("missing") << QStringList{one + QStringLiteral("x")} << QStringLiteral("not there");
    QTest::newRow("other") << QStringList{file("song.mp3", "ID3 something")}
                           << QStringLiteral("neither an experiment");
  }

  void whatCannotBeUsedIsSaidWithItsReason() {
    QFETCH(QStringList, paths);
    QFETCH(QString, reason);
    const DropPlan plan = planDrop(*files(paths));
    QCOMPARE(plan.kind, DropKind::Refused);
    QVERIFY2(plan.words.startsWith(QStringLiteral("Cannot be used: ")) && plan.words.contains(reason),
             qPrintable(plan.words));
  }

  void placesOnTheWebAreRefused() {
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.org/cat.png"))});
    QVERIFY(planDrop(data).words.contains(QStringLiteral("not a file on this computer")));
  }

  void theWindowSaysItBeforeTheDropAndDoesItAfter() {
    const auto running = program();
    test::WindowProgram& shown = *running;
    QWindow* native = shown.window().windowHandle();
    QVERIFY(native != nullptr);
    DropOverlay& overlay = shown.page().intake().overlay();
    const QString path = picture("dropped.png");
    const auto data = files({path});
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(native, &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(overlay.isVisible());
    QCOMPARE(overlay.words(), QStringLiteral("Use as picture"));
    QCOMPARE(overlay.size(), shown.window().size());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(native, &drop);
    QVERIFY(!overlay.isVisible());
    QTRY_COMPARE(QString::fromStdString(shown.model().config().image.source), path);
  }

  void aRefusedDragIsNotAcceptedAndChangesNothing() {
    const auto running = program();
    test::WindowProgram& shown = *running;
    const ExperimentConfig before = shown.model().config();
    const auto data = files({file("notes.txt", "hello")});
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(shown.window().windowHandle(), &enter);
    QVERIFY(!enter.isAccepted());
    DropOverlay& overlay = shown.page().intake().overlay();
    QVERIFY(overlay.words().startsWith(QStringLiteral("Cannot be used")));
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(shown.window().windowHandle(), &leave);
    QVERIFY(!overlay.isVisible());
    QVERIFY(shown.model().config() == before);
  }

  void aPastedPictureIsKeptOnceAndTrainedOn() {
    const QString folder = QString::fromStdString((folder_.path() / "kept").string());
    PastedPictures pasted(folder, nullptr);
    QSignalSpy kept(&pasted, &PastedPictures::kept);
    pasted.keep(chequered());
    pasted.keep(chequered());
    QTRY_COMPARE(kept.count(), 2);
    const QString path = kept[0][0].toString();
    QCOMPARE(kept[1][0].toString(), path);
    QVERIFY(path.startsWith(folder));
    const QImage again(path);
    QCOMPARE(again.size(), QSize(14, 12));
    QCOMPARE(again.pixel(3, 4), chequered().pixel(3, 4));
  }

  void pastingReachesTheSetUpButNotWhileTyping() {
    const auto running = program();
    test::WindowProgram& shown = *running;
    QGuiApplication::clipboard()->setImage(chequered());
    auto* field = shown.window().findChild<QLineEdit*>();
    QVERIFY(field != nullptr);
    const std::string before = shown.model().config().image.source;
    field->setFocus();
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QTest::qWait(100);
    QCOMPARE(shown.model().config().image.source, before);
    shown.window().commands().action(QString::fromLatin1(command::kPastePicture))->trigger();
    QTRY_VERIFY(shown.model().config().image.source.find("pasted-") != std::string::npos);
    QVERIFY(QString::fromStdString(shown.model().config().image.source)
                .startsWith(PastedPictures::defaultFolder()));
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    shown.window().commands().action(QString::fromLatin1(command::kPastePicture))->trigger();
    QVERIFY(shown.page().banners().current()->title.contains(QStringLiteral("neither a picture")));
  }

  void aFileThatIsGoneIsSaidToBeMissingAndCanBeForgotten() {
    ApplicationSettings settings(QString::fromStdString(folder_.file("recent.ini").string()));
    const QString there = picture("there.png"), gone = picture("gone & away.png");
    settings.addRecentFile(there);
    settings.addRecentFile(gone);
    QVERIFY(QFile::remove(gone));
    RecentFilesMenu menu(QStringLiteral("Recent"), settings, nullptr);
    QSignalSpy chosen(&menu, &RecentFilesMenu::chosen);
    menu.fill();
    QCOMPARE(menu.actions()[0]->text(), QStringLiteral("gone && away.png is missing: remove from this list"));
    menu.actions()[0]->trigger();
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(settings.recentFiles(), QStringList{there});
    menu.fill();
    menu.actions()[0]->trigger();
    QCOMPARE(chosen[0][0].toString(), there);
    menu.actions().last()->trigger();
    QVERIFY(settings.recentFiles().isEmpty());
  }
};

QTEST_MAIN(PictureIntakeTest)
#include "picture_intake_test.moc"
