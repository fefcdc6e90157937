#include "ui/forms/field_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>
#include <optional>

namespace kernelscope::ui {
namespace {

constexpr double kSmallestPlain = 1e-3;
constexpr double kLargestPlain = 1e6;
constexpr double kLargestExactInteger = 9007199254740992.0;  // 2^53
constexpr QChar kMinus(0x2212);

QString offWord() {
  return QCoreApplication::translate("kernelscope::ui::FieldText", "off");
}

std::optional<double> parsedNumber(QString text, const QLocale& locale) {
  text.replace(kMinus, QLatin1Char('-'));
  text.remove(QRegularExpression(QStringLiteral("[\\s\\x{00a0}\\x{202f}]")));
  bool ok = false;
  double value = locale.toDouble(text, &ok);
  if (!ok) value = QLocale::c().toDouble(text, &ok);
  if (!ok || !std::isfinite(value)) return std::nullopt;
  return value;
}

// A word that stands for a value: a choice's label or text, or the word of the default.
std::optional<nlohmann::json> parsedWord(const QString& text, const Field& field) {
  const auto same = [&](const QString& word) { return text.compare(word, Qt::CaseInsensitive) == 0; };
  for (const FieldChoice& choice : field.choices) {
    const bool matchesText =
        choice.value.is_string() && same(QString::fromStdString(choice.value.get<std::string>()));
    if (matchesText || same(schemaText(choice.label))) return choice.value;
  }
  const nlohmann::json& fallback = field.defaultValue;
  if (fallback.is_string() && same(QString::fromStdString(fallback.get<std::string>()))) return fallback;
  if (fallback.is_null() && (text.isEmpty() || same(offWord()))) return nlohmann::json();
  return std::nullopt;
}

// The entries of a list, numbers as parsedNumbers reads them.
QString listText(const nlohmann::json& list, const Field& field) {
  QStringList entries;
  for (const nlohmann::json& entry : list) {
    const int choice = choiceIndex(field, entry);
    entries << (choice >= 0 ? schemaText(field.choices[static_cast<std::size_t>(choice)].label)
                            : QString::fromStdString(entry.dump()));
  }
  if (!entries.isEmpty()) return entries.join(QStringLiteral(", "));
  return QCoreApplication::translate("kernelscope::ui::FieldText", "none");
}

}  // namespace

QString schemaText(const std::string& text) {
  return text.empty() ? QString() : QCoreApplication::translate("kernelscope::Schema", text.c_str());
}

QString numberText(double value, const QLocale& locale) {
  const double size = std::abs(value);
  const bool plain = value == 0 || (size >= kSmallestPlain && size < kLargestPlain);
  QString text = locale.toString(value, plain ? 'f' : 'e', QLocale::FloatingPointShortest);
  static const QRegularExpression exponent(QStringLiteral("e([-+]?)0*(\\d+)$"),
                                           QRegularExpression::CaseInsensitiveOption);
  if (const QRegularExpressionMatch match = exponent.match(text); match.hasMatch()) {
    const QString sign = match.captured(1) == QLatin1String("-") ? QStringLiteral("-") : QString();
    text = text.left(match.capturedStart()) + QLatin1Char('e') + sign + match.captured(2);
  }
  if (text.startsWith(QLatin1Char('-'))) text.replace(0, 1, kMinus);
  return text;
}

QString valueText(const nlohmann::json& value, const Field& field, const QLocale& locale) {
  if (const int index = choiceIndex(field, value); index >= 0) {
    return schemaText(field.choices[static_cast<std::size_t>(index)].label);
  }
  if (value.is_number_integer() && std::abs(value.get<double>()) < kLargestExactInteger) {
    return locale.toString(value.get<qlonglong>()).replace(QLatin1Char('-'), kMinus);
  }
  if (value.is_number()) return numberText(value.get<double>(), locale);
  if (value.is_null()) return offWord();
  if (value.is_string()) return QString::fromStdString(value.get<std::string>());
  if (value.is_array() && (field.kind == FieldKind::Numbers || field.kind == FieldKind::Choices))
    return listText(value, field);
  return QString::fromStdString(value.dump());
}

nlohmann::json parsedNumbers(const QString& text) {
  static const QRegularExpression divider(QStringLiteral("[,;\\s]+"));
  nlohmann::json numbers = nlohmann::json::array();
  for (const QString& entry : text.split(divider, Qt::SkipEmptyParts)) {
    const std::optional<double> number = parsedNumber(entry, QLocale::c());
    if (!number) return text.trimmed().toStdString();
    const bool whole = std::trunc(*number) == *number && std::abs(*number) < kLargestExactInteger;
    if (whole)
      numbers.push_back(static_cast<std::int64_t>(*number));
    else
      numbers.push_back(*number);
  }
  return numbers;
}

nlohmann::json parsedValue(const QString& text, const Field& field, const QLocale& locale) {
  const QString trimmed = text.trimmed();
  if (const auto word = parsedWord(trimmed, field)) return *word;
  const std::optional<double> number = parsedNumber(trimmed, locale);
  if (!number) return trimmed.toStdString();
  const bool whole = std::trunc(*number) == *number && std::abs(*number) < kLargestExactInteger;
  if (field.kind != FieldKind::Real && whole) return static_cast<std::int64_t>(*number);
  return *number;
}

}  // namespace kernelscope::ui
