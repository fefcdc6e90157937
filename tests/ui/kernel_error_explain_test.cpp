// The explain panel of the kernel-error page: its words and offers follow from the numbers of the study.

#include "ui/panels/kernel_error_explain.h"

#include "tests/ui/kernel_error_sample.h"
#include "ui/panels/equation_view.h"
#include "ui/panels/kernel_error/study_figures.h"
#include "ui/panels/kernel_error/study_offers.h"
#include "ui/panels/kernel_error/study_table.h"
#include "ui/panels/kernel_error/study_verdict.h"
#include "ui/panels/try_button.h"
#include "ui/theme/resources.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace kernelscope::ui {

using kernelscope::testing::SampleStudy;
using nlohmann::json;

namespace {

// A study whose numbers are put in by hand.
KernelStudy handMade(std::initializer_list<double> means) {
  auto report = std::make_shared<KernelErrorReport>();
  report->features = {16, 64};
  report->shown = 1;
  report->trials = 500;
  report->pairs.resize(1);
  report->exact = {0.5};
  for (const double mean : means) {
    MethodReport method;
    method.id = "M";
    method.predictable = true;
    method.curve = {{16, 2 * mean}, {64, mean}};
    method.ranges = {{0.5, 0.4, 0.6}};
    method.slope = ErrorSlope{-0.5, -0.52, -0.48};
    report->methods.push_back(method);
  }
  return kernelStudy(report, nullptr);
}

MethodReport& methodOf(KernelStudy& study, std::size_t place) {
  return const_cast<KernelErrorReport&>(*study.report).methods[place];
}

}  // namespace

class KernelErrorExplainTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    registerResources();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme_ = std::make_unique<ThemeController>();
    theme_->setChoice(ThemeChoice::Light);
    theme_->install();
    plain_ = kernelscope::testing::sampleStudy();
  }

  void theVerdictNamesTheBetterMethodAndByHowMuch() {
    QCOMPARE(studyVerdict(handMade({0.4, 0.3})),
             QStringLiteral("At m = 64 the error of B is 25\u00A0% smaller than that of A. "
                            "Four times the features halve the error: the slope of A is −0.50."));
  }

  void methodsWithinTheNoiseAreCalledEqual() {
    // Two standard errors of 500 trials: 2 x 0.756 sqrt(2 / 500) = 9.6 %.
    QVERIFY(
        studyVerdict(handMade({0.40, 0.38})).contains(QStringLiteral("A and B are equal within the noise")));
    QVERIFY(studyVerdict(handMade({0.40, 0.34})).contains(QStringLiteral("B is 15\u00A0% smaller")));
  }

  void whatCannotBeTrustedIsSaid() {
    KernelStudy study = handMade({0.4, 0.3});
    methodOf(study, 0).whyNoVariance = "it has none";
    methodOf(study, 1).tailMeasure = 2;
    methodOf(study, 1).slope->slope = -0.36;
    const QString words = studyVerdict(study);
    QVERIFY2(words.startsWith(QStringLiteral("A has no variance")), qPrintable(words));
    QVERIFY2(!words.contains(QStringLiteral("smaller than")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("The slope of B is −0.36, flatter than −1/2.")),
             qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("Heavy tails of B")), qPrintable(words));
    QVERIFY(words.split(QLatin1Char(' ')).size() <= 45);
  }

  void theTableShowsWhatTheReportSays() {
    KernelErrorExplain panel(*theme_, nullptr);
    panel.setStudy(plain_.report, plain_.config);
    const StudyTableContent& table = panel.table().content();
    QCOMPARE(table.heads, (std::vector<QString>{QStringLiteral("A"), QStringLiteral("B")}));
    const auto cell = [&](const QString& label, std::size_t column) {
      for (const StudyRow& row : table.rows)
        if (row.label == label) return row.cells[column].text;
      return QString();
    };
    QCOMPARE(cell(QStringLiteral("Std, predicted"), 1), QStringLiteral("–"));
    QVERIFY(cell(QStringLiteral("Std, predicted"), 0).startsWith(QStringLiteral("0.")));
    QVERIFY(cell(QStringLiteral("Mean error"), 0).endsWith(QStringLiteral("\u00A0%")));
  }

  void endlessNumbersAreShownAsSuch() {
    KernelStudy study = handMade({0.4});
    methodOf(study, 0).whyNoVariance = "it has none";
    QCOMPARE(predictedText(study.report->methods[0], INFINITY), QStringLiteral("∞"));
    QCOMPARE(featuresText(INFINITY), QStringLiteral("∞"));
    QCOMPARE(featuresText(NAN), QStringLiteral("–"));
    QCOMPARE(featuresText(1204), QStringLiteral("1,204"));
  }

  void offersChangeTheSetUp() {
    KernelErrorExplain panel(*theme_, nullptr);
    panel.setStudy(plain_.report, plain_.config);
    QSignalSpy tried(&panel, &KernelErrorExplain::trySetting);
    QStringList pointers;
    for (TryButton* button : panel.findChildren<TryButton*>()) button->click();
    for (const QList<QVariant>& one : tried) {
      pointers << one[0].toString();
      QVERIFY(json::accept(one[1].toString().toStdString()));
    }
    QVERIFY2(pointers.contains(QStringLiteral("/pairs/norm_x")) &&
                 pointers.contains(QStringLiteral("/pairs/norm_w")),
             qPrintable(pointers.join(QLatin1Char(' '))));
    QVERIFY(pointers.contains(QStringLiteral("/pairs/dimension")));
  }

  void withoutAVarianceTheFirstOfferMendsIt() {
    const SampleStudy endless =
        kernelscope::testing::sampleStudy({{"target", {{"name", "tanh"}}},
                                           {"trials", 20},
                                           {"features", {8, 16}},
                                           {"gram_size", 0},
                                           {"pairs", {{"norm_x", 1.5}, {"norm_w", 1.5}, {"dimension", 4}}},
                                           {"methods", json::array({{{"id", "M1"}, {"A", 0.0}}})}});
    const std::vector<StudyOffer> offers = studyOffers(kernelStudy(endless.report, endless.config));
    QVERIFY(!offers.empty());
    QCOMPARE(offers[0].changes[0].first, QStringLiteral("/methods/0/A"));
    QCOMPARE(offers[0].changes[0].second, QStringLiteral("\"frequency-dependent\""));
  }

  void theEquationHasThePresentNumbers() {
    KernelErrorExplain panel(*theme_, nullptr);
    panel.setStudy(plain_.report, plain_.config);
    panel.setTopic(QStringLiteral("/methods/1/A"));
    QCOMPARE(panel.subject(), QStringLiteral("A of B"));
    const QString text = panel.findChild<EquationView*>()->toPlainText();
    QVERIFY2(text.contains(QStringLiteral("d = 16")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("|x| = 0.8")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("no closed form")), qPrintable(text));
  }

  void adviceStandsBesideWhatThePresentMethodsNeed() {
    KernelErrorExplain panel(*theme_, nullptr);
    panel.setStudy(plain_.report, plain_.config);
    const StudyTableContent& table = panel.advice().content();
    QCOMPARE(table.rows.size(), std::size_t{6});  // three choices, A predicted and measured, B measured
    QCOMPARE(table.rows[0].cells[0].text, featuresText(plain_.report->advice[0].features));
    QCOMPARE(table.rows[3].label, QStringLiteral("A now, predicted"));
    QCOMPARE(table.rows[3].cells[0].text, featuresText(plain_.report->methods[0].featuresForError));
    QCOMPARE(table.rows[4].cells[0].text, featuresText(plain_.report->methods[0].measuredFeatures));
    QCOMPARE(table.rows[5].label, QStringLiteral("B now, measured"));
  }

  void namesTellMethodsApart() {
    const auto config = kernelscope::testing::sampleConfig(
        {{"methods", json::array({{{"id", "M1"}},
                                  {{"id", "M2"}, {"sampling", "orthogonal"}},
                                  {{"id", "M3"}, {"sampling", "quasi"}, {"map", "universal-complex"}},
                                  {{"id", "mine"}}})}});
    auto report = std::make_shared<KernelErrorReport>();
    report->methods.resize(4);
    const KernelStudy study = kernelStudy(report, config);
    QCOMPARE(study.names[0].both(), QStringLiteral("A independent"));
    QCOMPARE(study.names[1].both(), QStringLiteral("B orthogonal"));
    QCOMPARE(study.names[2].both(), QStringLiteral("C universal complex, quasi-random"));
    QCOMPARE(study.names[3].both(), QStringLiteral("D mine"));
  }

 private:
  std::unique_ptr<ThemeController> theme_;
  SampleStudy plain_;
};

}  // namespace kernelscope::ui

QTEST_MAIN(kernelscope::ui::KernelErrorExplainTest)
#include "kernel_error_explain_test.moc"
