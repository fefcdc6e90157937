// The frame: pages change by rail and key, the window answers its own commands, place and theme come back.
#include "ui/main_window.h"

#include "tests/ui/sample_page.h"
#include "ui/application_settings.h"
#include "ui/dialogs/diagnostics.h"
#include "ui/dialogs/key_list_dialog.h"
#include "ui/widgets/rail.h"

#include <QLineEdit>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

using namespace kernelscope::ui;

class MainWindowTest : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  ThemeController theme_;
  int files_ = 0;

  QString newFile() { return folder_.filePath(QStringLiteral("s%1.ini").arg(++files_)); }

 private slots:
  void initTestCase() { theme_.install(); }

  void pagesChangeByKeyAndTakeTheirCommandsAlong() {
    ApplicationSettings settings(newFile());
    SamplePage first(theme_, "first"), second(theme_, "second");
    second.setCommands({command::kSave});
    MainWindow window(theme_, settings);
    window.addPage(first);
    window.addPage(second);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy changed(&window, &MainWindow::pageChanged);
    QCOMPARE(window.currentPage()->id(), QStringLiteral("first"));
    QVERIFY(window.commands().action(command::kStep)->isEnabled());
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(changed.takeFirst().first().toString(), QStringLiteral("second"));
    QVERIFY(!window.commands().action(command::kStep)->isEnabled());
    QVERIFY(window.commands().action(command::kStep)->isVisible());
    QVERIFY(window.commands().action(command::kSave)->isEnabled());
    QCOMPARE(window.rail().currentIndex(), 1);
    QVERIFY(window.openPage("first"));
    QVERIFY(!window.openPage("third"));
    QCOMPARE(window.currentPage()->id(), QStringLiteral("first"));
  }

  void keysReachCommands() {
    ApplicationSettings settings(newFile());
    SamplePage page(theme_);
    MainWindow window(theme_, settings);
    window.addPage(page);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    page.widget()->setFocus();
    for (const auto& [id, key, modifiers] :
         {std::tuple(command::kPlayPause, Qt::Key_Space, Qt::KeyboardModifiers(Qt::NoModifier)),
          std::tuple(command::kStep, Qt::Key_N, Qt::KeyboardModifiers(Qt::NoModifier)),
          std::tuple(command::kNewSeed, Qt::Key_R, Qt::KeyboardModifiers(Qt::ShiftModifier)),
          std::tuple(command::kCopySetUp, Qt::Key_C,
                     Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier)),
          std::tuple(command::kRedo, Qt::Key_Z,
                     Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier))}) {
      QSignalSpy triggered(window.commands().action(id), &QAction::triggered);
      QTest::keyClick(&window, key, modifiers);
      QVERIFY2(triggered.count() == 1, id);
    }
  }

  void everyVisibleCommandStandsInAMenu() {
    ApplicationSettings settings(newFile());
    SamplePage page(theme_);
    MainWindow window(theme_, settings);
    window.addPage(page);
    QList<QAction*> inMenus;
    for (const QMenu* menu : window.menuBar()->findChildren<QMenu*>()) inMenus << menu->actions();
    for (const QString& id : window.commands().ids()) {
      QAction* action = window.commands().action(id);
      if (action->isVisible()) QVERIFY2(inMenus.contains(action), qPrintable(id));
    }
  }

  void themeAndPlaceComeBackInTheNextSession() {
    const QString file = newFile();
    {
      ApplicationSettings settings(file);
      MainWindow window(theme_, settings);
      window.commands().action(command::kThemeDark)->trigger();
      QVERIFY(theme_.theme().isDark());
      window.resize(780, 520);
      window.show();
      QSignalSpy closing(&window, &MainWindow::closing);
      window.close();
      QCOMPARE(closing.count(), 1);
    }
    theme_.setChoice(ThemeChoice::Light);
    ApplicationSettings settings(file);
    MainWindow window(theme_, settings);
    window.restorePlace();
    QVERIFY(theme_.theme().isDark());
    QCOMPARE(window.size(), QSize(780, 520));
  }

  void smallScreensAreServed() {
    ApplicationSettings settings(newFile());
    SamplePage page(theme_);
    MainWindow window(theme_, settings);
    window.addPage(page);
    window.resize(1093, 614);
    QCOMPARE(window.size(), QSize(1093, 614));
  }

  void keyListNarrowsAndRuns() {
    CommandRegistry commands(theme_);
    commands.addPageCommands({command::kStep, command::kSave});
    commands.setFrontCommands({command::kStep, command::kSave});
    commands.addKeyNote({"Stage", "1", "Show only lane A while held"});
    KeyListDialog dialog(commands);
    auto* list = dialog.findChild<QTreeView*>();
    auto* search = dialog.findChild<QLineEdit*>();
    QCOMPARE(list->model()->rowCount(), 3);
    search->setText("one step");
    QCOMPARE(list->model()->rowCount(), 1);
    QSignalSpy step(commands.action(command::kStep), &QAction::triggered);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(step.count(), 1);
  }

  void diagnosticsNameProgramQtAndMachine() {
    const QString text = diagnosticLines(theme_.theme(), {"GPU: none"}).join('\n');
    for (const char* part : {"Kernelscope", "Qt 6", "CPU:", "threads", "Screen", "scale", "GPU: none"}) {
      QVERIFY2(text.contains(QLatin1String(part)), part);
    }
  }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
