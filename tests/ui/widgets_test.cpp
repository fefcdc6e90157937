// Behaviour of the shared widgets: what they show, what they signal, what the keyboard does.
#include "ui/command_registry.h"
#include "ui/theme/theme_controller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/collapsible_side.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/status_strip.h"
#include "ui/widgets/tab_bar.h"
#include "ui/widgets/themed_label.h"
#include "ui/widgets/transport_bar.h"

#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace kernelscope;
using namespace kernelscope::ui;

class WidgetsTest : public QObject {
  Q_OBJECT

 private:
  ThemeController theme_;

  static BannerMessage message(const QString& title, const QString& key = {}) {
    return {BannerKind::Error, title, QStringLiteral("Nothing was changed."), {}, {}, key};
  }

 private slots:
  void initTestCase() {
    QLocale::setDefault(QLocale::c());
    theme_.install();
    theme_.setReducedMotion(true);
  }

  void numbersReadAsPeopleWriteThem() {
    const QChar space(0x00A0);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(countText(33537), QStringLiteral("33,537"));
    QCOMPARE(countText(-4), QString(QChar(0x2212)) + "4");
    QCOMPARE(millisecondsText(10.24), QStringLiteral("10.2") + space + "ms");
    QCOMPARE(millisecondsText(0.8412), QStringLiteral("0.84") + space + "ms");
    QCOMPARE(millisecondsText(123.4), QStringLiteral("123") + space + "ms");
    QCOMPARE(durationText(34.2), QStringLiteral("0:35"));
    QCOMPARE(durationText(725), QStringLiteral("12:05"));
    QCOMPARE(durationText(3725), QStringLiteral("1:02:05"));
    QCOMPARE(percentText(1999, 2000), QStringLiteral("99") + space + "%");
    QCOMPARE(percentText(2000, 2000), QStringLiteral("100") + space + "%");
    QCOMPARE(percentText(3, 0), QStringLiteral("0") + space + "%");
  }

  void newestBannerStandsInFrontAndOldOnesReturn() {
    BannerHost host(theme_);
    host.resize(760, 0);
    QCOMPARE(host.height(), 0);
    host.post(message("first"));
    host.post(message("second"));
    QCOMPARE(host.count(), 2);
    QCOMPARE(host.current()->title, QStringLiteral("second"));
    QVERIFY(host.height() >= theme_.theme().height(Height::BannerTwoLines));
    host.dismiss();
    QCOMPARE(host.current()->title, QStringLiteral("first"));
    host.dismiss();
    QVERIFY(!host.current());
    QCOMPARE(host.height(), 0);
    host.dismiss();
  }

  void bannerWithTheSameKeyReplacesTheOld() {
    BannerHost host(theme_);
    host.post(message("disk full", "disk"));
    host.post(message("still full", "disk"));
    QCOMPARE(host.count(), 1);
    QCOMPARE(host.current()->title, QStringLiteral("still full"));
    host.withdraw("disk");
    QCOMPARE(host.count(), 0);
  }

  void bannerButtonRunsItsActionOnceAndCloses() {
    BannerHost host(theme_);
    host.resize(760, 0);
    int runs = 0;
    host.post({BannerKind::Warning, "Too large", "Half would fit.", "Use half", [&] { ++runs; }, {}, {}});
    auto* button = host.findChild<QPushButton*>();
    QCOMPARE(button->text(), QStringLiteral("Use half"));
    button->click();
    QCOMPARE(runs, 1);
    QCOMPARE(host.count(), 0);
  }

  void bannerActionMayPostAnother() {
    BannerHost host(theme_);
    host.post({BannerKind::Notice, "One", {}, "Next", [&] { host.post(message("Two")); }, {}, {}});
    host.findChild<QPushButton*>()->click();
    QCOMPARE(host.current()->title, QStringLiteral("Two"));
  }

  void longBannerGrowsInsteadOfClipping() {
    BannerHost host(theme_);
    host.resize(400, 0);
    host.post(
        {BannerKind::Error, QString("Long ").repeated(60), QString("words ").repeated(60), {}, {}, {}, {}});
    QVERIFY(host.height() > 2 * theme_.theme().height(Height::BannerTwoLines));
  }

