// Judges one value against its Field: valueIssue of schema.h.

#include "engine/config/schema.h"
#include "engine/config/value_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kernelscope {

namespace {

bool hasRange(const Field& field) {
  return field.minimum < field.maximum;
}

bool isWhole(const nlohmann::json& value) {
  if (value.is_number_integer()) return true;
  return value.is_number_float() && std::floor(value.get<double>()) == value.get<double>();
}

// Whether the numbers that an open choice takes are whole ones: the choices show it.
bool takesWholeNumbers(const Field& field) {
  if (field.kind != FieldKind::Choice) return field.kind == FieldKind::Integer || field.wholeNumbers;
  for (const FieldChoice& choice : field.choices)
    if (choice.value.is_number_float()) return false;
  return true;
}

bool isAllowedNumber(const Field& field, const nlohmann::json& value) {
  if (!value.is_number() || (takesWholeNumbers(field) && !isWhole(value))) return false;
  const double number = value.get<double>();
  const bool above = field.exclusiveMinimum ? number > field.minimum : number >= field.minimum;
  const bool below = field.exclusiveMaximum ? number < field.maximum : number <= field.maximum;
  return std::isfinite(number) && above && below;
}

std::string allowedNumbers(const Field& field) {
  const std::string kind = takesWholeNumbers(field) ? "a whole number" : "a number";
  const std::string minimum = numberText(field.minimum), maximum = numberText(field.maximum);
  if (!field.exclusiveMinimum && !field.exclusiveMaximum)
    return fmt::format("{} from {} to {}", kind, minimum, maximum);
  return fmt::format("{} {} {} and {} {}", kind, field.exclusiveMinimum ? "above" : "of at least", minimum,
                     field.exclusiveMaximum ? "below" : "at most", maximum);
}

std::string allowedChoices(const Field& field) {
  std::vector<std::string> allowed;
  for (const FieldChoice& choice : field.choices)
    if (!hasRange(field) || !choice.value.is_number()) allowed.push_back(choice.value.dump());
  if (hasRange(field)) allowed.push_back(allowedNumbers(field));
  if (allowed.size() == 1) return "only " + allowed.front();
  const std::string last = allowed.back();
  allowed.pop_back();
  return fmt::format("{} or {}", fmt::join(allowed, ", "), last);
}

std::string allowedText(const Field& field) {
  if (field.minimum < 1) return fmt::format("text of at most {} characters", numberText(field.maximum));
  return fmt::format("text of {} to {} characters", numberText(field.minimum), numberText(field.maximum));
}

bool isAllowedText(const Field& field, const nlohmann::json& value) {
  if (!value.is_string()) return false;
  const auto count = static_cast<double>(characterCount(value.get_ref<const std::string&>()));
  return count >= field.minimum && count <= field.maximum;
}

bool isAllowedCount(const Field& field, const nlohmann::json& list) {
  const auto count = static_cast<int>(list.size());
  return count >= field.fewest && count <= field.most;
}

// One entry of a table: a number, or (rank 2) a row of numbers.
bool isAllowedEntry(const Field& field, const nlohmann::json& entry, int rank) {
  if (rank == 1) return isAllowedNumber(field, entry);
  return entry.is_array() && !entry.empty() &&
         std::all_of(entry.begin(), entry.end(),
                     [&](const auto& value) { return isAllowedNumber(field, value); });
}

bool isAllowedTable(const Field& field, const nlohmann::json& value) {
  if (value.is_string() && field.files) {
    const std::string& path = value.get_ref<const std::string&>();
    return path.ends_with(".npy") && isPlainText(path);
  }
  if (!value.is_array() || !isAllowedCount(field, value)) return false;
  for (const nlohmann::json& entry : value) {
    if (!isAllowedEntry(field, entry, field.rank)) return false;
    if (field.rank == 2 && entry.size() != value.front().size()) return false;
  }
  return true;
}

std::string allowedTable(const Field& field) {
  const std::string numbers = allowedNumbers(field),
                    file = field.files ? ", or the path of an .npy file" : "";
  if (field.rank == 1)
    return fmt::format("a list of {} to {} entries, each {}{}", field.fewest, field.most, numbers, file);
  return fmt::format("a list of {} to {} rows of equal length, each entry {}{}", field.fewest, field.most,
                     numbers, file);
}

bool isAllowedSelection(const Field& field, const nlohmann::json& value) {
  if (!value.is_array()) return false;
  for (auto entry = value.begin(); entry != value.end(); ++entry)
    if (choiceIndex(field, *entry) < 0 || std::find(value.begin(), entry, *entry) != entry) return false;
  return true;
}

std::string wrong(const nlohmann::json& value, const std::string& allowed) {
  return fmt::format("got {}; allowed: {}", valueText(value), allowed);
}

}  // namespace

std::string valueIssue(const Field& field, const nlohmann::json& value) {
  switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Real:
      return isAllowedNumber(field, value) ? "" : wrong(value, allowedNumbers(field));
    case FieldKind::Choice:
      if (choiceIndex(field, value) >= 0 || (hasRange(field) && isAllowedNumber(field, value))) return "";
      return wrong(value, allowedChoices(field));
    case FieldKind::Text:
    case FieldKind::File:
      if (!isAllowedText(field, value)) return wrong(value, allowedText(field));
      if (!isPlainText(value.get_ref<const std::string&>()))
        return wrong(value, "UTF-8 text without control characters");
      return "";
    case FieldKind::Flag:
      return value.is_boolean() ? "" : wrong(value, "true or false");
    case FieldKind::Layers:
      return value.is_array() ? "" : wrong(value, "a list of layers");
    case FieldKind::Objects:
      if (value.is_array() && isAllowedCount(field, value)) return "";
      return wrong(value, fmt::format("a list of {} to {} entries", field.fewest, field.most));
    case FieldKind::Numbers:
      return isAllowedTable(field, value) ? "" : wrong(value, allowedTable(field));
    case FieldKind::Choices:
      return isAllowedSelection(field, value)
                 ? ""
                 : wrong(value, "a list of some of " + allowedChoices(field) + ", each once at most");
  }
  return "";
}

}  // namespace kernelscope
