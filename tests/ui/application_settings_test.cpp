// What is remembered comes back, a window never lands outside the screens, a broken file is no obstacle.
#include "ui/application_settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace kernelscope::ui;

class ApplicationSettingsTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  QString file(const char* name) const { return folder_.filePath(QLatin1String(name)); }

 private slots:
  void everythingComesBackFromTheFile() {
    const QString path = file("a/b/settings.ini");  // folders are made
    {
      ApplicationSettings settings(path);
      QCOMPARE(settings.themeChoice(), ThemeChoice::System);
      QVERIFY(!settings.windowPlace().geometry.isValid());
      settings.setWindowPlace({QRect(10, 20, 1366, 768), true});
      settings.setThemeChoice(ThemeChoice::Dark);
      settings.setReducedMotion(true);
      settings.setFolded("image-field/explain", true);
      settings.setFolder("export", folder_.path());
    }
    const ApplicationSettings again(path);
    QCOMPARE(again.schema(), 1);
    QCOMPARE(again.windowPlace().geometry, QRect(10, 20, 1366, 768));
    QVERIFY(again.windowPlace().maximized);
    QCOMPARE(again.themeChoice(), ThemeChoice::Dark);
    QVERIFY(again.reducedMotion());
    QVERIFY(again.isFolded("image-field/explain"));
    QVERIFY(!again.isFolded("image-field/set-up"));
    QCOMPARE(again.folder("export"), folder_.path());
  }

  void recentFilesAreNewestFirstAtMostTenAndStayUntilRemoved() {
    ApplicationSettings settings(file("recent.ini"));
    for (int i = 0; i < 12; ++i) {
      const QString path = folder_.filePath(QStringLiteral("e%1.json").arg(i));
      QFile made(path);
      QVERIFY(made.open(QIODevice::WriteOnly));
      settings.addRecentFile(path);
    }
    settings.addRecentFile(folder_.filePath("e5.json"));
    QStringList recent = settings.recentFiles();
    QCOMPARE(recent.size(), 10);
    QCOMPARE(recent[0], folder_.filePath("e5.json"));
    QCOMPARE(recent[1], folder_.filePath("e11.json"));
    QVERIFY(QFile::remove(folder_.filePath("e11.json")));
    QVERIFY(settings.recentFiles().contains(folder_.filePath("e11.json")));
    settings.removeRecentFile(folder_.filePath("e11.json"));
    QVERIFY(!settings.recentFiles().contains(folder_.filePath("e11.json")));
    QCOMPARE(settings.recentFiles().size(), 9);
  }

  void aFileOfRubbishGivesDefaults() {
    const QString path = file("rubbish.ini");
    QFile rubbish(path);
    QVERIFY(rubbish.open(QIODevice::WriteOnly));
    rubbish.write("[window]\ngeometry=plaid\n\x01\x02\x03[[[");
    rubbish.close();
    const ApplicationSettings settings(path);
    QVERIFY(!settings.windowPlace().geometry.isValid());
    QCOMPARE(settings.themeChoice(), ThemeChoice::System);
  }

  void resetForgetsEverything() {
    ApplicationSettings settings(file("reset.ini"));
    settings.setThemeChoice(ThemeChoice::Dark);
    settings.resetAll();
    QCOMPARE(settings.themeChoice(), ThemeChoice::System);
    QCOMPARE(settings.schema(), 1);
  }

  void windowIsBroughtOntoAScreen_data() {
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("placed");
    QTest::newRow("fits") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
    QTest::newRow("off to the right") << QRect(5000, 100, 800, 600) << QRect(566, 100, 800, 600);
    QTest::newRow("above") << QRect(0, -300, 800, 600) << QRect(0, 0, 800, 600);
    QTest::newRow("larger than the screen") << QRect(0, 0, 4000, 3000) << QRect(1366, 0, 1920, 1080);
    QTest::newRow("mostly on the second") << QRect(1300, 50, 800, 600) << QRect(1366, 50, 800, 600);
  }
  void windowIsBroughtOntoAScreen() {
    QFETCH(QRect, wanted);
    QFETCH(QRect, placed);
    const QList<QRect> screens{QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)};
    QCOMPARE(clampedToScreens(wanted, screens), placed);
    QCOMPARE(clampedToScreens(wanted, {}), wanted);
  }
};

QTEST_MAIN(ApplicationSettingsTest)
#include "application_settings_test.moc"
