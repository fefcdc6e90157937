// Set-up panel, explanations, summary.

#include "ui/forms/schema_form.h"
#include "ui/models/config_model.h"
#include "ui/panels/explain_panel.h"
#include "ui/panels/fact_row.h"
#include "ui/panels/set_up_panel.h"
#include "ui/panels/summary_card.h"
#include "ui/panels/try_button.h"
#include "ui/panels/verdict.h"
#include "ui/theme/theme_controller.h"

#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>
#include <memory>

namespace kernelscope::ui {
namespace {

const QString kDirectory = qEnvironmentVariable("KERNELSCOPE_SCREENSHOTS");

RunResult result(double trainA, double trainB, double heldoutA, double heldoutB) {
  RunResult run;
  run.steps = 2000;
  run.seed = 7;
  run.device = QStringLiteral("CPU");
  run.runNumber = 14;
  run.lanes[0] = {
      QStringLiteral("FFL"), LaneState::Finished, trainA, heldoutA, 33537, 0, 10.2, 20.4, 2000, 0};
  run.lanes[1] = {
      QStringLiteral("SNNK"), LaneState::Finished, trainB, heldoutB, 25345, 16961, 8.4, 16.8, 2000, 0};
  return run;
}

QString plain(QString text) {
  return text.replace(QChar(0x00a0), QLatin1Char(' '));
}

}  // namespace

class SidePanelsTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme_ = std::make_unique<ThemeController>();
    theme_->install();
  }
  void init() { model_ = std::make_unique<ConfigModel>(defaultExperiment()); }
  void cleanupTestCase() {
    model_.reset();
    theme_.reset();
  }

  void verdictNamesTheWinnerAndCallsEqualEqual() {
    QCOMPARE(plain(verdict(result(49.0, 44.0, 22.7, 22.7))),
             QStringLiteral(
                 "A fits the training pixels 5.0 dB better. On held-out pixels they are equal within 0.1 dB; "
                 "B has 24 % fewer parameters and needs 18 % less time per step."));
    QVERIFY(plain(verdict(result(44.0, 49.0, 22.0, 23.5)))
                .startsWith(QStringLiteral(
                    "B fits the training pixels 5.0 dB better. On held-out pixels B is 1.5 dB better;")));
    QVERIFY(
        plain(verdict(result(31.3, 31.2, 22.7, 22.5)))
            .startsWith(QStringLiteral(
                "On training pixels they are equal within 0.1 dB. On held-out pixels A is 0.2 dB better;")));
  }

  void verdictSaysWhenBCostsMore() {
    RunResult run = result(40, 40, 22, 22);
    run.lanes[1].parameters = 40000;
    run.lanes[1].millisecondsPerStep = 15.3;
    QVERIFY(plain(verdict(run))
                .endsWith(QStringLiteral("B has 19 % more parameters and needs 50 % more time per step.")));
    run.lanes[1].parameters = run.lanes[0].parameters;
    run.lanes[1].millisecondsPerStep = 10.3;
    QVERIFY(
        plain(verdict(run))
            .endsWith(QStringLiteral(
                "both have the same number of parameters and the time per step is the same within 2 %.")));
  }

  void verdictDoesNotCompareALaneThatDiverged() {
    RunResult run = result(40, kNotMeasured, 22, kNotMeasured);
    run.lanes[1].state = LaneState::Diverged;
    run.lanes[1].divergedAt = 191;
    QCOMPARE(verdict(run), QStringLiteral("B diverged at step 191; its last good state is kept."));
  }

  void verdictWithoutHeldOutPixelsSaysSo() {
    QVERIFY(verdict(result(40, 30, kNotMeasured, kNotMeasured))
                .contains(QStringLiteral("No pixels were held out")));
  }

  void onlyTheFirstOfferIsPrimary() {
    SummaryCard card(*theme_, nullptr);
    card.setResult(result(49, 44, 22.7, 22.7));
    const auto primary = [&] {
      QStringList names;
      for (const QPushButton* button : card.findChildren<QPushButton*>()) {
        if (button->property("primary").toBool() && !button->isHidden()) names.append(button->text());
      }
      return names;
    };
    QCOMPARE(primary(), QStringList{QStringLiteral("Open your own picture")});
    card.setHalveOffer(true, QStringLiteral("m = 16"));
    QCOMPARE(primary(), QStringList{QStringLiteral("Halve the features")});
  }

  void measuredNumbersChangeInTheirRows() {
    ConfigModel model(defaultExperiment());
    ExplainPanel panel(*theme_, model);
    panel.explain(QStringLiteral("/steps"));
    const auto value = [&panel](const char* what) {
      for (const FactRow* row : panel.findChildren<FactRow*>()) {
        const auto labels = row->findChildren<QLabel*>();
        if (!row->isHidden() && labels.front()->text() == QLatin1String(what)) return labels.back()->text();
        if (!row->isHidden() && labels.back()->text() == QLatin1String(what)) return labels.front()->text();
      }
      return QString();
    };
    QCOMPARE(value("lane A, per step"), QString());
    panel.setFact(QStringLiteral("step_time_a"), QStringLiteral("10.2 ms"));
    QCOMPARE(value("lane A, per step"), QStringLiteral("10.2 ms"));
    const auto rows = panel.findChildren<FactRow*>();
    panel.setFact(QStringLiteral("step_time_a"), QStringLiteral("9.8 ms"));
    QCOMPARE(value("lane A, per step"), QStringLiteral("9.8 ms"));
    QCOMPARE(panel.findChildren<FactRow*>(), rows);  // what one points at stays
  }

  void everyTopicIsShortAndItsNumbersExist() {
    const ExplainContent content = ExplainContent::forTask("image-field");
    QVERIFY(content.topics().size() >= 9);
    const QStringList measured = {"trained", "held_out", "step_time_a", "step_time_b"};
    for (const ExplainTopic& topic : content.topics()) {
      QVERIFY2(topic.see.split(QLatin1Char(' ')).size() <= 45, qPrintable(topic.id));
      QVERIFY2(topic.offers.size() <= 3, qPrintable(topic.id));
      ExperimentConfig config = defaultExperiment();
      LayerSpec& layer = config.lanes[1].layers[2];
      if (topic.when.contains("type")) layer.type = topic.when.at("type");
      if (topic.when.contains("map")) layer.map = topic.when.at("map");
      if (topic.when.contains("activation")) layer.activation = topic.when.at("activation");
      ExplainFocus focus;
      focus.lane = LaneId::B;
      focus.layer = 2;
      ExplainFacts facts = explainFacts(config, focus);
      for (const QString& name : measured) facts.insert(name, QStringLiteral("1"));
      for (const QString& line : topic.equation)
        QVERIFY2(!equationHtml(line, facts).isNull(), qPrintable(topic.id + line));
      for (const auto& row : topic.table) {
        for (const QString& cell : row)
          QVERIFY2(cell.isEmpty() || !withFacts(cell, facts).isNull(), qPrintable(topic.id + cell));
      }
      for (const ExplainOffer& offer : topic.offers) {
        const Field* field = model_->schema().find(resolvedField(offer.field, focus));
        QVERIFY2(field != nullptr, offer.field.c_str());
        if (!offer.multiply) QVERIFY2(valueIssue(*field, offer.set).empty(), offer.field.c_str());
      }
    }
  }

  void equationsCarryLinksAndRaisedExponents() {
    ExplainFacts facts;
    facts["features"] = QStringLiteral("32");
    QCOMPARE(
        equationHtml(QStringLiteral("y = {features}^{−1/2} cos @sigma{σ}Gx"), facts),
        QStringLiteral("<i>y</i> = 32<sup>−1/2</sup> cos <a href=\"layer:sigma\"><i>σ</i></a><i>Gx</i>"));
    QVERIFY(equationHtml(QStringLiteral("y = {missing}"), facts).isNull());
  }

  void numbersOfTheFocusedLayerAreThoseOfTheSetUp() {
    const ExplainFocus focus = explainFocus("/lanes/B/layers/*/features", model_->config());
    QCOMPARE(*focus.layer, std::size_t{2});
    const ExplainFacts facts = explainFacts(model_->config(), focus);
    QCOMPARE(facts["theta"], QStringLiteral("8,192"));   // 128 x 64
    QCOMPARE(facts["dense"], QStringLiteral("16,384"));  // 128 x 128
    const ExplainFacts first =
        explainFacts(model_->config(), explainFocus("/lanes/A/layers/*/omega0", model_->config()));
    QCOMPARE(first["dense"], QStringLiteral("256"));  // 128 x 2 coordinates
  }

  void everyFieldOfTheFormIsExplained() {
    ExplainPanel panel(*theme_, *model_);
    for (const Field& field : model_->schema().fields) {
      panel.explain(QString::fromStdString(field.pointer));
      QVERIFY2(!panel.subject().isEmpty(), field.pointer.c_str());
    }
  }

  void tryThisChangesTheSetUp() {
    ExplainPanel panel(*theme_, *model_);
    panel.explain(QStringLiteral("/lanes/B/layers/*/features"));
    QList<TryButton*> offers = panel.findChildren<TryButton*>();
    QVERIFY(!offers.isEmpty());
    QCOMPARE(offers.first()->text(), QStringLiteral("Halve m to 16"));
    offers.first()->click();
    QCOMPARE(model_->config().lane(LaneId::B).layers[2].features, 16);
    model_->undoStack().undo();
    QCOMPARE(model_->config().lane(LaneId::B).layers[2].features, 32);
  }

  void presetStripSetsThePicture() {
    const QList<PresetItem> items = builtinPictureItems(3);
    QVERIFY(items.size() >= 2);
    SetUpPanel panel(*theme_, *model_, "/image/source", items);
    QList<QAbstractButton*> thumbnails;
    for (QAbstractButton* button : panel.findChildren<QAbstractButton*>()) {
      if (button->text() == items[1].title) thumbnails.append(button);
    }
    QCOMPARE(thumbnails.size(), 1);
    thumbnails.first()->click();
    QCOMPARE(QString::fromStdString(model_->config().image.source), items[1].value);
    QVERIFY(thumbnails.first()->isChecked());
    QVERIFY(model_->valid());
  }

  // Pictures to look at: set KERNELSCOPE_SCREENSHOTS to a folder.
  void screenshots() {
    if (kDirectory.isEmpty()) QSKIP("KERNELSCOPE_SCREENSHOTS is not set");
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
      theme_->setChoice(choice);
      for (const int width : {264, 296}) shootAll(themeChoiceName(choice), width);
    }
  }

 private:
  void shoot(QWidget& widget, const QSize& size, const QString& name) {
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    QCoreApplication::processEvents();
    QVERIFY(widget.grab().save(kDirectory + QLatin1Char('/') + name + QStringLiteral(".png")));
  }
  void shootAll(const QString& look, int width) {
    const QString tail = QStringLiteral("-%1-%2").arg(look).arg(width);
    ConfigModel model(defaultExperiment());
    SetUpPanel panel(*theme_, model, "/image/source", builtinPictureItems(3));
    panel.setGroupFact(FieldGroup::Data, QStringLiteral("4,096 of 16,384 px"));
    panel.setGroupFact(FieldGroup::LaneA, QStringLiteral("33,537 parameters"));
    panel.setGroupFact(FieldGroup::LaneB, QStringLiteral("25,345 parameters"));
    shoot(panel, {width, 673}, QStringLiteral("set-up") + tail);
    model.setValue("/lanes/B/layers/*/features", 16);
    model.setValue("/lanes/B/layers/*/sigma", -1);
    model.setValue("/image/train_pixels", "checkerboard");
    panel.form().setMoreOpen(true);
    shoot(panel, {width, 1500}, QStringLiteral("set-up-more") + tail);
    ExplainPanel explain(*theme_, model);
    model.resetAll();
    explain.setFact(QStringLiteral("trained"), QStringLiteral("4,096"));
    explain.setFact(QStringLiteral("held_out"), QStringLiteral("12,288"));
    for (const char* field : {"/lanes/B/layers/*/features", "/lanes/A/layers/*/omega0",
                              "/optimizer/learning_rate", "/image/train_pixels", "/optimizer/beta1"}) {
      explain.explain(QString::fromLatin1(field));
      shoot(explain, {width + 12, 673},
            QStringLiteral("explain-") + QString::fromLatin1(field).section('/', -1) + tail);
    }
    SummaryCard card(*theme_, nullptr);
    card.setResult(result(49.0, 44.0, 22.7, 22.7));
    card.setHalveOffer(true, QStringLiteral("m = 16"));
    shoot(card, {width + 12, 673}, QStringLiteral("summary") + tail);
  }

  std::unique_ptr<ThemeController> theme_;
  std::unique_ptr<ConfigModel> model_;
};

}  // namespace kernelscope::ui

QTEST_MAIN(kernelscope::ui::SidePanelsTest)
#include "side_panels_test.moc"
