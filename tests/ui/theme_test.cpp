// Tokens are read strictly, sizes follow the font, the theme follows the desktop or the user.
#include "engine/core/contract.h"
#include "engine/core/error.h"
#include "ui/theme/font_choice.h"
#include "ui/theme/icons.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

QByteArray tokenFile() {
  registerResources();
  QFile file(QStringLiteral(":/themes/tokens.json"));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject without(QJsonObject object, QStringList path) {
  const QString key = path.takeFirst();
  if (path.isEmpty())
    object.remove(key);
  else
    object[key] = without(object[key].toObject(), path);
  return object;
}

std::string faultOf(const QByteArray& json) {
  try {
    parseThemeTokens(json, QStringLiteral("tokens.json"));
  } catch (const ContentError& error) {
    return error.what();
  }
  return {};
}

QPalette desktop(const QColor& window, const QColor& text) {
  QPalette palette;
  palette.setColor(QPalette::Window, window);
  palette.setColor(QPalette::WindowText, text);
  return palette;
}

class PaletteEventCounter final : public QObject {
 public:
  explicit PaletteEventCounter(int& count) : count_(count) {}
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::ApplicationPaletteChange) ++count_;
    return false;
  }

 private:
  int& count_;
};

}  // namespace

class ThemeTest : public QObject {
  Q_OBJECT

 private slots:
  void everyTokenIsInTheFile() { QCOMPARE(faultOf(tokenFile()), std::string()); }

  void missingTokensAreNamedAllAtOnce() {
    QJsonObject file = QJsonDocument::fromJson(tokenFile()).object();
    file = without(file, {"themes", "dark", "lane_b"});
    file = without(file, {"height_u", "transport"});
    const QString fault = QString::fromStdString(faultOf(QJsonDocument(file).toJson()));
    QVERIFY2(fault.contains("/themes/dark/lane_b") && fault.contains("/height_u/transport"),
             qPrintable(fault));
    QVERIFY(!fault.contains("/themes/light/lane_b"));
  }

  void colourThatIsNoColourIsRefused() {
    const QByteArray wrong = tokenFile().replace("\"#E8EBEE\"", "\"greyish\"");
    QVERIFY(QString::fromStdString(faultOf(wrong)).contains("/themes/light/chrome"));
  }

  void textThatIsNoJsonIsRefused() { QVERIFY(!faultOf("not json").empty()); }

  void unitFollowsTheFont_data() {
    QTest::addColumn<int>("pixels");
    QTest::addColumn<int>("unit");
    QTest::newRow("10 pt at 96 dpi") << 13 << 4;
    QTest::newRow("tiny stays usable") << 8 << 4;
    QTest::newRow("projector") << 21 << 6;
    QTest::newRow("large") << 30 << 9;
  }
  void unitFollowsTheFont() {
    QFETCH(int, pixels);
    QFETCH(int, unit);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(pixels * 72.0 / 96.0);
    const Theme theme(std::make_shared<const ThemeTokens>(loadThemeTokens()), ThemeKind::Light, font);
    QCOMPARE(theme.u(), unit);
    QCOMPARE(theme.width(Width::Rail), 17 * unit);
    QVERIFY(theme.height(Height::Field) >= QFontMetrics(font).height() + 2 * unit);
  }

  void figuresOfTheChosenFontHaveOneWidth() {
    const ThemeController controller;
    QVERIFY(hasEqualFigures(controller.theme().font(FontRole::Body)));
    QVERIFY(hasEqualFigures(controller.theme().font(FontRole::Metric)));
  }

  void fontSizesAreTheDesignsMultiples() {
    const ThemeController controller;
    const Theme& theme = controller.theme();
    const double body = theme.font(FontRole::Body).pointSizeF();
    QCOMPARE(theme.font(FontRole::Small).pointSizeF(), 0.85 * body);
    QCOMPARE(theme.font(FontRole::Title).pointSizeF(), 1.2 * body);
    QCOMPARE(theme.font(FontRole::Metric).pointSizeF(), 1.5 * body);
    QVERIFY(theme.font(FontRole::Metric).bold());
    QVERIFY(theme.font(FontRole::EquationVariable).italic());
  }

