// The kernel-error page as a user meets it: it answers at once and after each edit, keeps the last answer
// when a question is wrong, and shares the window's frame with the page beside it.
#include "engine/core/file_io.h"
#include "tests/ui/window_program.h"
#include "ui/forms/form_row.h"
#include "ui/forms/schema_form.h"
#include "ui/panels/kernel_error_stage.h"
#include "ui/panels/set_up_panel.h"
#include "ui/widgets/transport_bar.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QToolButton>
#include <QtTest>
#include <cmath>

using namespace kernelscope;
using namespace kernelscope::ui;

namespace {

constexpr int kPatience = 30000;

std::unique_ptr<test::WindowProgram> opened(ThemeController& theme, const std::filesystem::path& folder) {
  auto program = std::make_unique<test::WindowProgram>(theme, folder, 5);
  program->study().setValue("/trials", 120);
  program->study().setValue("/features", {8, 64, 256});
  program->window().openPage(QStringLiteral("kernel-error"));
  return program;
}

bool answered(test::WindowProgram& program) {
  const auto report = program.studyPage().stage().report();
  return report != nullptr && !report->preview && !program.studies().computing();
}

QAbstractButton* buttonNamed(QWidget& inside, const QString& name) {
  for (QAbstractButton* button : inside.findChildren<QAbstractButton*>())
    if (button->accessibleName() == name && button->isVisible()) return button;
  return nullptr;
}

}  // namespace

class KernelErrorPageTest : public QObject {
  Q_OBJECT

 private:
  test::TemporaryFolder folder_;
  ThemeController theme_;

 private Q_SLOTS:
  void initTestCase() { theme_.install(); }