  void exactlyOneSegmentHolds() {
    SegmentBar bar;
    for (const char* text : {"Tiles", "Wipe", "Blink"}) bar.addSegment(text, text);
    QSignalSpy selected(&bar, &SegmentBar::selected);
    QCOMPARE(bar.currentIndex(), 0);
    bar.setCurrentIndex(2);
    QCOMPARE(bar.currentIndex(), 2);
    QCOMPARE(selected.count(), 0);
    bar.setCurrentIndex(7);
    QCOMPARE(bar.currentIndex(), 2);
    bar.findChildren<QToolButton*>()[1]->click();
    QCOMPARE(selected.takeFirst().first().toInt(), 1);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(bar.currentIndex(), 2);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(bar.currentIndex(), 2);
  }

  void choosingATabMovesNothing() {
    TabBar bar(theme_);
    for (const char* text : {"Value", "Gradient", "Laplacian"}) bar.addTab(text);
    bar.resize(bar.sizeHint());
    const QRect before = bar.tabRect(2);
    bar.setCurrentIndex(2);
    QCOMPARE(bar.tabRect(2), before);
  }

  void labelKeepsTheRoomOfItsLongestForm() {
    ThemedLabel label(theme_, FontRole::Small);
    label.reserve("2,000 / 2,000");
    label.setText("1 / 2,000");
    const int before = label.sizeHint().width();
    label.setText("2,000 / 2,000");
    QVERIFY(std::abs(label.sizeHint().width() - before) <= 1);
  }

  void playButtonSaysWhatItWillDo() {
    CommandRegistry commands(theme_);
    commands.addPageCommands({command::kPlayPause, command::kReset, command::kStep});
    commands.setFrontCommands({command::kPlayPause, command::kReset, command::kStep});
    TransportBar bar(theme_, commands);
    QAction* play = commands.action(command::kPlayPause);
    QCOMPARE(play->iconText(), QStringLiteral("Play"));
    bar.setState(TransportState::Running);
    QCOMPARE(play->iconText(), QStringLiteral("Pause"));
    for (CommandButton* button : bar.findChildren<CommandButton*>()) {
      if (button->defaultAction() != play) continue;
      QCOMPARE(button->accessibleName(), QStringLiteral("Pause"));
      const int running = button->sizeHint().width();
      QVERIFY(button->property("primary").toBool());
      bar.setState(TransportState::Ended);
      QVERIFY(!button->property("primary").toBool());
      QCOMPARE(button->sizeHint().width(), running);
    }
  }

  void commandThatNothingAnswersHasNoButton() {
    CommandRegistry commands(theme_);
    commands.addPageCommands({command::kPlayPause});
    TransportBar bar(theme_, commands);
    for (CommandButton* button : bar.findChildren<CommandButton*>()) {
      if (button->defaultAction()->objectName() == command::kStep) QVERIFY(button->isHidden());
      if (button->defaultAction()->objectName() == command::kPlayPause) QVERIFY(!button->isHidden());
    }
  }

