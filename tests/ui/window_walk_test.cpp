// Walks the widgets of the real window: every control says what it is and does, controls with a value can be
// reset, copied and explained, and no text is cut, also when every text is 40 % longer.
#include "tests/ui/window_program.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/forms/form_row.h"
#include "ui/forms/schema_form.h"
#include "ui/pages/run_export.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/panels/stage_column.h"
#include "ui/panels/time_scrubber.h"
#include "ui/pseudo_translator.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/value_menu.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

constexpr const char* kPages[] = {"image-field", "kernel-error"};

QString nameOf(const QWidget& widget) {
  return QStringLiteral("%1 \"%2\" in %3")
      .arg(QString::fromLatin1(widget.metaObject()->className()), widget.accessibleName(),
           widget.parentWidget() ? QString::fromLatin1(widget.parentWidget()->metaObject()->className())
                                 : QStringLiteral("nothing"));
}

bool isControl(const QWidget& widget) {
  if (qobject_cast<const QScrollBar*>(&widget) || qobject_cast<const QMenuBar*>(&widget)) return false;
  if (qobject_cast<const QAbstractItemView*>(&widget)) return false;  // the list of a combo box
  if (qobject_cast<const QLabel*>(&widget)) return false;             // its text can be selected
  const QWidget* parent = widget.parentWidget();
  if (qobject_cast<const QComboBox*>(parent)) return false;  // its own line edit
  return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
         qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSlider*>(&widget) ||
         qobject_cast<const QTabBar*>(&widget) || widget.focusPolicy() != Qt::NoFocus;
}

// Controls that hold a value of the set-up or of the view; buttons only do something.
bool hasValue(const QWidget& widget) {
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
    return button->isCheckable() && widget.property("toggle").toBool();
  return qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
         qobject_cast<const QAbstractSlider*>(&widget) || qobject_cast<const QTabBar*>(&widget);
}

QList<QWidget*> shownControls(QWidget& window) {
  QList<QWidget*> controls;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (widget->isVisibleTo(&window) && isControl(*widget)) controls << widget;
  }
  return controls;
}

// The texts of the menu that a right click on the control opens; closes it.
QStringList contextMenuOf(QWidget& control) {
  QContextMenuEvent event(QContextMenuEvent::Keyboard, control.rect().center(),
                          control.mapToGlobal(control.rect().center()));
  QWidget* at = &control;
  // As Qt does it: a widget that takes no context menu leaves the event to its parent.
  while (at && at->contextMenuPolicy() == Qt::NoContextMenu) at = at->parentWidget();
  QStringList texts;
  if (!at) return texts;
  QCoreApplication::sendEvent(at, &event);
  if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
    for (const QAction* action : menu->actions()) texts << action->text();
    menu->close();
  }
  return texts;
}

// What is cut off in a label or button; empty when nothing is.
QString cutText(const QWidget& widget) {
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
    if (label->text().isEmpty()) return {};
    if (label->wordWrap()) {
      return label->heightForWidth(label->width()) > label->height() + 1 ? label->text() : QString();
    }
    // One that is cut with an ellipsis shows its whole text when pointed at.
    if (const auto* themed = qobject_cast<const ThemedLabel*>(label); themed && themed->isCut()) return {};
    return label->sizeHint().width() > label->width() + 1 ? label->text() : QString();
  }
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
    return button->sizeHint().width() > button->width() + 1 ? button->text() : QString();
  }
  if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
    return tabs->sizeHint().width() > tabs->width() + 1 ? tabs->tabText(0) : QString();
  }
  return {};
}

QStringList cutTexts(QWidget& window) {
  QStringList cut;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&window)) continue;
    const QString text = cutText(*widget);
    if (!text.isEmpty()) cut << nameOf(*widget) + QStringLiteral(": ") + text;
  }
  return cut;
}

}  // namespace

class WindowWalkTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  ThemeController theme_;

  static void listPages() {
    QTest::addColumn<QString>("page");
    for (const char* page : kPages) QTest::addRow("%s", page) << QString::fromLatin1(page);
  }
  // The page in front, with everything there that comes by and by.
  static bool open(test::WindowProgram& program, const QString& page) {
    program.study().setValue("/trials", 40);
    program.window().openPage(page);
    program.window().currentPage()->widget()->findChild<SchemaForm*>()->setMoreOpen(true);
    if (page == QLatin1String("image-field"))
      return QTest::qWaitFor([&program] { return program.ended(); }, 20000);
    return QTest::qWaitFor(
        [&program] { return !program.studies().computing() && program.studyPage().stage().report(); }, 30000);
  }

 private Q_SLOTS:
  void initTestCase() { theme_.install(); }

  void everyControlSaysWhatItIsAndDoes_data() { listPages(); }
  void everyControlSaysWhatItIsAndDoes() {
    QFETCH(QString, page);
    test::WindowProgram program(theme_, folder_.path(), 5);
    QVERIFY(open(program, page));
    program.page().stage().scrubber().stepChosen(2);  // its buttons are there only then
    QStringList silent;
    for (const QWidget* control : shownControls(program.window())) {
      if (control->accessibleName().isEmpty() && !qobject_cast<const QAbstractButton*>(control))
        silent << nameOf(*control) + QStringLiteral(" has no accessible name");
      if (const auto* button = qobject_cast<const QAbstractButton*>(control)) {
        if (button->accessibleName().isEmpty() && button->text().isEmpty())
          silent << nameOf(*control) + QStringLiteral(" has no name and no text");
      }
      // A tip over a plot would hide what it shows; its description is for screen readers.
      if (control->toolTip().isEmpty() && control->accessibleDescription().isEmpty())
        silent << nameOf(*control) + QStringLiteral(" has no tool tip");
    }
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    QVERIFY(shownControls(program.window()).size() > 50);
  }

  void everyValueCanBeResetCopiedAndExplained_data() { listPages(); }
  void everyValueCanBeResetCopiedAndExplained() {
    QFETCH(QString, page);
    test::WindowProgram program(theme_, folder_.path(), 5);
    QVERIFY(open(program, page));
    QStringList poor;
    int looked = 0;
    for (QWidget* control : shownControls(program.window())) {
      if (!hasValue(*control) || !control->isEnabled()) continue;  // speed and race, where nothing trains
      ++looked;
      const QStringList texts = contextMenuOf(*control);
      for (const char* wanted : {"Reset to default", "Copy value", "Explain"}) {
        if (!texts.contains(QLatin1String(wanted)))
          poor << nameOf(*control) + QStringLiteral(": no ") + QLatin1String(wanted);
      }
      if (explainTopic(control).isEmpty()) poor << nameOf(*control) + QStringLiteral(": no topic");
    }
    QVERIFY2(poor.isEmpty(), qPrintable(poor.join(QLatin1Char('\n'))));
    QVERIFY2(looked > 30, qPrintable(QString::number(looked)));
  }

  void theExportDialogSaysWhatItsControlsAreAndResetsThem() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    QTRY_VERIFY(program.ended());
    QStringList poor;
    int looked = 0;
    for (const ExportKind kind : {ExportKind::Figure, ExportKind::Numbers, ExportKind::Weights}) {
      program.page().exports().present(kind);
      ExportDialog& dialog = *program.page().exports().dialog();
      for (QWidget* control : shownControls(dialog)) {
        if (qobject_cast<const QAbstractSpinBox*>(control->parentWidget())) continue;  // its own line edit
        if (control->accessibleName().isEmpty() || control->toolTip().isEmpty())
          poor << nameOf(*control) + QStringLiteral(" says nothing");
        const bool number = qobject_cast<const QAbstractSpinBox*>(control) != nullptr;
        if (!number && !hasValue(*control)) continue;
        ++looked;
        const QStringList texts = contextMenuOf(*control);
        for (const char* wanted : {"Reset to default", "Copy value", "Explain"}) {
          if (!texts.contains(QLatin1String(wanted)))
            poor << nameOf(*control) + QStringLiteral(": no ") + QLatin1String(wanted);
        }
      }
    }
    QVERIFY2(poor.isEmpty(), qPrintable(poor.join(QLatin1Char('\n'))));
    QVERIFY(looked >= 9);
  }

  void noTextIsCut_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("pseudo");
    QTest::addColumn<QSize>("size");
    for (const char* page : kPages) {
      for (const bool pseudo : {false, true}) {
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(1093, 614)})
          QTest::addRow("%s, %s %d x %d", page, pseudo ? "pseudo" : "English", size.width(), size.height())
              << QString::fromLatin1(page) << pseudo << size;
      }
    }
  }
  void noTextIsCut() {
    QFETCH(QString, page);
    QFETCH(bool, pseudo);
    QFETCH(QSize, size);
    PseudoTranslator translator;
    if (pseudo) QCoreApplication::installTranslator(&translator);
    {
      test::WindowProgram program(theme_, folder_.path(), 5);
      program.window().resize(size);
      QVERIFY(open(program, page));
      // Texts that have just changed are laid out by and by.
      static_cast<void>(QTest::qWaitFor([&program] { return cutTexts(program.window()).isEmpty(); }, 2000));
      const QStringList cut = cutTexts(program.window());
      QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
    QCoreApplication::removeTranslator(&translator);
  }

  void thePseudoLanguageIsLongerAndKeepsPlaceholders() {
    const QString text = pseudoTranslated(QStringLiteral("&Save %1 of %n files <b>now</b> {m}"));
    QVERIFY(text.size() >= 1.4 * QStringLiteral("Save of files now").size());
    for (const char* kept : {"&S", "%1", "%n", "<b>", "</b>", "{m}"})
      QVERIFY2(text.contains(QLatin1String(kept)), kept);
    QCOMPARE(pseudoTranslated(QStringLiteral("A")), QStringLiteral("A"));
  }
};

QTEST_MAIN(WindowWalkTest)
#include "window_walk_test.moc"
