// The form built from the schema of a task: what every control carries, and how values are changed.

#include "ui/forms/schema_form.h"

#include "ui/forms/form_row.h"
#include "ui/forms/layers_editor.h"
#include "ui/forms/layers_popup.h"
#include "ui/forms/value_field.h"
#include "ui/models/config_model.h"
#include "ui/theme/theme_controller.h"

#include <QAbstractSlider>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>
#include <memory>

namespace kernelscope::ui {
namespace {

const std::string kRate = "/optimizer/learning_rate";
const std::string kFeaturesB = "/lanes/B/layers/*/features";
const std::string kLayersA = "/lanes/A/layers";

void sendWheel(QWidget& widget, Qt::KeyboardModifiers modifiers) {
  const QPointF centre = widget.rect().center();
  QWheelEvent event(centre, widget.mapToGlobal(centre), {}, {0, 120}, Qt::NoButton, modifiers,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&widget, &event);
}

}  // namespace

class SchemaFormTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    theme_ = std::make_unique<ThemeController>();
    theme_->install();
  }
  void init() {
    model_ = std::make_unique<ConfigModel>(defaultExperiment());
    form_ = std::make_unique<SchemaForm>(*theme_, *model_, nullptr);
    form_->resize(264, 900);
    form_->show();
    QVERIFY(QTest::qWaitForWindowExposed(form_.get()));
  }
  void cleanup() {
    form_.reset();
    model_.reset();
  }
  void cleanupTestCase() { theme_.reset(); }

  void everyShownFieldOfTheSchemaHasARow() {
    for (const Field& field : model_->schema().fields) {
      const bool wanted = !field.hidden;
      QVERIFY2((form_->row(field.pointer) != nullptr) == wanted, field.pointer.c_str());
    }
  }

  void everyControlCanBeUnderstoodAndReset() {
    form_->setMoreOpen(true);
    int controls = 0;
    for (FormRow* row : form_->shownRows()) {
      for (QWidget* widget : row->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->window() != form_.get()) continue;
        ++controls;
        const QByteArray where =
            row->field().pointer.c_str() + QByteArray(" ") + widget->metaObject()->className();
        QVERIFY2(widget->toolTip().contains(QString::fromStdString(row->field().pointer)), where);
        QVERIFY2(widget->toolTip().contains(QStringLiteral("Default: ")), where);
        QVERIFY2(!widget->accessibleName().isEmpty(), where);
        QVERIFY2(!widget->accessibleDescription().isEmpty(), where);
        QVERIFY2(widget->contextMenuPolicy() == Qt::NoContextMenu, where);  // the row's menu opens
      }
      const std::unique_ptr<QMenu> menu(row->makeContextMenu());
      QCOMPARE(menu->actions().size(), 3);
    }
    QVERIFY(controls >= static_cast<int>(form_->shownRows().size()));
  }

  void contextMenuExplainsAndResets() {
    model_->setValue(kRate, 1e-3);
    QSignalSpy explained(form_.get(), &SchemaForm::explainRequested);
    const std::unique_ptr<QMenu> menu(form_->row(kRate)->makeContextMenu());
    menu->actions().at(2)->trigger();
    QCOMPARE(explained.count(), 1);
    QCOMPARE(explained.first().first().toString(), QString::fromStdString(kRate));
    menu->actions().at(0)->trigger();
    QVERIFY(model_->allDefault());
  }

  void typedNumberIsTaken() {
    ValueField* field = fieldOf(kRate);
    QCOMPARE(field->text(), QStringLiteral("5e-4"));
    type(*field, QStringLiteral("0.002"));
    QCOMPARE(model_->config().optimizer.learningRate, 0.002);
    type(*fieldOf("/steps"), QStringLiteral("2,000"));
    QCOMPARE(model_->config().steps, std::int64_t{2000});
    QCOMPARE(fieldOf("/steps")->text(), QStringLiteral("2,000"));
  }

  void escapeGivesTheOldTextBack() {
    ValueField* field = fieldOf(kRate);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("77"));
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(field->text(), QStringLiteral("5e-4"));
    QVERIFY(model_->allDefault());
  }

  void wrongValueIsNamedBelowItsRow() {
    FormRow* row = form_->row(kRate);
    const int before = row->height();
    type(*fieldOf(kRate), QStringLiteral("-1"));
    QVERIFY(!row->issue().isEmpty());
    QCOMPARE(fieldOf(kRate)->property("invalid").toBool(), true);
    QCoreApplication::processEvents();
    QTRY_VERIFY(row->height() > before);
    QVERIFY(!model_->valid());
    type(*fieldOf(kRate), QStringLiteral("1e-3"));
    QVERIFY(row->issue().isEmpty());
    QCOMPARE(fieldOf(kRate)->property("invalid").toBool(), false);
  }

  void textInANumberFieldIsKeptAndNamed() {
    type(*fieldOf(kFeaturesB), QStringLiteral("lots"));
    QCOMPARE(fieldOf(kFeaturesB)->text(), QStringLiteral("lots"));
    QVERIFY(!form_->row(kFeaturesB)->issue().isEmpty());
  }

  void sliderDragIsOneUndo() {
    auto* slider = form_->row(kFeaturesB)->findChild<QAbstractSlider*>();
    QCOMPARE(slider->property("lane").toString(), QStringLiteral("B"));
    slider->setSliderDown(true);
    for (const int position : {20, 60, 90}) slider->setSliderPosition(position);
    slider->setSliderDown(false);
    QCOMPARE(model_->undoStack().count(), 1);
    QVERIFY(!model_->isDefault(kFeaturesB));
    model_->undoStack().undo();
    QVERIFY(model_->allDefault());
    QCOMPARE(fieldOf(kFeaturesB)->text(), QStringLiteral("32"));
  }

  void draggingAFieldChangesItAndEscapeCancels() {
    ValueField* field = fieldOf(kFeaturesB);
    const QPoint centre = field->rect().center();
    QTest::mousePress(field, Qt::LeftButton, {}, centre);
    for (const int distance : {40, 80}) {
      const QPointF at = centre + QPoint(distance, 0);
      QMouseEvent move(QEvent::MouseMove, at, field->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
      QCoreApplication::sendEvent(field, &move);
    }
    const int dragged = model_->config().lane(LaneId::B).layers[2].features;
    QVERIFY(dragged > 32);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(model_->allDefault());
    QCOMPARE(model_->undoStack().count(), 0);
    QTest::mouseRelease(field, Qt::LeftButton, {}, centre);
  }

  void plainWheelNeverChangesAValue() {
    form_->setMoreOpen(true);
    for (FormRow* row : form_->shownRows()) {
      for (QWidget* widget : row->findChildren<QWidget*>()) {
        if (widget->window() == form_.get()) sendWheel(*widget, Qt::NoModifier);
      }
    }
    QVERIFY(model_->allDefault());
    sendWheel(*fieldOf(kFeaturesB), Qt::ControlModifier);
    QVERIFY(model_->config().lane(LaneId::B).layers[2].features > 32);
  }

  void backspaceOverARowRestoresTheDefault() {
    model_->setValue(kFeaturesB, 8);
    auto* slider = form_->row(kFeaturesB)->findChild<QAbstractSlider*>();
    slider->setFocus();
    form_->activateWindow();
    QTest::keyClick(slider, Qt::Key_Backspace);
    QVERIFY(model_->allDefault());
  }

  void rowsOfOtherLayerTypesAreLeftOut() {
    const std::string sigma = "/lanes/B/layers/*/sigma", order = "/lanes/B/layers/*/order";
    QVERIFY(!form_->row(sigma)->isHidden());
    QVERIFY(form_->row(order)->isHidden());
    model_->setValue("/lanes/B/layers/*/map", "arc-cosine");
    QVERIFY(form_->row(sigma)->isHidden());
    QVERIFY(!form_->row(order)->isHidden());
  }

  void anyLayerCanBecomeRandomFeatures() {
    auto* editor = form_->row(kLayersA)->findChild<LayersEditor*>();
    editor->openPopup();
    auto* popup = editor->findChild<LayersPopup*>();
    auto* type = popup->findChildren<QComboBox*>().first();
    type->setCurrentIndex(type->findText(QStringLiteral("SNNK")));
    Q_EMIT type->activated(type->currentIndex());
    QVERIFY(model_->valid());
    QCOMPARE(QString::fromStdString(model_->config().lane(LaneId::A).layers.front().type),
             QStringLiteral("snnk"));
    const std::size_t before = model_->config().lane(LaneId::A).layers.size();
    for (QPushButton* button : popup->findChildren<QPushButton*>()) {
      QVERIFY(!button->accessibleName().isEmpty());
      QVERIFY(!button->toolTip().isEmpty());
      if (button->text() == QStringLiteral("Add layer")) button->click();
    }
    QCOMPARE(model_->config().lane(LaneId::A).layers.size(), before + 1);
    popup->close();
  }

  void issueInsideTheLayersIsShownAtTheirRow() {
    model_->setValue("/lanes/A/layers/0/activation", "wobbly");
    QVERIFY(!form_->row(kLayersA)->issue().isEmpty());
  }

  void moreSettingsOpenWhenOneOfThemIsWrong() {
    QVERIFY(!form_->isMoreOpen());
    model_->setValue("/optimizer/beta1", 2);
    QVERIFY(form_->isMoreOpen());
  }

  void nothingIsWiderThanThePanel() {
    form_->setMoreOpen(true);
    QVERIFY2(form_->minimumSizeHint().width() <= 264, QByteArray::number(form_->minimumSizeHint().width()));
  }

 private:
  ValueField* fieldOf(const std::string& pattern) const {
    return form_->row(pattern)->findChild<ValueField*>();
  }
  static void type(ValueField& field, const QString& text) {
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, text);
    QTest::keyClick(&field, Qt::Key_Return);
  }

  std::unique_ptr<ThemeController> theme_;
  std::unique_ptr<ConfigModel> model_;
  std::unique_ptr<SchemaForm> form_;
};

}  // namespace kernelscope::ui

QTEST_MAIN(kernelscope::ui::SchemaFormTest)
#include "schema_form_test.moc"