  void typedSeedIsTakenOnEnterAndLeftOnEscape() {
    CommandRegistry commands(theme_);
    TransportBar bar(theme_, commands);
    bar.setSeed(7);
    QSignalSpy chosen(&bar, &TransportBar::seedChosen);
    QLineEdit* field = bar.seedField();
    QCOMPARE(field->text(), QStringLiteral("7"));
    field->selectAll();
    QTest::keyClicks(field, "18446744073709551615");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.takeFirst().first().toULongLong(), std::numeric_limits<quint64>::max());
    field->selectAll();
    QTest::keyClicks(field, "99999999999999999999");  // beyond 64 bits
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(field->text(), QStringLiteral("18446744073709551615"));
    field->selectAll();
    QTest::keyClicks(field, "12");
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), QStringLiteral("18446744073709551615"));
    QTest::keyClicks(field, "abc");
    QCOMPARE(chosen.count(), 0);
  }

  void statusStripDoesNotMoveWhileTheRunGoes() {
    StatusStrip strip(theme_);
    strip.resize(1366, strip.height());
    strip.setDevices("CPU 2 threads", "No GPU");
    strip.setLane(LaneId::A, {33537, 10.2, {}, {}});
    strip.setLane(LaneId::B, {25345, 8.4, {}, {}});
    strip.setRun({RunMark::Running, {}, 1, 2000, 35.0});
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    const auto places = [&] {
      QList<QRect> rects;
      for (const QWidget* part : strip.findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        rects << part->geometry();
      return rects;
    };
    const QList<QRect> before = places();
    strip.setRun({RunMark::Running, {}, 1999, 2000, 1.0});
    strip.setLane(LaneId::A, {33537, 9.81, {}, {}});
    QCoreApplication::processEvents();
    QCOMPARE(places(), before);
    QCOMPARE(strip.findChild<QProgressBar*>()->value(), 999);
  }

  void statusStripDropsItsLastCellsWhenNarrow() {
    QWidget host;
    StatusStrip strip(theme_, &host);
    strip.setDevices("CPU 2 threads", "No GPU");
    strip.setSaved("Saved 10:41:07");
    strip.setRun({RunMark::Running, {}, 1, 2000, 35.0});
    strip.resize(1366, 30);
    host.resize(1366, 60);
    host.show();
    QVERIFY(QTest::qWaitForWindowExposed(&host));
    const auto shown = [&](const QString& text) {
      for (const ThemedLabel* label : strip.findChildren<ThemedLabel*>()) {
        if (label->text() == text) return label->isVisible();
      }
      return false;
    };
    QVERIFY(shown("Saved 10:41:07"));
    strip.resize(500, 30);
    QVERIFY(!shown("Saved 10:41:07"));
    QVERIFY(shown("Running"));
  }

  void sideFoldsWhenTheWindowIsNarrowAndComesBack() {
    CollapsibleSide side(theme_, Side::Explain, "Explain", new QWidget);
    QSignalSpy folded(&side, &CollapsibleSide::foldedChanged);
    const Theme& t = theme_.theme();
    side.fitWindowWidth(t.u(341));  // 1366 px at u = 4
    QVERIFY(!side.isFolded());
    QCOMPARE(side.width(), t.width(Width::Explain));
    side.fitWindowWidth(t.u(480));  // 1920
    QCOMPARE(side.width(), t.width(Width::ExplainWide));
    side.fitWindowWidth(t.u(273));  // 1093: 1366 at 125 %
    QVERIFY(side.isFolded());
    QCOMPARE(side.width(), t.width(Width::Edge));
    side.fitWindowWidth(t.u(341));
    QVERIFY(!side.isFolded());
    QCOMPARE(folded.count(), 2);
  }

  void sideTheUserFoldedStaysFolded() {
    CollapsibleSide side(theme_, Side::SetUp, "Set-up", new QWidget);
    side.fitWindowWidth(theme_.theme().u(341));
    side.setFoldedByUser(true);
    side.fitWindowWidth(theme_.theme().u(480));
    QVERIFY(side.isFolded());
    side.findChild<QToolButton*>()->click();
    QVERIFY(!side.isFolded());
  }

  void sideOpenedInANarrowWindowStaysOpenWhileItIsResized() {
    CollapsibleSide side(theme_, Side::SetUp, "Set-up", new QWidget);
    side.fitWindowWidth(theme_.theme().u(250));
    QVERIFY(side.isFolded());
    side.findChild<QToolButton*>()->click();
    side.fitWindowWidth(theme_.theme().u(251));
    QVERIFY(!side.isFolded());
  }

  void railTellsWhichPageWasChosen() {
    Rail rail(theme_);
    rail.addItem("Image", "page_image_field");
    rail.addItem("Runs", "page_runs");
    QSignalSpy selected(&rail, &Rail::selected);
    QCOMPARE(rail.currentIndex(), 0);
    rail.findChildren<RailItem*>()[1]->click();
    QCOMPARE(selected.takeFirst().first().toInt(), 1);
    rail.setCurrentIndex(0);
    QCOMPARE(selected.count(), 0);
  }

  void everyControlHasAToolTipAndAName() {
    CommandRegistry commands(theme_);
    commands.addPageCommands(commands.ids());
    commands.setFrontCommands(commands.ids());
    TransportBar transport(theme_, commands);
    BannerHost banner(theme_);
    Rail rail(theme_);
    rail.addItem("Image", "page_image_field");
    for (QWidget* root : std::initializer_list<QWidget*>{&transport, &banner, &rail}) {
      for (const QAbstractButton* button : root->findChildren<QAbstractButton*>()) {
        if (qobject_cast<const QPushButton*>(button)) continue;  // carries its words from the message
        QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->text()));
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                 qPrintable(button->toolTip()));
      }
    }
  }
};

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
