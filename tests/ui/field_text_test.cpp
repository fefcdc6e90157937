// Numbers as typed and shown, and the steps of sliders.

#include "ui/forms/field_text.h"

#include "ui/forms/slider_scale.h"

#include <QtTest>
#include <cmath>

namespace kernelscope::ui {
namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedStates);
const QLocale kGerman(QLocale::German, QLocale::Germany);

Field numberField(FieldKind kind, FieldScale scale, double low, double high) {
  Field field;
  field.kind = kind;
  field.scale = scale;
  field.minimum = field.sliderMinimum = low;
  field.maximum = field.sliderMaximum = high;
  field.defaultValue = low;
  return field;
}

}  // namespace

class FieldTextTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void numbersReadAsPeopleWriteThem_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("small") << 5e-4 << "5e-4";
    QTest::newRow("thousands") << 2000.0 << "2,000";
    QTest::newRow("plain") << 0.1 << "0.1";
    QTest::newRow("thousandth") << 0.001 << "0.001";
    QTest::newRow("whole") << 30.0 << "30";
    QTest::newRow("negative") << -1.5 << QString(QChar(0x2212)) + "1.5";
    QTest::newRow("large") << 2.5e6 << "2.5e6";
    QTest::newRow("zero") << 0.0 << "0";
    QTest::newRow("epsilon") << 1e-8 << "1e-8";
  }
  void numbersReadAsPeopleWriteThem() {
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(numberText(value, kEnglish), text);
    const Field field = numberField(FieldKind::Real, FieldScale::Linear, 0, 1);
    const nlohmann::json parsed = parsedValue(text, field, kEnglish);
    QVERIFY(parsed.is_number());
    QCOMPARE(parsed.get<double>(), value);
  }

  void everyUsualSpellingIsUnderstood_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::newRow("decimal") << "0.0005" << 5e-4;
    QTest::newRow("exponent") << "5e-4" << 5e-4;
    QTest::newRow("capital exponent") << "5E-4" << 5e-4;
    QTest::newRow("plain thousands") << "2000" << 2000.0;
    QTest::newRow("grouped") << "2,000" << 2000.0;
    QTest::newRow("spaces") << " 2 000 " << 2000.0;
    QTest::newRow("minus sign") << QString(QChar(0x2212)) + "3" << -3.0;
  }
  void everyUsualSpellingIsUnderstood() {
    QFETCH(QString, typed);
    QFETCH(double, value);
    const Field field = numberField(FieldKind::Integer, FieldScale::Linear, 0, 1);
    const nlohmann::json parsed = parsedValue(typed, field, kEnglish);
    QVERIFY(parsed.is_number());
    QCOMPARE(parsed.get<double>(), value);
  }

  void decimalCommaFollowsTheLocale() {
    const Field field = numberField(FieldKind::Real, FieldScale::Linear, 0, 1);
    QCOMPARE(numberText(0.5, kGerman), QStringLiteral("0,5"));
    QCOMPARE(parsedValue(QStringLiteral("0,5"), field, kGerman).get<double>(), 0.5);
  }

  void whatIsNoNumberStaysText_data() {
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"fast", "nan", "inf", "1e999", "3 apples"}) QTest::newRow(typed) << typed;
    QTest::newRow("nothing") << QString("");
  }
  void whatIsNoNumberStaysText() {
    QFETCH(QString, typed);
    const Field field = numberField(FieldKind::Real, FieldScale::Linear, 0, 1);
    const nlohmann::json parsed = parsedValue(typed, field, kEnglish);
    QVERIFY(parsed.is_string());
    QCOMPARE(QString::fromStdString(parsed.get<std::string>()), typed);
  }

  void wordsStandForTheirValues() {
    Field field = numberField(FieldKind::Choice, FieldScale::Linear, 1, 100);
    field.choices = {{"full", "full batch"}};
    field.defaultValue = "full";
    QCOMPARE(parsedValue(QStringLiteral("Full Batch"), field, kEnglish), nlohmann::json("full"));
    QCOMPARE(parsedValue(QStringLiteral("64"), field, kEnglish), nlohmann::json(64));
    QCOMPARE(valueText("full", field, kEnglish), QStringLiteral("full batch"));
    Field target = numberField(FieldKind::Real, FieldScale::Linear, 0, 100);
    target.defaultValue = nullptr;
    QCOMPARE(valueText(nullptr, target, kEnglish), QStringLiteral("off"));
    QVERIFY(parsedValue(QStringLiteral("off"), target, kEnglish).is_null());
  }

  void logarithmicSliderIsEvenInDecades() {
    const SliderScale scale(numberField(FieldKind::Real, FieldScale::Logarithmic, 1e-5, 1e-1));
    QCOMPARE(scale.valueAt(0), 1e-5);
    QCOMPARE(scale.valueAt(scale.positions()), 1e-1);
    QCOMPARE(scale.valueAt(scale.positions() / 2), 1e-3);
    QCOMPARE(scale.positionOf(1e-3), scale.positions() / 2);
    QCOMPARE(scale.positionOf(7.0), scale.positions());
  }

  void sliderValuesHaveFewDigits() {
    const SliderScale scale(numberField(FieldKind::Real, FieldScale::Logarithmic, 1e-5, 1e-1));
    for (int position = 0; position <= scale.positions(); ++position) {
      const QString digits =
          QString::number(scale.valueAt(position), 'e', 12).remove(QRegularExpression("0*e.*"));
      QVERIFY2(digits.size() <= 3, qPrintable(digits));  // "1.2"
    }
  }

  void stepsAreAllowedAndNeverStandStill() {
    const SliderScale scale(numberField(FieldKind::Integer, FieldScale::Logarithmic, 1, 4096));
    QCOMPARE(scale.stepped(4, 1, false), 5.0);
    QCOMPARE(scale.stepped(1, -5, false), 1.0);
    QCOMPARE(scale.stepped(32, 20, false), 320.0);
    const SliderScale rate(numberField(FieldKind::Real, FieldScale::Logarithmic, 1e-6, 1));
    QCOMPARE(rate.stepped(1e-3, 20, false), 1e-2);
    QVERIFY(rate.stepped(1e-3, 1, true) < rate.stepped(1e-3, 1, false));
    QCOMPARE(rate.snapped(4.4e-4), 5e-4);
    QCOMPARE(rate.snapped(1.2e-3), 1e-3);
  }

  void listsOfNumbersAreReadAndWritten() {
    Field field;
    field.kind = FieldKind::Numbers;
    QCOMPARE(valueText(nlohmann::json{8, 16, 4096}, field), QStringLiteral("8, 16, 4096"));
    QCOMPARE(parsedNumbers(QStringLiteral(" 8;16 32,\t0.5 ")), (nlohmann::json{8, 16, 32, 0.5}));
    QCOMPARE(parsedNumbers(QString()), nlohmann::json::array());
    QCOMPARE(parsedNumbers(QStringLiteral("8, x")), nlohmann::json("8, x"));
    field.kind = FieldKind::Choices;
    field.choices = {{"a", "first"}, {"b", "second"}};
    QCOMPARE(valueText(nlohmann::json{"b", "a"}, field), QStringLiteral("second, first"));
    QCOMPARE(valueText(nlohmann::json::array(), field), QStringLiteral("none"));
  }

  void exclusiveMinimumIsNeverReached() {
    Field field = numberField(FieldKind::Real, FieldScale::Linear, 0, 1);
    field.exclusiveMinimum = true;
    const SliderScale scale(field);
    QCOMPARE(scale.stepped(0.01, -5, false), 0.01);
  }
};

}  // namespace kernelscope::ui

QTEST_GUILESS_MAIN(kernelscope::ui::FieldTextTest)
#include "field_text_test.moc"
