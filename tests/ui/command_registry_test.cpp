// One chord has one meaning, commands are shown only where something answers them, and one-key commands
// leave people who type alone.
#include "ui/command_registry.h"

#include "engine/core/contract.h"
#include "ui/theme/theme_controller.h"
#include "ui/typing_guard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

class CommandRegistryTest : public QObject {
  Q_OBJECT

 private:
  ThemeController theme_;

 private slots:
  void aKeyCannotMeanTwoCommands() {
    CommandRegistry commands(theme_);
    QVERIFY_EXCEPTION_THROWN(commands.add({"x", "g", "X", {}, {QKeySequence("Ctrl+S")}, "x"}),
                             BrokenContract);
    QVERIFY_EXCEPTION_THROWN(commands.add({command::kSave, "g", "X", {}, {}, "x"}), BrokenContract);
    QVERIFY_EXCEPTION_THROWN(commands.action("no.such"), BrokenContract);
  }

  void everyCommandHasWordsAndNamesItsKey() {
    CommandRegistry commands(theme_);
    for (const QString& id : commands.ids()) {
      const QAction* action = commands.action(id);
      QVERIFY2(!action->statusTip().isEmpty() && !commands.group(id).isEmpty(), qPrintable(id));
      if (!action->shortcut().isEmpty()) {
        QVERIFY2(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                 qPrintable(id));
      }
      QVERIFY2(!action->iconText().contains('&') && !action->iconText().contains(QChar(0x2026)),
               qPrintable(id));
    }
  }

  void commandsAreShownOnlyWhereSomethingAnswers() {
    CommandRegistry commands(theme_);
    QVERIFY(!commands.action(command::kStep)->isVisible());
    commands.addPageCommands({command::kStep, command::kUndo});
    QVERIFY(commands.action(command::kStep)->isVisible());
    QVERIFY(!commands.action(command::kStep)->isEnabled());
    commands.setFrontCommands({command::kStep, command::kUndo});
    QVERIFY(commands.action(command::kStep)->isEnabled());
    commands.setPossible(command::kUndo, false);
    QVERIFY(!commands.action(command::kUndo)->isEnabled());
    commands.setFrontCommands({});
    commands.setPossible(command::kUndo, true);
    QVERIFY(!commands.action(command::kUndo)->isEnabled());
    commands.setWindowCommands({command::kQuit});
    QVERIFY(commands.action(command::kQuit)->isEnabled());
  }

  void oneKeyCommandsLeaveTypingAlone() {
    QMainWindow window;
    const TypingGuard guard(&window);
    CommandRegistry commands(theme_);
    const QStringList ids{command::kStep, command::kPlayPause, command::kSave, command::kFit};
    commands.addPageCommands(ids);
    commands.setFrontCommands(ids);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    auto* field = new QLineEdit;
    auto* notes = new QPlainTextEdit;
    auto* button = new QPushButton("Other");
    auto* stage = new QWidget;
    stage->setFocusPolicy(Qt::StrongFocus);
    for (QWidget* widget : std::initializer_list<QWidget*>{field, notes, button, stage})
      column->addWidget(widget);
    window.setCentralWidget(body);
    for (const QString& id : ids) window.addAction(commands.action(id));
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy step(commands.action(command::kStep), &QAction::triggered);
    QSignalSpy play(commands.action(command::kPlayPause), &QAction::triggered);
    QSignalSpy save(commands.action(command::kSave), &QAction::triggered);
    QSignalSpy fit(commands.action(command::kFit), &QAction::triggered);

    for (QWidget* typing : std::initializer_list<QWidget*>{field, notes}) {
      typing->setFocus();
      QTest::keyClick(typing, Qt::Key_N);
      QTest::keyClick(typing, Qt::Key_Space);
      QTest::keyClick(typing, Qt::Key_Home);
    }
    QCOMPARE(step.count() + play.count() + fit.count(), 0);
    QCOMPARE(field->text(), QStringLiteral("n "));
    QTest::keyClick(field, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(save.count(), 1);

    QSignalSpy pressed(button, &QPushButton::clicked);
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(pressed.count(), 1);
    QCOMPARE(play.count(), 0);
    QTest::keyClick(button, Qt::Key_N);
    QCOMPARE(step.count(), 1);

    stage->setFocus();
    QTest::keyClick(stage, Qt::Key_Space);
    QTest::keyClick(stage, Qt::Key_Home);
    QCOMPARE(play.count(), 1);
    QCOMPARE(fit.count(), 1);
  }
};

QTEST_MAIN(CommandRegistryTest)
#include "command_registry_test.moc"