  void itAnswersWhenItIsOpenedAndAfterAnEdit() {
    auto program = opened(theme_, folder_.path());
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program), kPatience);
    const auto first = program->studyPage().stage().report();
    QCOMPARE(first->trials, 120);
    QCOMPARE(first->methods.size(), std::size_t{2});
    program->study().setValue("/pairs/norm_x", 1.2);
    QTRY_VERIFY_WITH_TIMEOUT(program->studyPage().stage().report() != first && answered(*program), kPatience);
    QVERIFY(program->studyPage().stage().report()->exact != first->exact);
  }

  void itAnswersWhileASliderMoves() {
    auto program = opened(theme_, folder_.path());
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program), kPatience);
    const QSignalSpy news(&program->studies(), &KernelErrorPresenter::reportArrived);
    QSlider* slider = program->studyPage().setUp().form().row("/pairs/norm_x")->findChild<QSlider*>();
    QVERIFY(slider != nullptr);
    // Half a second without the 150 ms of rest after which an edit counts as settled.
    for (int i = 0; i < 25; ++i) {
      slider->setSliderDown(true);
      slider->setSliderPosition(slider->minimum() + 1 + i);
      QTest::qWait(20);
    }
    const auto during = news.size();
    slider->setSliderDown(false);
    QVERIFY2(during >= 3, qPrintable(QString::number(during)));
    QTRY_VERIFY_WITH_TIMEOUT(
        answered(*program) && program->studyPage().stage().report()->pairs.front().geometry.xx -
                                      std::pow(program->study().config()->pairs.normX, 2) <
                                  1e-9,
        kPatience);
  }

  void theSameSeedGivesTheSameAnswerAndANewOneAnother() {
    auto program = opened(theme_, folder_.path());
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program), kPatience);
    const auto first = program->studyPage().stage().report();
    program->trigger(command::kReset);
    QTRY_VERIFY_WITH_TIMEOUT(program->studyPage().stage().report() != first && answered(*program), kPatience);
    const auto again = program->studyPage().stage().report();
    QVERIFY(again->methods[0].estimates.estimates == first->methods[0].estimates.estimates);
    program->trigger(command::kNewSeed);
    QTRY_VERIFY_WITH_TIMEOUT(program->studyPage().stage().report() != again && answered(*program), kPatience);
    QVERIFY(program->studyPage().stage().report()->methods[0].estimates.estimates !=
            first->methods[0].estimates.estimates);
    QCOMPARE(program->window().transport().seed(), program->study().config()->seed);
  }

  void aFormulaThatDoesNotParseIsSaidAtItsFieldAndTheLastAnswerStays() {
    auto program = opened(theme_, folder_.path());
    program->study().setValue("/target/kind", "formula");
    const KernelErrorStage& stage = program->studyPage().stage();
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program) && stage.config() && stage.config()->target.kind == "formula",
                             kPatience);
    FormRow* formula = program->studyPage().setUp().form().row("/target/expression");
    QVERIFY(formula != nullptr && formula->isVisible());
    QSignalSpy failures(&program->studies(), &KernelErrorPresenter::failed);
    program->study().setValue("/target/expression", "exp(-z^2");
    QTRY_VERIFY_WITH_TIMEOUT(!failures.isEmpty(), kPatience);
    const auto before = program->studyPage().stage().report();
    QVERIFY(!formula->issue().isEmpty());
    QVERIFY(!program->banner().isEmpty());
    QVERIFY(before != nullptr);
    program->trigger(command::kUndo);
    QVERIFY(formula->issue().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(program->studyPage().stage().report() != before && answered(*program),
                             kPatience);
    QVERIFY(program->banner().isEmpty());
  }

  void aValueOutOfRangeIsSaidAndNothingIsComputed() {
    auto program = opened(theme_, folder_.path());
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program), kPatience);
    const auto before = program->studyPage().stage().report();
    program->study().setValue("/features", "8, many");
    FormRow* features = program->studyPage().setUp().form().row("/features");
    QVERIFY(features->isVisible());  // the folded settings open by themselves
    QVERIFY(!features->issue().isEmpty());
    QVERIFY(program->banner().contains(QStringLiteral("cannot be used")));
    QTest::qWait(300);
    QVERIFY(program->studyPage().stage().report() == before);
  }

  void methodsAreAddedAndRemovedInTheForm() {
    auto program = opened(theme_, folder_.path());
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program), kPatience);
    QWidget& panel = program->studyPage().setUp();
    QAbstractButton* add = buttonNamed(panel, QStringLiteral("Add method"));
    QVERIFY(add != nullptr);
    add->click();
    QTRY_VERIFY_WITH_TIMEOUT(program->studyPage().stage().report()->methods.size() == 3, kPatience);
    QVERIFY(program->studyPage().setUp().form().row("/methods/2/map") != nullptr);
    QAbstractButton* remove = buttonNamed(panel, QStringLiteral("Remove method A"));
    QVERIFY(remove != nullptr);
    remove->click();
    QCOMPARE(program->study().methodCount(), 2);
    QCOMPARE(program->study().config()->methods[0].id, std::string("M2"));
    program->trigger(command::kUndo);
    program->trigger(command::kUndo);
    QCOMPARE(program->study().methodCount(), 2);
    QCOMPARE(program->study().config()->methods[0].id, std::string("M1"));
  }

  void onlyRowsWithAnEffectAreShown() {
    auto program = opened(theme_, folder_.path());
    SchemaForm& form = program->studyPage().setUp().form();
    form.setMoreOpen(true);
    QVERIFY(form.row("/target/name")->isVisible());
    QVERIFY(!form.row("/target/expression")->isVisible());
    QVERIFY(!form.row("/methods/0/degree")->isVisible());
    program->study().setValue("/methods/0/map", "eugen");
    QVERIFY(form.row("/methods/0/degree")->isVisible());
    QVERIFY(!form.row("/methods/0/A")->isVisible());
    QVERIFY(!form.row("/methods/1/degree")->isVisible());
  }

  void listsAreEditedInTheirRows() {
    auto program = opened(theme_, folder_.path());
    SchemaForm& form = program->studyPage().setUp().form();
    form.setMoreOpen(true);
    FormRow* released = form.row("/methods/1/as_released");
    QVERIFY(released != nullptr && released->isVisible());
    auto* button = released->findChild<QPushButton*>();
    QVERIFY(button != nullptr && button->menu() != nullptr);
    const QList<QAction*> ticks = button->menu()->actions();
    QVERIFY(ticks[0]->isVisible());   // the sign fix: this method draws orthogonally
    QVERIFY(!ticks[1]->isVisible());  // uniform projections are for independent ones
    ticks[0]->trigger();
    QCOMPARE(program->study().config()->methods[1].asReleased, (std::vector<std::string>{"raw-qr"}));
    QCOMPARE(button->text(), ticks[0]->text());
    auto* line = form.row("/features")->findChild<QLineEdit*>();
    QCOMPARE(line->text(), QStringLiteral("8, 64, 256"));
    program->window().activateWindow();  // keys belong to the field that has the focus, not to the page
    QVERIFY(QTest::qWaitForWindowActive(&program->window()));
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("16 32;64"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(program->study().config()->features, (std::vector<int>{16, 32, 64}));
    QCOMPARE(line->text(), QStringLiteral("16, 32, 64"));
  }

  void mapsThatDoNotEstimateTheKernelAreNotOffered() {
    auto program = opened(theme_, folder_.path());
    program->study().setValue("/target/kind", "gaussian");
    auto* box = program->studyPage().setUp().form().row("/methods/0/map")->findChild<QComboBox*>();
    QVERIFY(box != nullptr);
    QStringList offered;
    for (int i = 0; i < box->count(); ++i)
      if (box->model()->flags(box->model()->index(i, 0)).testFlag(Qt::ItemIsEnabled))
        offered << box->itemText(i);
    QCOMPARE(offered, (QStringList{QStringLiteral("positive"), QStringLiteral("trigonometric")}));
  }

  void computingCanBeCancelledAndTheNewestQuestionWins() {
    auto program = opened(theme_, folder_.path());
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program), kPatience);
    program->study().setValue("/trials", 99);  // too few for a preview
    program->study().setValue("/features", {8, 16, 32768});
    program->study().setValue("/pairs/count", 64);
    QSignalSpy cancelled(&program->studies(), &KernelErrorPresenter::cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(program->window().transport().state(), TransportState::Answering, kPatience);
    const auto before = program->studyPage().stage().report();
    program->trigger(command::kPlayPause);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(program->window().transport().state(), TransportState::Answered);
    QVERIFY(program->studyPage().stage().report() == before);
    program->trigger(command::kPlayPause);  // again, and then something else before it is done
    program->study().setValue("/features", {8, 16});
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program), kPatience);
    QCOMPARE(program->studyPage().stage().report()->features, (std::vector<int>{8, 16}));
  }

  void thePageInFrontHasTheFrame() {
    auto program = opened(theme_, folder_.path());
    QTRY_VERIFY_WITH_TIMEOUT(answered(*program), kPatience);
    program->trigger(command::kUndo);
    QCOMPARE(program->study().config()->features.size(), std::size_t{12});
    QVERIFY(!program->possible(command::kStep));
    program->study().setValue("/seed", 41);
    QCOMPARE(program->window().transport().seed(), std::uint64_t{41});
    const std::uint64_t ofTheRun = program->model().config().seed;
    program->window().openPage(QStringLiteral("image-field"));
    QCOMPARE(program->window().transport().seed(), ofTheRun);
    QVERIFY(!program->possible(command::kUndo));
    program->window().openPage(QStringLiteral("kernel-error"));
    QVERIFY(program->possible(command::kUndo));
  }

  void filesAndSetUpCodesGoToThePageOfTheirTask() {
    auto program = opened(theme_, folder_.path());
    program->trigger(command::kCopySetUp);
    const QString code = QGuiApplication::clipboard()->text();
    QVERIFY2(code.startsWith(QStringLiteral("kernelscope:kernel-error ")) &&
                 code.contains(QStringLiteral(" /trials=120")),
             qPrintable(code));
    const std::filesystem::path file = folder_.path() / "study.json";
    program->study().saveFile(file);
    program->study().resetAll();
    program->window().openPage(QStringLiteral("image-field"));
    program->trigger(command::kPasteSetUp);
    QCOMPARE(program->window().currentPage()->id(), QStringLiteral("kernel-error"));
    QCOMPARE(program->study().config()->trials, 120);
    program->study().resetAll();
    program->window().openPage(QStringLiteral("image-field"));
    program->files().openPath(QString::fromStdString(file.string()));
    QCOMPARE(program->window().currentPage()->id(), QStringLiteral("kernel-error"));
    QCOMPARE(program->study().config()->trials, 120);
    QVERIFY(program->window().windowTitle().contains(QStringLiteral("study.json")));
    program->files().openText(QStringLiteral("kernelscope:kernel-error /trials=-1"));
    QVERIFY(!program->banner().isEmpty());
    QCOMPARE(program->study().config()->trials, 120);
  }
};

QTEST_MAIN(KernelErrorPageTest)
#include "kernel_error_page_test.moc"
