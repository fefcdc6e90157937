#include "ui/plots/value_text.h"

#include "ui/widgets/number_text.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace kernelscope::ui {

namespace {

const QChar kMinus(0x2212);

QString withTrueMinus(QString text) {
  return text.replace(QLatin1Char('-'), kMinus);
}

QString raised(int number) {
  static constexpr char16_t kDigits[] = u"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
  QString text = number < 0 ? QString(QChar(0x207B)) : QString();
  const QString digits = QString::number(std::abs(number));
  for (const QChar digit : digits) text += QChar(kDigits[digit.digitValue()]);
  return text;
}

}  // namespace

QString missingNumber() {
  return QString(QChar(0x2013));
}

QString decimalText(double value, int decimals) {
  if (!std::isfinite(value)) return missingNumber();
  const double unit = std::pow(10.0, decimals);
  const double rounded = std::round(value * unit) / unit;
  return withTrueMinus(QLocale().toString(rounded == 0 ? 0.0 : rounded, 'f', decimals));
}

QString significantText(double value, int digits) {
  if (!std::isfinite(value)) return missingNumber();
  if (value == 0) return QStringLiteral("0");
  const double size = std::abs(value);
  if (size < 1e-4 || size >= 1e6) {
    QString text = QString::number(value, 'e', std::max(0, digits - 1));
    const qsizetype mark = text.indexOf(QLatin1Char('e'));
    text = text.left(mark + 1) + QString::number(text.mid(mark + 1).toInt());
    text.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return withTrueMinus(text);
  }
  const int exponent = static_cast<int>(std::floor(std::log10(size)));
  const int decimals = digits - 1 - exponent;
  if (decimals >= 0) return decimalText(value, decimals);
  const double unit = std::pow(10.0, -decimals);
  return decimalText(std::round(value / unit) * unit, 0);
}

QString limitText(float limit) {
  const double value = QString::number(static_cast<double>(limit), 'g', 6).toDouble();
  const double size = std::abs(value);
  if (value != 0 && (size < 1e-4 || size >= 1e6)) return significantText(value, 2);
  return withTrueMinus(QLocale().toString(value, 'g', QLocale::FloatingPointShortest));
}

QString powerOfTenText(int exponent) {
  if (exponent < -3 || exponent > 6) return QStringLiteral("10") + raised(exponent);
  return exponent < 0 ? decimalText(std::pow(10.0, exponent), -exponent)
                      : countText(static_cast<std::int64_t>(std::llround(std::pow(10.0, exponent))));
}

}  // namespace kernelscope::ui
