// The export dialog of the real window: choices are remembered, what is written is what was recorded, and a
// file that cannot be written is said and leaves nothing behind.
#include "engine/core/file_io.h"
#include "engine/io/safetensors.h"
#include "engine/run/metrics_csv.h"
#include "tests/ui/window_program.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/pages/experiment_files.h"
#include "ui/pages/run_export.h"
#include "ui/pages/time_travel.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTabBar>
#include <QtTest>
#include <algorithm>

using namespace kernelscope;
using namespace kernelscope::ui;

class ExportTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  ThemeController theme_;

  QString path(const char* name) const { return QString::fromStdString(folder_.file(name).string()); }
  // The saved weights of lane B are the parameters kept at a step.
  void compareWeights(test::WindowProgram& program, std::int64_t step) const {
    program.page().exports().writeTo({ExportKind::Weights, {}, LaneId::B, WeightFormat::Safetensors},
                                     path("b.safetensors"));
    QTRY_VERIFY(idle(program));
    std::vector<float> read, expected = program.presenter().kept(LaneId::B)->at(step)->parameters;
    for (const NamedArray& array : readSafetensors(folder_.file("b.safetensors")).arrays) {
      const auto& values = std::get<std::vector<float>>(array.values);
      read.insert(read.end(), values.begin(), values.end());
    }
    std::ranges::sort(read);
    std::ranges::sort(expected);
    QCOMPARE(read.size(), expected.size());
    QVERIFY(read == expected);
  }
  static bool dialogText(test::WindowProgram& program, const char* beginning) {
    const auto labels = program.page().exports().dialog()->findChildren<QLabel*>();
    return std::ranges::any_of(
        labels, [&](const QLabel* label) { return label->text().startsWith(QLatin1String(beginning)); });
  }
  static bool idle(test::WindowProgram& program) { return program.page().exports().worker().pending() == 0; }

 private Q_SLOTS:
  void initTestCase() { theme_.install(); }

  void keysOpenTheDialogAtTheRightPlace() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    QTRY_VERIFY(program.ended());
    const std::pair<const char*, ExportKind> commands[] = {{command::kExportFigure, ExportKind::Figure},
                                                           {command::kExportNumbers, ExportKind::Numbers},
                                                           {command::kExportWeights, ExportKind::Weights}};
    QCOMPARE(program.action(command::kExportFigure)->shortcut(), QKeySequence("Ctrl+E"));
    QCOMPARE(program.action(command::kExportNumbers)->shortcut(), QKeySequence("Ctrl+Shift+E"));
    for (const auto& [id, kind] : commands) {
      program.action(id)->trigger();
      ExportDialog* dialog = program.page().exports().dialog();
      QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
      QCOMPARE(dialog->choice().kind, kind);
      QCOMPARE(dialog->findChild<QTabBar*>()->currentIndex(), static_cast<int>(kind));
    }
  }

  void everyChoiceIsRemembered() {
    ExportChoice wanted{
        ExportKind::Weights, {FigurePart::Chart, FigureFormat::Pdf, 120, 450}, LaneId::B, WeightFormat::Npz};
    {
      test::WindowProgram program(theme_, folder_.path(), 5);
      program.page().exports().present(ExportKind::Weights);
      program.page().exports().dialog()->setChoice(wanted);
    }
    test::WindowProgram program(theme_, folder_.path(), 5);
    program.page().exports().present(ExportKind::Weights);
    QCOMPARE(program.page().exports().dialog()->choice(), wanted);
    for (QAbstractButton* button : program.page().exports().dialog()->findChildren<QAbstractButton*>()) {
      if (button->text() == QStringLiteral("&Defaults")) button->click();
    }
    wanted = ExportChoice();
    wanted.kind = ExportKind::Weights;
    QCOMPARE(program.page().exports().dialog()->choice(), wanted);
  }

  void aWidthThatIsTooNarrowForAPartIsWidened() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    program.page().exports().present(ExportKind::Figure);
    ExportDialog& dialog = *program.page().exports().dialog();
    dialog.setChoice({ExportKind::Figure, {FigurePart::LaneA, FigureFormat::Png, 60, 96}, {}, {}});
    QCOMPARE(dialog.choice().sheet.widthMillimetres, 60.0);
    dialog.setChoice({ExportKind::Figure, {FigurePart::Page, FigureFormat::Png, 60, 96}, {}, {}});
    QCOMPARE(dialog.choice().sheet.widthMillimetres, smallestWidthMillimetres(FigurePart::Page));
  }

  void theTableHasARowForEveryRecordedStep() {
    test::WindowProgram program(theme_, folder_.path(), 37);
    QTRY_VERIFY(program.ended());
    program.page().exports().writeTo({ExportKind::Numbers, {}, {}, {}}, path("metrics.csv"));
    QTRY_VERIFY(idle(program));
    const auto lanes = readMetricsCsv(folder_.file("metrics.csv"));
    for (const LaneId lane : kLanes) {
      const MetricHistory& recorded = program.presenter().snapshot(lane)->history;
      const MetricHistory& read = lanes[laneIndex(lane)];
      QCOMPARE(read.size(), std::size_t{37});
      QCOMPARE(read.size(), recorded.size());
      for (std::size_t row = 0; row < read.size(); ++row)
        QCOMPARE(read.value(row, 0), recorded.value(row, 0));
    }
  }

  void weightsAreThoseOfTheNewestState() {
    test::WindowProgram program(theme_, folder_.path(), 20);
    QTRY_VERIFY(program.ended());
    QTRY_VERIFY(program.presenter().kept(LaneId::B)->at(20));
    compareWeights(program, 20);
  }

  void weightsAreThoseOfTheStepThatIsShown() {
    test::WindowProgram program(theme_, folder_.path(), 20);
    QTRY_VERIFY(program.ended());
    QTRY_VERIFY(program.presenter().kept(LaneId::B)->at(20));
    program.page().timeTravel().scrub().show(7);
    QTRY_VERIFY(program.page().timeTravel().scrub().lanes());
    compareWeights(program, 7);
    program.page().exports().present(ExportKind::Weights);
    QVERIFY(dialogText(program, "Lane A at step 7: "));
    program.page().timeTravel().scrub().live();
    QVERIFY(dialogText(program, "Lane A at step 20: "));
    compareWeights(program, 20);
  }

  void everyPartIsWrittenInEveryFormatWhileTheRunGoesOn() {
    test::WindowProgram program(theme_, folder_.path(), 5'000'000);
    QTRY_VERIFY(program.presenter().snapshot(LaneId::A) && program.presenter().snapshot(LaneId::B));
    QSignalSpy finished(&program.page().exports().worker(), &FileWorker::finished);
    int files = 0;
    for (const FigurePart part : kFigureParts) {
      for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf}) {
        const ExportChoice choice{ExportKind::Figure, {part, format, 150, 96}, {}, {}};
        program.page().exports().writeTo(
            choice, QString::fromStdString((folder_.path() / fileNameOf(choice).toStdString()).string()));
        ++files;
      }
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), files, 60000);
    QVERIFY(!program.page().banners().current());
    QCOMPARE(program.presenter().phase(), RunPhase::Running);
    QVERIFY(!QImage(path("kernelscope-curves.png")).isNull());
  }

  void aFileThatCannotBeWrittenIsSaidAndLeavesNothing() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    QTRY_VERIFY(program.ended());
    const std::size_t before = folder_.entryCount();
    for (const ExportKind kind : {ExportKind::Figure, ExportKind::Numbers, ExportKind::Weights}) {
      program.page().exports().writeTo({kind, {}, {}, {}}, path("missing/file"));
      QTRY_VERIFY(idle(program));
      const BannerMessage* banner = program.page().banners().current();
      QVERIFY(banner);
      QVERIFY(banner->title.contains(QStringLiteral("file")));
      QVERIFY2(banner->detail.contains(QStringLiteral("No such file or directory")),
               qPrintable(banner->detail));
    }
    QCOMPARE(folder_.entryCount(), before);
    program.page().exports().writeTo({ExportKind::Numbers, {}, {}, {}}, path("good.csv"));
    QTRY_VERIFY(idle(program));
    QVERIFY(!program.page().banners().current());
  }

  void theFigureIsCopiedAsAPicture() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    QTRY_VERIFY(program.ended());
    program.page().exports().copyFigure({FigurePart::Chart, FigureFormat::Pdf, 127, 100});
    QTRY_VERIFY(idle(program));
    const QImage copied = qvariant_cast<QImage>(QGuiApplication::clipboard()->mimeData()->imageData());
    QCOMPARE(copied.width(), 500);
  }

  void theFileDialogOffersANameAndWritesWhatIsChosen() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    QTRY_VERIFY(program.ended());
    program.page().exports().present(ExportKind::Numbers);
    Q_EMIT program.page().exports().dialog()->saveRequested();
    auto* ask = program.page().exports().dialog()->findChild<QFileDialog*>();
    QVERIFY(ask && ask->isVisible());
    QVERIFY(ask->selectedFiles().first().endsWith(QStringLiteral("kernelscope-metrics.csv")));
    Q_EMIT ask->fileSelected(path("chosen.csv"));
    ask->close();
    QTRY_VERIFY(idle(program));
    QCOMPARE(readMetricsCsv(folder_.file("chosen.csv"))[0].size(), std::size_t{5});
  }

  void theCopiedSetUpOpensAgain() {
    test::WindowProgram program(theme_, folder_.path(), 5);
    QTRY_VERIFY(program.ended());
    program.model().setValue("/seed", 41);
    program.action(command::kCopySetUp)->trigger();
    const QString code = QGuiApplication::clipboard()->text();
    QVERIFY2(code.startsWith(QStringLiteral("kernelscope:image-field ")) &&
                 code.contains(QStringLiteral(" /seed=41")),
             qPrintable(code));
    program.model().setValue("/seed", 3);
    program.action(command::kPasteSetUp)->trigger();
    QTRY_COMPARE(program.model().config().seed, std::uint64_t{41});
    program.page().files().openText(QStringLiteral("good morning"));
    QVERIFY(program.page().banners().current());
    QCOMPARE(program.model().config().seed, std::uint64_t{41});
  }
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
