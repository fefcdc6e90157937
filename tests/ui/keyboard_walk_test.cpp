// The whole program by keyboard alone, as somebody without a mouse would: open, run, change sigma, compare
// Laplacians, go back in time, export a figure and weights; ask about a kernel, add a method, export its
// curves.
#include "engine/config/config_codec.h"
#include "tests/ui/window_program.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/stage_tiles.h"
#include "ui/panels/time_scrubber.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QTabBar>
#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

constexpr int kMostTabs = 120;

// Whether anything took the key.
bool press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QWidget* target = QApplication::focusWidget();
  if (target == nullptr) target = QApplication::activeWindow();
  if (target == nullptr) return false;
  QTest::keyClick(target, key, modifiers);
  return true;
}

void typeOver(const QString& text) {
  press(Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(QApplication::focusWidget(), text);
}

// Tab until the control with this accessible name has the focus.
template <typename Control>
bool tabTo(const QString& name) {
  for (int i = 0; i < kMostTabs; ++i) {
    QWidget* focused = QApplication::focusWidget();
    if (qobject_cast<Control*>(focused) && focused->accessibleName().contains(name)) return true;
    if (!press(Qt::Key_Tab)) return false;
  }
  return false;
}

// What a window manager does when a dialog is closed: the window behind it is active again.
bool comesBack(QWidget& window) {
  window.activateWindow();
  return QTest::qWaitForWindowActive(&window);
}

// Types a path into the file dialog in front and takes it.
bool answerFileDialog(const QString& path) {
  QFileDialog* dialog = nullptr;
  const bool shown = QTest::qWaitFor([&dialog] {
    dialog = qobject_cast<QFileDialog*>(QApplication::activeWindow());
    return dialog != nullptr && qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr;
  });
  if (!shown) return false;
  typeOver(path);
  press(Qt::Key_Return);
  return true;
}

}  // namespace

class KeyboardWalkTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void openRunChangeCompareScrubAndExport() {
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    test::TemporaryFolder folder;
    ThemeController theme;
    theme.install();
    test::WindowProgram program(theme, folder.path(), 20);
    const auto path = [&folder](const char* name) {
      return QString::fromStdString((folder.path() / name).string());
    };
    ExperimentConfig opened = program.model().config();
    opened.steps = 60;
    opened.title = "By keyboard";
    saveExperiment(opened, folder.path() / "mine.json");
    MainWindow& window = program.window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY_WITH_TIMEOUT(program.ended(), 20000);

    press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(answerFileDialog(path("mine.json")));
    QVERIFY(comesBack(window));
    QTRY_COMPARE_WITH_TIMEOUT(program.model().config().title, std::string("By keyboard"), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(program.ended() && program.presenter().snapshot(LaneId::A)->step == 60, 20000);

    QVERIFY(tabTo<QLineEdit>(QStringLiteral("Scale σ")));
    typeOver(QStringLiteral("0.3"));
    press(Qt::Key_Return);
    QTRY_COMPARE(program.model().config().lane(LaneId::B).layers[2].sigma, 0.3);
    QTRY_VERIFY_WITH_TIMEOUT(program.presenter().config().lane(LaneId::B).layers[2].sigma == 0.3, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(program.ended(), 20000);

    QVERIFY(tabTo<QTabBar>(QStringLiteral("View of the picture")));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QTRY_COMPARE_WITH_TIMEOUT(program.page().stage().tiles().view(), FieldView::Laplacian, 10000);

    QVERIFY(tabTo<TimeScrubber>(QString()));
    auto* scrubber = qobject_cast<TimeScrubber*>(QApplication::focusWidget());
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QTRY_VERIFY_WITH_TIMEOUT(scrubber->shown().has_value() && *scrubber->shown() < 60, 10000);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!scrubber->shown().has_value());

    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeWindow() != &window);
    press(Qt::Key_Return);  // Save is the default button
    QVERIFY(answerFileDialog(path("figure.png")));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path("figure.png")), 20000);
    QVERIFY(!QImage(path("figure.png")).isNull());

    auto* dialog = window.findChild<ExportDialog*>();
    QVERIFY(dialog != nullptr && comesBack(*dialog));
    QVERIFY(tabTo<QTabBar>(QStringLiteral("What to export")));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QVERIFY(answerFileDialog(path("lane.safetensors")));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path("lane.safetensors")), 20000);
    QVERIFY(QFileInfo(path("lane.safetensors")).size() > 1000);
  }

  void askAboutAKernelCompareMethodsAndExport() {
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    test::TemporaryFolder folder;
    ThemeController theme;
    theme.install();
    test::WindowProgram program(theme, folder.path(), 5);
    program.study().setValue("/trials", 120);
    program.study().setValue("/features", {8, 64, 256});
    const QString csv = QString::fromStdString((folder.path() / "curves.csv").string());
    MainWindow& window = program.window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto answered = [&program](std::size_t methods) {
      const auto report = program.studyPage().stage().report();
      return report && !report->preview && !program.studies().computing() &&
             report->methods.size() == methods;
    };

    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(answered(2), 20000);
    QVERIFY(tabTo<QLineEdit>(QStringLiteral("|x|")));
    typeOver(QStringLiteral("1.25"));
    press(Qt::Key_Return);
    QTRY_COMPARE(program.study().config()->pairs.normX, 1.25);

    QVERIFY(tabTo<QAbstractButton>(QStringLiteral("Add method")));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(answered(3), 20000);

    QVERIFY(tabTo<QTabBar>(QStringLiteral("View")));
    auto* views = qobject_cast<QTabBar*>(QApplication::focusWidget());
    const int before = views->currentIndex();
    press(Qt::Key_Right);
    QCOMPARE(views->currentIndex(), before + 1);

    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(answered(2), 20000);

    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeWindow() != &window);
    auto* dialog = window.findChild<ExportDialog*>();
    QVERIFY(dialog != nullptr);
    QVERIFY(tabTo<QTabBar>(QStringLiteral("What to export")));
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    QVERIFY(answerFileDialog(csv));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(csv), 20000);
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1 + 2 * 3);  // the header, and every m of both methods
  }
};

QTEST_MAIN(KeyboardWalkTest)
#include "keyboard_walk_test.moc"
