// The menu of shipped experiments.
#include "ui/pages/example_menu.h"

#include "tests/ui/window_program.h"

#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

QList<QAction*> entriesOf(const QMenu& menu) {
  QList<QAction*> entries;
  for (QAction* entry : menu.actions())
    if (!entry->isSeparator()) entries << entry;
  return entries;
}

QAction* entryOf(const QMenu& menu, const char* name) {
  for (QAction* entry : menu.actions())
    if (entry->objectName() == QLatin1String(name)) return entry;
  return nullptr;
}

}  // namespace

class ExampleMenuTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  ThemeController theme_;

 private Q_SLOTS:
  void initTestCase() { theme_.install(); }

  void listsEveryPresetWithItsSentence() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    const ExampleMenu menu(program.files());
    const std::vector<PresetInfo> presets = listPresets();
    const QList<QAction*> entries = entriesOf(menu);
    QCOMPARE(entries.size(), static_cast<qsizetype>(presets.size()));
    QVERIFY(menu.toolTipsVisible());
    for (std::size_t i = 0; i < presets.size(); ++i) {
      const QAction* entry = entries.at(static_cast<qsizetype>(i));
      QCOMPARE(entry->text().replace("&&", "&"), QString::fromStdString(presets[i].title));
      QCOMPARE(entry->toolTip(), QString::fromStdString(presets[i].description));
    }
  }

  void aChosenExampleIsTakenOverToldAndUndone() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    const ExampleMenu menu(program.files());
    const std::string before = program.model().config().supervise;
    QAction* gradient = entryOf(menu, "image-field-gradient");
    QVERIFY(gradient != nullptr);
    gradient->trigger();
    QTRY_COMPARE(QString::fromStdString(program.model().config().supervise), QStringLiteral("gradient"));
    BannerHost& banners = program.page().banners();
    QVERIFY(banners.current() != nullptr);
    QCOMPARE(banners.current()->kind, BannerKind::Notice);
    QCOMPARE(banners.current()->detail, gradient->toolTip());
    program.model().setValue("/steps", 50);  // an edit: still the same example
    QCOMPARE(banners.count(), 1);
    program.model().undoStack().undo();
    program.model().undoStack().undo();
    QCOMPARE(program.model().config().supervise, before);
    QCOMPARE(banners.count(), 0);
  }

  void anExampleOfAnotherTaskOpensItsPage() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    const ExampleMenu menu(program.files());
    const ExperimentConfig before = program.model().config();
    QAction* softmax = entryOf(menu, "kernel-error-softmax");
    QVERIFY(softmax != nullptr);
    softmax->trigger();
    QCOMPARE(program.window().currentPage()->id(), QStringLiteral("kernel-error"));
    QCOMPARE(program.study().config()->target.kind, std::string("softmax"));
    QCOMPARE(program.banner(), softmax->text());
    QCOMPARE(program.page().banners().count(), 0);
    QVERIFY(program.model().config() == before);
  }
};

QTEST_MAIN(ExampleMenuTest)
#include "example_menu_test.moc"