  void systemChoiceFollowsTheDesktop() {
    QPalette system = desktop(Qt::white, Qt::black);
    ThemeController controller(nullptr, [&] { return system; });
    controller.install();
    QCOMPARE(controller.theme().kind(), ThemeKind::Light);
    QSignalSpy changed(&controller, &ThemeController::changed);
    system = desktop(Qt::black, Qt::white);
    QEvent event(QEvent::ThemeChange);
    QCoreApplication::sendEvent(qApp, &event);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(controller.theme().kind(), ThemeKind::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), controller.theme().colour(Colour::Chrome));
    controller.setChoice(ThemeChoice::Light);
    QCOMPARE(controller.theme().kind(), ThemeKind::Light);
    QVERIFY(!isDarkPalette(QApplication::palette()));
  }

  void paletteOfAnotherIsReplacedByOurs() {
    ThemeController controller;
    controller.install();
    QApplication::setPalette(QPalette(Qt::magenta));
    QTRY_COMPARE(QApplication::palette().color(QPalette::Button), controller.theme().colour(Colour::Raised));
  }

  void desktopIsReadOncePerChangeAndFieldsKeepTheirColours() {
    ThemeController controller;
    controller.install();
    QSignalSpy changed(&controller, &ThemeController::changed);
    QLineEdit field;
    for (int i = 0; i < 3; ++i) {
      QEvent event(QEvent::ThemeChange);
      QCoreApplication::sendEvent(&field, &event);
    }
    int paletteEvents = 0;
    PaletteEventCounter counter(paletteEvents);
    qApp->installEventFilter(&counter);
    QTest::qWait(50);
    const int afterReading = paletteEvents;
    QTest::qWait(100);
    QCOMPARE(paletteEvents, afterReading);  // our own palettes do not start another reading
    QCOMPARE(changed.count(), 0);
    QCOMPARE(field.palette().color(QPalette::Highlight), controller.theme().colour(Colour::TextSelection));
  }

  void choiceOverridesTheDesktop() {
    ThemeController controller(nullptr, [] { return desktop(Qt::white, Qt::black); });
    controller.setChoice(ThemeChoice::Dark);
    QVERIFY(controller.theme().isDark());
    QCOMPARE(controller.exportTheme().kind(), ThemeKind::Light);
  }

  void choiceNamesGoThereAndBack() {
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
      QCOMPARE(themeChoiceFromName(themeChoiceName(choice)), choice);
    }
    QCOMPARE(themeChoiceFromName(QStringLiteral("plaid")), ThemeChoice::System);
  }

  void reducedMotionStopsMotionButNotClocks() {
    ThemeController controller;
    QCOMPARE(controller.theme().motion(Motion::Banner), 160);
    controller.setReducedMotion(true);
    QCOMPARE(controller.theme().motion(Motion::Banner), 0);
    QCOMPARE(controller.theme().motion(Motion::PictureInterval), 40);
  }

  void everyIconIsDrawnInTheColourOfItsState() {
    const ThemeController controller;
    registerResources();
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList()) {
      const QString name = file.chopped(4);
      if (name == QLatin1String("app")) continue;
      const QIcon icon = themeIcon(controller, name);
      for (const auto& [mode, token] :
           {std::pair(QIcon::Normal, Colour::Text), std::pair(QIcon::Disabled, Colour::TextDisabled)}) {
        const QImage image =
            icon.pixmap(QSize(20, 20), 2.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
        QCOMPARE(image.size(), QSize(40, 40));
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
          for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 255) continue;
            ++drawn;
            QCOMPARE(pixel.rgb(), controller.theme().colour(token).rgb());
          }
        }
        QVERIFY2(drawn > 20, qPrintable(name));
      }
    }
  }

  void unknownIconIsABrokenPromise() {
    const ThemeController controller;
    QVERIFY_EXCEPTION_THROWN(themeIcon(controller, QStringLiteral("no_such_icon")), BrokenContract);
  }

  void dashesAreInPixelsWhateverThePen() {
    const QPen thin = Theme::dashedPen(Qt::black, 1, {7, 4});
    const QPen thick = Theme::dashedPen(Qt::black, 2, {7, 4});
    QCOMPARE(thin.dashPattern().first() * thin.widthF(), thick.dashPattern().first() * thick.widthF());
    QCOMPARE(Theme::dashedPen(Qt::black, 2, {}).style(), Qt::SolidLine);
  }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
