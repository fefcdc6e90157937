#pragma once
// Numbers as people read and type them: 5e-4, 2,000, 0.1. Grouping and decimal mark follow the locale.

#include "engine/config/schema.h"

#include <nlohmann/json.hpp>

#include <QLocale>
#include <QString>

namespace kernelscope::ui {

// A text of the engine's Schema (label, help, choice) in the user's language.
QString schemaText(const std::string& text);

// Shortest text that reads back as the same number; powers of ten below 0.001 and from a million on
// (5e-4, 2e6); U+2212 as the minus sign.
QString numberText(double value, const QLocale& locale = QLocale());

// The text of a field's value: a number, the label of a choice, "off" for null, the entries of a list, else
// the value as it stands.
QString valueText(const nlohmann::json& value, const Field& field, const QLocale& locale = QLocale());

// What typed text means for a list of numbers ("8, 16, 32"; blanks and semicolons divide, too, so entries are
// plain: no grouping, a point before decimals). Text that is no such list is the value itself.
nlohmann::json parsedNumbers(const QString& text);

// What typed text means for a field that takes numbers: a number, one of the field's words
// ("full", "off"), else the text itself, which the check of the experiment then names as wrong.
nlohmann::json parsedValue(const QString& text, const Field& field, const QLocale& locale = QLocale());

}  // namespace kernelscope::ui
