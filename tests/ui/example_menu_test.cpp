// The menu of shipped experiments.
#include "ui/pages/example_menu.h"

#include "ui/models/config_model.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"

#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

class ExampleMenuTest : public QObject {
  Q_OBJECT

 private:
  ThemeController theme_;

 private Q_SLOTS:
  void initTestCase() { theme_.install(); }

  void listsEveryPresetWithItsSentence() {
    ConfigModel model(defaultExperiment());
    BannerHost banners(theme_);
    const ExampleMenu menu(model, banners);
    const std::vector<PresetInfo> presets = listPresets();
    QCOMPARE(menu.actions().size(), static_cast<qsizetype>(presets.size()));
    QVERIFY(menu.toolTipsVisible());
    for (std::size_t i = 0; i < presets.size(); ++i) {
      const QAction* entry = menu.actions().at(static_cast<qsizetype>(i));
      QCOMPARE(entry->text().replace("&&", "&"), QString::fromStdString(presets[i].title));
      QCOMPARE(entry->toolTip(), QString::fromStdString(presets[i].description));
    }
  }

  void aChosenExampleIsTakenOverToldAndUndone() {
    ConfigModel model(defaultExperiment());
    BannerHost banners(theme_);
    const ExampleMenu menu(model, banners);
    QAction* gradient = nullptr;
    for (QAction* entry : menu.actions()) {
      if (entry->objectName() == QLatin1String("image-field-gradient")) gradient = entry;
    }
    QVERIFY(gradient != nullptr);
    gradient->trigger();
    QCOMPARE(QString::fromStdString(model.config().supervise), QStringLiteral("gradient"));
    QVERIFY(banners.current() != nullptr);
    QCOMPARE(banners.current()->kind, BannerKind::Notice);
    QCOMPARE(banners.current()->detail, gradient->toolTip());
    model.setValue("/steps", 50);  // an edit: still the same example
    QCOMPARE(banners.count(), 1);
    model.undoStack().undo();
    model.undoStack().undo();
    QCOMPARE(model.config().supervise, defaultExperiment().supervise);
    QCOMPARE(banners.count(), 0);
  }
};

QTEST_MAIN(ExampleMenuTest)
#include "example_menu_test.moc"
